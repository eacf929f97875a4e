### Reviewing by two people who do not see each other: seats, queues, sheets, outcomes, and what is found about an order.

# Seats and queues.
review-seat-title = Бұл орында кім отыр?
review-seat-about = Әр жауап оны берген адамға тиесілі. Өзіңізді таңдаңыз немесе атыңызды жазыңыз.
review-seat-known = Белгілі бағалаушылар
review-seat-counts = бекітілгені: { $locked } · қолында: { $open }
review-seat-outside = ұйымнан тыс
review-seat-new = Жаңа бағалаушы
review-seat-name = Аты-жөні
review-seat-take = Орынға отыру
review-seat-back = Артқа
review-seat-is = Бағалаушы: { $name }
review-seat-change = Ауыстыру
review-lines = Кезектер
review-line-todo = Бағалау керек
review-line-waiting = Күтуде
review-line-disputed = Даулы
review-line-again = Қайта
review-line-settled = Шешілген
review-line-empty-todo = Мұнда сізді күтіп тұрған ештеңе жоқ. Материалдар басқаларда, даулы немесе шешілген болуы мүмкін; жаңа нұсқама жаңаларын әкеледі.
review-line-empty-waiting = Екінші бағалаушыны күтіп тұрған бағалауыңыз жоқ.
review-line-empty-disputed = Даулы материал жоқ.
review-line-empty-again = Қайта бағалайтын ештеңе жоқ.
review-line-empty-settled = Әзірге бірде-бір материалдың қорытындысы шықпаған.
review-queue-left = Қорытындысыз: { $open } · сізде: { $mine }
review-next = Келесі материал
review-next-none = Сізді күтіп тұрған материал жоқ.
review-dispute-on = Даулы сұрақтар
review-dispute-all = Бәрі
review-state-mine = сізге берілген
review-state-free = бос
review-state-waiting = екіншісін күтуде
review-state-disputed = даулы
review-state-again = қайта бағалау керек
review-state-settled = шешілген
review-round-first = бірінші бағалау
review-round-second = екінші бағалау
review-round-adjudication = төрелік
review-cycle = { $cycle }-цикл
review-changed = содан бері өзгерген
review-disputes = даулы: { $codes }
review-assign = Тарату…
review-assign-title = Материалды екі бағалаушыға беру
review-assign-about = Әлі ешкімге берілмеген материал екеуіне де беріледі. Әрқайсысы бірін-бірі көрмей бағалайды.
review-assign-first = Бірінші адам
review-assign-second = Екінші адам
review-assign-count = Қанша материал
review-assign-same = Екі бөлек адамды таңдаңыз.
review-assign-few = Екі бағалаушы керек. Орынға бір рет отырған адам содан бері тізімде тұрады.
review-assign-yes = Тарату
review-assign-done = Таратылған материал: { $count }.
review-cancel = Бас тарту

# Before the content is shown.
review-declare-title = Материалды көрмей тұрып
review-declare-blind = Бұл материалды екі адам бөлек бағалайды. Екеуі де бекіткенше, ешқайсысы екіншісінің жауабын көрмейді; ұқсас істер де, басқалардың қорытындысы да көрсетілмейді. Материал туралы екінші бағалаушымен сөйлеспеңіз.
review-declare-adjudication = Екі бағалаушының пікірі екі түрлі. Сіз үшінші адам ретінде шешесіз және екі бағалауды да оқисыз.
review-declare-question = Мүдделер қақтығысы бар ма: авторды, ол айтқан адамды не лауазымды адамды танисыз ба, осы іспен айналыстыңыз ба, нәтижесінен пайда көресіз бе?
review-conflict-none = Қақтығыс жоқ, материалды көрсету
review-conflict-have = Қақтығыс бар
review-conflict-note = Неден тұрады
review-conflict-hint = Бұл журналға енгізіледі, материал басқа адамға беріледі.
review-conflict-late = Бұл журналға енгізіледі, жауаптарыңыз жойылады, материал басқа адамға беріледі.
review-conflict-declare = Мәлімдеп, материалды қайтару
review-taken-title = Бұл материал басқаларда
review-taken-text = Екі орын да бос емес. Екеуі бекіткенше, олардың жауабы көрсетілмейді.
review-declined-title = Сіз мүдделер қақтығысын мәлімдедіңіз
review-declined-text = Бұл материалды басқа адам бағалайды. Келесісін алыңыз.

# The content.
review-masked = Лауазымды адамдардың аты жасырылған ({ $count })
review-masked-why = Кім сыналғаны жауапқа әсер етпеуі үшін.
review-unmask = Атын ашу
review-unmask-title = Аттарды ашу керек пе?
review-unmask-text = Бағалауда аттардың көрілгені жазылады. Бұл белгі алынбайды.
review-unmask-yes = Ашып, белгілеу
review-unmask-no = Жасырын қалсын
review-unmasked = Бұл бағалау үшін аттар ашылған.

# The questions.
review-part-c = C бөлігі: мән-жай
review-part-answered = { $done } / { $of }
review-confidence = Сенімділік (Shift + 1–3)
review-confidence-1 = аз
review-confidence-2 = орташа
review-confidence-3 = жоғары
review-ground-exhibit = Айғақ: белгісі, беті не секунды
review-take-first = Біріншісін алу: { $value }
review-take-second = Екіншісін алу: { $value }

# The statutory checklist.
review-statute = Заң талабы тізілім бойынша
review-statute-open = Тізілімнен жауап шықпайды.
review-statute-fields = Негізі
review-statute-law = Нормалар
review-in-force-yes = нұсқама күні күшінде болған
review-in-force-no = нұсқама күні күшінде болмаған
review-in-force-unknown = нұсқама күні күшінде болғаны белгісіз
review-force-from = { $from } бастап
review-force-to = { $to } дейін
review-force-between = { $from } – { $to }
review-force-open = күндері белгісіз
review-unchecked = ресми мәтінмен салыстырылмаған
statute-why-before-statute = Нұсқама күні бұл норма әлі болмаған.
statute-why-before-rules = Нұсқама күні сараптама тобының ережесі әлі күшіне енбеген.
statute-why-other-ground = Нұсқаманың негізі басқа: бұл талап қолданылмайды.
statute-why-not-in-force = Нұсқама сілтеген норма сол күні күшінде болмаған.
statute-why-decided-before = Сараптама тобы нұсқамаға дейін шешкен.
statute-why-decided-after = Сараптама тобы нұсқамадан кейін шешкен.
statute-why-not-sent-to-experts = Өтініш сараптама тобына берілмеген.
statute-why-agency-applied = Өтінішті мемлекеттік орган берген.
statute-why-anonymous-applied = Өтінішті берген адам белгісіз.
statute-why-unsigned = Өтінішке қол қойылмаған.
statute-why-entitled-and-signed = Өтінішті құқығы бар адам беріп, қол қойған.
statute-why-in-term = Шешім 3 жұмыс күні ішінде шыққан.
statute-why-extension-without-reasons = Мерзім негіздемесіз ұзартылған.
statute-why-after-extension = Шешім ұзартылған 15 күнтізбелік күннен кейін шыққан.
statute-why-after-term = Шешім 3 жұмыс күнінен кейін шыққан, мерзім ұзартылмаған.
statute-why-items-named = Нұсқамада әр материалдың мекенжайы көрсетілген.
statute-why-items-not-named = Нұсқамада әр материалдың мекенжайы көрсетілмеген.
statute-why-reasons-specific = Нақты іске қатысты негіздеме берілген.
statute-why-reasons-missing = Негіздеме жоқ немесе жалпы сөзбен ғана берілген.
statute-why-instrument-of-law = Құжаттың түрі — заңда көзделгені.
statute-why-instrument-not-of-law = Құжаттың мұндай түрі заңда көзделмеген.

# The verdict and the lock.
review-still-deciding = Әлі шешуші:
review-elements = Озбырлық элементтері: { $count } / 7
review-applicable = Нұсқама туралы қолданылатын сұрақ: { $applicable }; жауапсызы: { $unanswered }
order-element-predictability = болжамдылықтың болмауы
order-element-inappropriateness = шараның орынсыздығы
order-element-due-process = тиісті рәсімнің болмауы
order-element-reasonableness = негіздің ақылға қонымсыздығы
order-element-injustice = шараның әділетсіздігі
order-element-necessity = қажеттіліктің болмауы
order-element-proportionality = мөлшерлестіктің болмауы
review-overtaken = Бағалап отырғанда материал не оның нұсқамасы өзгерді. Жауаптарыңыз сақтаулы. Материалды қайта қарап, содан кейін бекітіңіз.
review-look-again = Қайта қарау
review-locked-blind = Екінші бағалау әлі ашық. Екеуі де бекітілгенше, одан ештеңе көрсетілмейді; сіздің жауаптарыңыз да екінші бағалаушыға көрсетілмейді.
review-changed-since = Бағаланғаннан кейін материал не оның нұсқамасы өзгерді.
review-correct = Түзету
review-context-later = Осы материалдың қасында не тұрғаны (ұқсас материалдар мен олардың қорытындылары, салыстыру жұптары, сарапшы пікірлері) екі жасырын бағалау да бекітілгенде көрінеді: оған дейін осы бағалауды түзетуге болады.
review-correcting = Бекітілген бағалауды түзетіп отырсыз. Қайта бекітпейінше, ештеңе сақталмайды; бұрынғысы журналда қалады.
review-correct-no = Бұрынғысын қалдыру
review-blind-yes = лауазымды адамдардың аты жасырын болған
review-blind-no = лауазымды адамдардың аты ашылған
review-minutes = { $minutes } мин

# What became of two reviews.
review-outcome = Екі бағалаудың нәтижесі
review-outcome-agreed = Екі бағалаушы бөлек бағалап, осы қорытындыға келді.
review-outcome-adjudicated = Үшінші адам шешті.
review-outcome-disputed = Екі бағалау екі түрлі: үшінші адам шешеді.
review-outcome-apart = Көрсеткіштерге кірмейді.
review-readings = Бағалаулар қатар
review-readings-show = Қай сұрақтар
review-readings-all = Бәрі
review-readings-differing = Айырмасы барлар
review-readings-same = Барлық жауап бірдей.
review-readings-former = Бұрынғы бағалаулар: { $cycle }-цикл
review-reading-register = тізілімнен, ештеңе қосылмаған
review-readings-question = Сұрақ
review-readings-grounds = { $code }: негіздері
review-readings-none = жауап жоқ
review-contradict = қайшы
review-differ = өзгеше
review-superseded = кейін түзетілген
review-adjudicating = Екі бағалаудың арасында сіз шешесіз. Әр сұраққа өзіңіз жауап беріңіз; «алу» жауапты негізімен бірге көшіреді.
review-again = Қайта бағалау…
review-again-title = Материалды қайта бағалау
review-again-about = Екі бағалаушы оны тағы да бөлек бағалайды. Бұрынғы бағалаулар өзгермейді.
review-again-reason = Себебі
review-again-item-changed = материал не нұсқама өзгерді
review-again-new-major = әдістеменің жаңа негізгі нұсқасы шықты
review-again-new-evidence = жаңа айғақ табылды
review-again-error = қате жіберілген
review-again-note = Ескертпе
review-again-yes = Қайта бағалауға беру
review-again-done = Материал қайта бағалауға берілді (журналдың { $seq }-жазбасы).

# Beside a judged item.
review-context = Осы материалдың айналасы
review-context-why = Жауапқа әсер етпеуі үшін бекіткеннен кейін ғана көрсетіледі.
review-similar = Ұқсас материалдар
review-similar-none = Ұқсас материал жоқ.
review-similar-share = ұқсастығы { $share }
review-similar-open = қорытындысы жоқ
review-comparators = Салыстыруға арналған жұптар
review-comparators-none = Жұп жоқ.
review-comparator-shared = Ортақ белгілері:
review-comparator-difference = Айырмасы:
review-comparator-counts = Есептеледі: екі адам салыстыруға болады деп тапты.
review-comparator-not-yet = Есептелмейді: екі бөлек адам салыстыруға болады деп табуы керек.
review-opinions = Мемлекет сарапшылары және тәуелсіз сарапшылар
review-opinions-state = Мемлекет сарапшыларының шешімі
review-opinions-state-none = Шешім белгісіз.
review-opinions-outside = Тәуелсіз сарапшылардың пікірі
review-opinions-outside-none = Пікір жоқ.
review-opinions-agrees = Мемлекет шешімімен келіседі: { $value }
review-opinions-dissent = Ерекше пікір: { $value }
review-opinions-reasons = Негіздемесі: { $value }

# A pause.
review-reminder = Сіз { $minutes } минуттан бері бағалап отырсыз. Үзіліс сізді де, жауаптарды да сақтайды.
review-reminder-close = Жабу

# What was found about an order.
order-findings = Нұсқама туралы анықталғаны
order-findings-judged = Бағаланғаны: { $of } материалдың { $judged }
order-findings-none = Бұл нұсқаманың бірде-бір материалында күшіндегі қорытынды жоқ.
order-findings-flag = { $count } материалда
order-findings-apart = Әр белгі өз алдына бөлек; олар өлшенбейді әрі қосылмайды.
order-findings-label = Кестедегі бір белгі:
