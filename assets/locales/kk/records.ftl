### Records of every kind: names of kinds, fields, codes, findings, and what the law asks.

# The screens.
nav-actors = Тұлғалар
nav-law = Құқық
nav-sources = Дереккөздер
nav-proceedings = Істер мен тапсырмалар
actors-about = Адамдар, ұйымдар мен аккаунттар құжаттарда қалай аталса, осында да солай көрінеді. Аты-жөні мен байланысы мөрленген: ашылған жазбада сіз сұрағанда ғана көрсетіледі.
law-about = Кім нұсқама бере алады, қай норма бойынша, сол күні ол қалай жазылған еді және мемлекеттің сараптама тобы не шешті. Заң мәтіні күнімен сақталады: анықтамалар өзгереді.
sources-about = Органдар мен платформалар жариялаған сандар және біз қашан, нені бақыладық. «Жағдай белгісіз» деген «жағдай болмады» деген сөз емес.
proceedings-about = Шағымдар, талап қоюлар, халықаралық өтініштер және кім нені қашанға дейін істеуі керек. Мерзім аралық ретінде сақталады.
platforms-duty = Бір ай ішінде орта есеппен тәулігіне 100 000-нан астам пайдаланушысы бар платформа заңды өкіл тағайындайды (2023 жылғы 10 шілдедегі Онлайн-платформалар туралы заңның 9-бабы).
official-show = Сол күні кім лауазымды болды
official-on = Қай күнге
official-on-hint = Жазылған қызметтер бойынша. Күндері белгісіз қызмет ештеңені дәлелдемейді.
official-none = Жазылған қызметтердің ешқайсысы бұл күнге келмейді.
official-unsure = мүмкін: күндері дәл белгілі емес
desk-tasks = Мерзімі жақын істер
desk-no-tasks = Үш күн ішінде аяқталатын мерзім жоқ.
order-more = Осы нұсқама туралы толығырақ
item-more = Толығырақ

# Lists, forms and panels.
record-find = Сөз бойынша табу
record-lists = Тізімдер
record-none-found = Сәйкес жазба табылмады.
record-nameless = атаусыз жазба
record-empty = Әзірге жазба жоқ
record-empty-actors = Тұлға алдымен құжаттарда аталатын атымен жазылады: «B өңірі әкімінің орынбасары». Аты-жөнін бос қалдыруға болады.
record-empty-authorities = Орган ол аталған алғашқы нұсқамамен бірге осында пайда болады; оны қолмен де жазуға болады.
record-empty-provisions = Нұсқамаларда сілтеме жасалған нормаларды және олардың күнімен мәтінін жазыңыз: сонда норма сол күні қолданыста болды ма — көрінеді.
record-empty-expert-decisions = Сараптама тобының шешімі белгілі болған сайын жазыңыз: оның саны туралы ресми дерек жарияланбаған.
record-empty-expert-opinions = Тәуелсіз сарапшының материал не нұсқама туралы анықтағанын жазыңыз: ол мемлекет сарапшыларының шешімімен қатар көрсетіледі.
record-empty-reviewers = Бағалау экранында орынға отырғандар осында тұрады.
record-empty-official-figures = Министрлік не платформа жариялаған сандарды дереккөзімен жазыңыз: өз деректеріңізді солармен салыстырасыз.
record-empty-coverage-periods = Қай күндері қай дереккөздерді бақылағаныңызды жазыңыз: әйтпесе тыныш ай мен ешкім қарамаған ай бірдей көрінеді.
record-empty-proceedings = Платформаға берілген шағымнан БҰҰ-дағы өтінішке дейінгі әр істі мерзімімен бірге жазыңыз.
record-empty-tasks = Тапсырма — біреу белгілі бір күнге дейін істеуі керек нәрсе. Мерзімі жақындағанда жұмыс үстелінде көрінеді.
record-empty-exhibits = Дәлелдемені өзі қатысты нұсқаманың бетінде қосыңыз: файл шифрланып, тізілімге енеді. Мұнда файлы жоқ затты да сипаттап жазуға болады.
record-opened = Ашылған жазба
record-back = Артқа
record-amend-rest = Қалғанын түзету
record-amend = Түзету: { $name }
record-add = Қосу
record-new-short = Жаңа…
record-unlink = «{ $field }» өрісін босату
record-needed = міндетті
record-refused = Мән көрсетілмеген не жарамсыз. Ештеңе сақталған жоқ; түзетіп, қайта сақтаңыз.
record-number-wrong = Бүтін сан жазыңыз, сөзсіз.
record-sealed = Мөрленген: рұқсат берілмесе, ешбір құжатқа кірмейді.
record-show = Көрсету
record-show-field = Көрсету: { $field }
record-not-known = белгісіз
record-other-or-not-known = өзге не белгісіз
record-nothing-filled = Бұл жерде әзірге ештеңе толтырылмаған.
record-not-filled = Толтырылмаған:

# Sections of large forms.
record-section-act = Акт
record-section-term = Мерзімі мен аумағы
record-section-grounds = Негіздемесі мен дереккөзі
record-section-standing = Тізілімдегі орны
record-section-care = Абай болу керек жағы
record-section-content = Мазмұны
record-section-reach = Таралуы
record-section-execution = Орындалуы
record-section-sightings = Не және қашан байқалды
record-section-appeal = Шағымдану
record-section-effect = Салдары
record-section-filing = Берілуі
record-section-handling = Қаралуы
record-section-result = Нәтижесі
record-section-about = Мәні
record-section-rest = Қалғаны

# How sure one is of a field.
facts-title = Қаншалықты анық, неге негізделген
facts-none = Ешбір өріс туралы айтылмаған.
facts-add = Өрістің анықтығын көрсету
facts-amend = Анықтығын түзету: { $field }
facts-field = Өріс
facts-exhibits = Дәлелдер
facts-exhibits-hint = Құжаттың атауы мен беті немесе дәлелдің нөмірі; бірнешеуі болса, үтірмен.
field-subject = Қай жазба туралы
field-facts-field = Өріс
field-confidence = Қаншалықты анық
field-exhibits = Дәлелдер

# Findings.
finding-no-representative = Шектен жоғары, бірақ заңды өкіл тағайындалмаған: тізілімде қазір қызмет ететін өкіл жоқ (Онлайн-платформалар туралы заңның 9-бабы).
finding-representative-unsure = Шектен жоғары; қазір өкіл қызмет ете ме — жазылған күндер бойынша айту мүмкін емес.
finding-two-versions-in-force = Қазір қолданыста бір емес, бірнеше редакция: олардың күндері қабаттасады. Күндерді тексеріңіз.
finding-no-version = Норманың мәтіні жазылмаған: ол қай күні қолданыста болғаны белгісіз.
finding-no-version-in-force = Жазылған редакциялардың ешқайсысы қазір қолданыста емес.
finding-overdue = мерзімі өтіп кетті
finding-due-soon = мерзімі үш күн ішінде
finding-stub = Бала қатысқан сексуалдық материал: мекенжайы да, мәтіні де сақталмайды, тек қайда жіберілгені жазылады.
finding-withdrawn = Бұл жазба қате енгізілген деп кері алынған.
finding-provision-not-in-force = Сілтеме жасалған норма нұсқама шығарылған күні қолданыста болмаған (жазылған редакциялар бойынша).
finding-provision-force-unsure = Сілтеме жасалған норма нұсқама күні қолданыста болды ма — жазылған редакциялар бойынша айту мүмкін емес.

# Kinds of record: one, many, and the deed of making one.
record-one-authorities = орган
record-many-authorities = Органдар
record-new-authorities = Жаңа орган
record-one-authority-aliases = органның басқа атауы
record-many-authority-aliases = Органның басқа атаулары
record-new-authority-aliases = Органның жаңа атауы
record-one-platforms = платформа
record-many-platforms = Платформалар
record-new-platforms = Жаңа платформа
record-one-audience-measures = аудитория дерегі
record-many-audience-measures = Аудитория деректері
record-new-audience-measures = Аудитория дерегін қосу
record-one-representatives = заңды өкіл
record-many-representatives = Заңды өкілдер
record-new-representatives = Жаңа заңды өкіл
record-one-provisions = норма
record-many-provisions = Нормалар
record-new-provisions = Жаңа норма
record-one-provision-versions = норманың редакциясы
record-many-provision-versions = Норманың редакциялары
record-new-provision-versions = Жаңа редакция
record-one-actors = тұлға
record-many-actors = Тұлғалар
record-new-actors = Жаңа тұлға
record-one-actor-ages = белгілі бір күнгі жасы
record-many-actor-ages = Белгілі бір күнгі жасы
record-new-actor-ages = Белгілі бір күнгі жасын қосу
record-one-occupancies = қызметі
record-many-occupancies = Қызметтері
record-new-occupancies = Жаңа қызметі
record-one-expert-decisions = сараптама тобының шешімі
record-many-expert-decisions = Сараптама тобының шешімдері
record-new-expert-decisions = Сараптама тобының жаңа шешімі
record-one-repetition-sets = қайталанатын материалдар тобы
record-many-repetition-sets = Қайталанатын материалдар топтары
record-new-repetition-sets = Қайталанатын материалдардың жаңа тобы
record-one-orders = нұсқама
record-many-orders = Нұсқамалар
record-new-orders = Жаңа нұсқама
record-one-order-provisions = сілтеме
record-many-order-provisions = Сілтемелер
record-new-order-provisions = Жаңа сілтеме
record-one-order-sources = нұсқама туралы дереккөз
record-many-order-sources = Нұсқама туралы өзге дереккөздер
record-new-order-sources = Жаңа дереккөз
record-one-items = материал
record-many-items = Материалдар
record-new-items = Жаңа материал
record-one-order-items = нұсқаманың материалға қолданылуы
record-many-order-items = Нұсқаманың материалдарға қолданылуы
record-new-order-items = Нұсқаманы материалға қолдану
record-one-complaints = өтініш
record-many-complaints = Өтініштер
record-new-complaints = Жаңа өтініш
record-one-complaint-items = өтініште аталған материал
record-many-complaint-items = Өтініште аталған материалдар
record-new-complaint-items = Өтініште аталған материалды қосу
record-one-item-translations = аударма
record-many-item-translations = Аудармалар
record-new-item-translations = Жаңа аударма
record-one-comparator-pairs = салыстырылатын жұп
record-many-comparator-pairs = Салыстырылатын жұптар
record-new-comparator-pairs = Жаңа салыстырылатын жұп
record-one-expert-opinions = тәуелсіз сарапшының пікірі
record-many-expert-opinions = Тәуелсіз сарапшылардың пікірлері
record-new-expert-opinions = Тәуелсіз сарапшының жаңа пікірі
record-one-actor-roles = тұлғаның рөлі
record-many-actor-roles = Тұлғалардың рөлдері
record-new-actor-roles = Жаңа рөл
record-one-official-figures = ресми сан
record-many-official-figures = Ресми сандар
record-new-official-figures = Жаңа ресми сан
record-one-coverage-periods = бақылау кезеңі
record-many-coverage-periods = Бақылау кезеңдері
record-new-coverage-periods = Жаңа бақылау кезеңі
record-one-proceedings = іс
record-many-proceedings = Істер
record-new-proceedings = Жаңа іс
record-one-tasks = тапсырма
record-many-tasks = Тапсырмалар
record-new-tasks = Жаңа тапсырма
record-one-exhibits = дәлелдеме
record-many-exhibits = Дәлелдемелер
record-new-exhibits = Файлсыз жаңа дәлелдеме
record-one-custody-events = дәлелдемемен жасалған әрекет
record-many-custody-events = Сақтау тарихы
record-new-custody-events = Дәлелдемемен жасалған жаңа әрекет
record-one-facts = өрістің анықтығы
record-many-facts = Өрістердің анықтығы
record-new-facts = Өрістің анықтығын көрсету
record-one-reviewers = бағалаушы
record-many-reviewers = Бағалаушылар
record-new-reviewers = Жаңа бағалаушы

# Fields that several kinds share. Those of imports and of capture serve here too.
field-kind = Түрі
field-name-kk = Қазақша атауы
field-name-ru = Орысша атауы
field-name-en = Ағылшынша атауы
field-name = Атауы
field-label = Атауы
field-source = Дереккөзі
field-order = Нұсқама
field-item = Материал
field-complaint = Өтініш
field-proceeding = Іс
field-actor = Тұлға
field-provision = Норма
field-expert-decision = Сараптама тобының шешімі
field-reasons-level = Негіздемесі
field-valid-from = Қай күннен бастап
field-valid-to = Қай күнге дейін
field-filed = Берілген күні
field-decided = Шешілген күні
field-due = Мерзімі

# Authorities and their names.
field-authorities-successor-of = Кімнің құқықтық мирасқоры
field-alias = Басқа атауы

# Platforms, their audience and their representatives.
field-domains = Домендері
field-owner-legal-name = Иесінің заңды атауы
field-exemption = Өкіл тағайындау міндетінен босатылуы
field-gov-channel = Мемлекеттік органдарға арналған тұрақты арна
field-value = Саны
field-audience-measures-value = Пайдаланушы саны
field-unit = Қалай саналған
field-period = Кезеңі
field-representatives-name = Өкілдің атауы не аты-жөні
field-seat = Орналасқан жері
field-appointed = Тағайындалған күні
field-ended = Өкілеттігі аяқталған күні
field-register-number = Министрлік тізіліміндегі нөмірі

# Provisions and their wordings.
field-act = Акт
field-article = Бап
field-paragraph = Тармақ
field-in-force-from = Қолданысқа енгізілген күні
field-in-force-to = Қолданысы тоқтатылған күні
field-text-kk = Қазақша мәтіні
field-text-ru = Орысша мәтіні
field-note-en = Ағылшынша түсініктеме
field-as-written = Нұсқамада қалай жазылған

# Actors, their ages, posts and roles.
field-actors-name = Аты-жөні не атауы
field-public-label = Құжаттарда қалай аталады
field-is-child = Бала ма
field-gender = Жынысы
field-consent = Неге келісім берді
field-consent-exhibit = Келісімнің дәлелі
field-contact = Байланыс деректері
field-band = Жас тобы
field-at = Қай күнге
field-post = Қызметі
field-body = Мекемесі
field-public-office = Мемлекеттік қызмет
field-held-from = Қызметке кіріскен күні
field-held-to = Қызметтен кеткен күні
field-role = Рөлі

# Decisions of the state’s expert group.
field-expert-decisions-number = Шешімнің нөмірі
field-requested = Топқа берілген күні
field-extended = Мерзімі ұзартылды
field-members-known = Белгілі мүшелері (атынсыз)
field-disciplines = Мүшелерінің мамандығы
field-votes = Дауыс беру
field-conclusion = Қорытындысы
field-dissent = Ерекше пікір бар
field-published = Жарияланды

# Orders.
field-learned = Қашан белгілі болды
field-learned-how = Қалай белгілі болды
field-ground = Көрсетілген негіз
field-action = Не талап етеді
field-document-seen = Құжат қандай күйде көрілді
field-names-items-by-url = Әр материалды мекенжайымен атайды
field-informs-of-appeal = Шағымдану тәртібін түсіндіреді
field-author-notified = Авторға хабарланды
field-draft = Жоба: толықтыру керек
field-signatory-role = Қол қойған адамның лауазымы
field-representative = Платформаның өкілі
field-more-actions = Тағы не талап етеді
field-deadline-basis = Мерзім қалай қойылған
field-deadline-stated = Нұсқамадағы мерзім
field-closed = Нұсқама жабылған күні
field-scope = Қай аумақта
field-duration = Қанша уақытқа
field-duration-until = Қай күнге дейін
field-stated-reasons = Жазылған негіздеме (сөзбе-сөз)
field-court-act-cited = Сілтеме жасалған сот актісі
field-secrecy-demanded = Жария етпеу талап етілді
field-second-source = Екінші тәуелсіз дереккөз
field-dup-of = Қай жазбаны қайталайды
field-list = Тізбе
field-withdrawn = Кері алынды: қате енгізілген

# Items and their translations.
field-posted = Жарияланған уақыты
field-text = Мәтіні
field-sensitivity = Қаншалықты абай болу керек
field-items-topic = Тақырыбы, өз сөзіңізбен
field-topics = Тақырыптары
field-views = Қаралым саны
field-shares = Бөлісу саны
field-followers = Жазылушы саны
field-members = Қатысушы саны
field-reach-at = Сандар қай уақытқа
field-visibility = Кімге көрінеді
field-statement-mode = Айтылу түрі
field-repetition-set = Қайталанатын материалдар тобы
field-stub = Бала қатысқан сексуалдық материал: белгі ғана
field-referral-note = Қайда және қашан хабарланды
field-item-translations-language = Аударма тілі
field-item-translations-text = Аударма мәтіні
field-made-by = Кім аударды
field-translator = Аудармашы

# One order applied to one item.
field-order-items-complied = Жойылғаны алғаш байқалған уақыт
field-demanded-action = Осы материал бойынша не талап етілді
field-platform-basis = Платформа неге сүйенді
field-platform-rules = Платформаның өз ережесі бойынша жойылар ма еді
field-last-seen-up = Соңғы рет қолжетімді күйінде көрілді
field-first-seen-down = Алғаш рет қолжетімсіз күйінде көрілді
field-author-notice = Автор хабарлама алды
field-appeal-filed = Шағым берілді
field-appeal-decided = Шағым қаралды
field-appeal-result = Шағымның нәтижесі
field-reinstated = Қалпына келтірілді
field-reinstated-by = Кім қалпына келтірді
field-chilling-effect = Авторға және өзгелерге тигізген әсері

# Complaints.
field-channel = Арнасы
field-filer-capacity = Кім берді
field-to-expert-group = Сараптама тобына берілді
field-decision = Немен аяқталды
field-complaints-order = Осы өтініштен шыққан нұсқама
field-complaints-note = Не туралы
field-signature = Қолы
field-alleged-victim = Зардап шеккен делінген адам
field-extension-reasoned = Ұзарту негізделген
field-how-known = Өтініш қалай белгілі болды
field-comparable-group = Салыстырылатын топ

# Pairs, figures, coverage, proceedings and tasks.
field-item-a = Бірінші материал
field-item-b = Екінші материал
field-shared-features = Ортақ белгілері
field-difference-in-treatment = Қандай айырмашылық жасалды
field-rationale = Неге салыстыруға болады
field-first-reviewer = Бірінші бағалаушы
field-second-reviewer = Екінші бағалаушы
field-first-view = Бірінші бағалаушының пікірі
field-second-view = Екінші бағалаушының пікірі
field-publisher = Кім жариялады
field-country = Ел
field-metric = Не саналған
field-requester = Кім сұраған
field-platform-name = Платформа
field-reliability = Қаншалықты сенімді
field-watched-from = Бақылау басталған күні
field-watched-to = Бақылау аяқталған күні
field-sources-watched = Бақыланған дереккөздер
field-known-gaps = Белгілі олқылықтар
field-forum = Қай жерде қаралады
field-proceedings-number = Істің нөмірі
field-stage = Кезеңі
field-claim = Талап
field-result = Нәтижесі
field-remedies-exhausted = Ішкі құқықтық қорғау құралдары таусылды
field-tasks-label = Не істеу керек
field-done = Орындалған күні

# Exhibits and their custody.
field-description = Бұл не
field-copy-type = Көшірме түрі
field-derived-from = Неден жасалған
field-captured = Қашан түсірілген
field-captured-by = Кім түсірген
field-tool = Немен жасалған
field-tool-version = Құрал нұсқасы
field-source-url = Қайдан түсірілген
field-acquisition = Қалай алынған
field-exhibits-sensitivity = Оған қаншалықты сақ болу керек
field-released-to = Файлды кімге беруге болады
field-custody-events-exhibit = Дәлелдеме
field-custody-events-at = Қашан
field-custody-events-actor = Кім
field-custody-events-action = Не істелді
field-custody-events-reason = Не үшін

# Тәуелсіз сарапшылар мен бағалаушылар.
field-expert = Сарапшының аты-жөні
field-discipline = Мамандықтары
field-question = Не сұралды
field-finding = Не анықталды
field-agrees-with-state = Мемлекет сарапшыларымен келісе ме
field-independence-statement = Тәуелсіздігі туралы не айтылды
field-exhibit = Айғақ
field-reviewers-name = Бағалаушының аты-жөні
field-outside-organisation = Ұйымнан тыс
field-languages = Тілдері

# What the law or the method asks of a field.
help-authorities-successor-of = Орган қайта құрылса, жаңасын бөлек жазып, бұрынғысын осында көрсетіңіз: ескі нұсқамалар ескі органда қалады.
help-authority-aliases-valid-from = Мысалы, 2024-09-02. Бос болса, басы белгісіз.
help-authority-aliases-valid-to = Мысалы, 2024-09-02. Бос болса, әлі қолданылады.
help-platforms-domains = Бос орынмен бөліп жазыңыз.
help-platforms-exemption = 2023 жылғы 10 шілдедегі Онлайн-платформалар туралы заңның 9-бабы: ішкі корпоративтік мессенджерлер мен электрондық пошта өкіл тағайындамайды. Тек дәлелі барын таңдаңыз.
help-platforms-gov-channel = Мұндай арна арқылы келген «нұсқама» көбіне платформа ережесін бұзу туралы белгі ретінде ғана көрінеді.
help-audience-measures-unit = 9-бап шекті бір ай ішіндегі орташа тәуліктік қолжетімділікпен есептейді: 100 000-нан астам. Өзге санаулар сақталады, бірақ шекті анықтамайды.
help-audience-measures-period = Мысалы, 2026-05.
help-audience-measures-source = Басылым не беттің мекенжайы: кез келген адам тексере алуы үшін.
help-representatives-register-number = Өкілдердің тізілімін министрлік жүргізеді (Онлайн-платформалар туралы заңның 9-бабы).
help-representatives-ended = Бос болса, өкіл әлі қызмет етеді деп саналады.
help-provisions-act = Заңның толық атауы мен күні.
help-provision-versions-in-force-from = Әр редакция бөлек жазылады: балаға қатысты буллинг заңда «екі және одан көп рет» жасалған әрекет деп анықталған (Бала құқықтары туралы заңның 1-бабының 4-1) тармақшасы), ал анықтама өзгеруі мүмкін.
help-provision-versions-in-force-to = Бос болса, редакция әлі қолданыста.
help-provision-versions-source = Ресми басылым не Әділет базасындағы беті.
help-actors-public-label = Құжаттар осылай атайды: «B өңірі әкімінің орынбасары». Аты-жөнін, мектепті, ауылды жазбаңыз.
help-actors-is-child = Бала — 18 жасқа толмаған адам (Бала құқықтары туралы заңның 1-бабының 2) тармақшасы).
help-actors-consent = Келісім болмаса, «жоқ» деп қойыңыз: белгісіз келісім — келісім емес.
help-actor-ages-band = Бүгінгі емес, көрсетілген күнгі жасы.
help-occupancies-held-from = Белгілі бір күні кім лауазымды адам болғаны осы күндер бойынша анықталады.
help-occupancies-held-to = Бос болса, әлі сол қызметте.
help-expert-decisions-decided = 2024 жылғы «Масс-медиа туралы» заңның 40-бабы: топ 3 жұмыс күні ішінде шешеді.
help-expert-decisions-extended = Негізделген шешіммен 15 күнтізбелік күнге дейін; өтініш берушіге 2 жұмыс күні ішінде хабарланады.
help-expert-decisions-members-known = Мүшелерді аты-жөнімен емес, мамандығымен немесе лауазымымен атаңыз; адамның өзі — тұлға ретінде бөлек жазылады.
help-orders-deadline-basis = Онлайн-платформалар туралы заңның 9-бабы: органның талабы 24 сағат ішінде қаралады. Бұл жерде нұсқаманың өзі мерзімді неден есептейтіні жазылады.
help-orders-stated-reasons = Нұсқамадағы сөзбен. Мұнда аты-жөні болуы мүмкін, сондықтан мөрленген.
help-orders-second-source = Тек сипаттамасы белгілі нұсқама екі тәуелсіз дереккөз болса ғана есепке алынады.
help-orders-dup-of = Жазба қалады; ештеңе өздігінен біріктірілмейді.
help-orders-withdrawn = Жазба тізілім мен журналда қалады.
help-order-provisions-as-written = Нұсқамада қалай жазылса, дәл солай, қатесімен.
help-order-sources-list = Нұсқама алғаш рет қайдан білінсе, содан бөлек тағы кім біледі. Басқасын қайталап қана тұрған дереккөз бөлек есептелмейді. Тек сипаттамасы белгілі нұсқаманың есепке алынуын «Екінші тәуелсіз дереккөз» өрісі ғана шешеді.
help-items-sensitivity = Ауыр не баланы танытатын мазмұн сіз сұрағанда ғана көрсетіледі.
help-items-text = Түпнұсқа тілінде, сөзбе-сөз.
help-items-stub = Мұндай материал ешқашан сақталмайды: мекенжайы да, мәтіні де, сипаттамасы да. Белгі қойылса, ол өрістер босатылады. Құзыретті органға не сенім телефонына хабарлаңыз.
help-items-referral-note = Кімге, қашан, қай нөмірмен. Мекенжайын не мазмұнын жазбаңыз.
help-items-repetition-set = Дерлік бірдей мәтіндер не бір науқан: «екі және одан көп рет» деген белгі осы топ бойынша тексеріледі.
help-order-items-last-seen-up = Материалды біреу соңғы рет өз көзімен қолжетімді күйде көрген уақыт.
help-order-items-first-seen-down = Оның жоқ екенін біреу алғаш рет көрген уақыт; шамамен қашан жойылғаны емес.
help-order-items-platform-rules = Платформаның сол күні күшінде болған жарияланған ережелері бойынша. Қорытындыны білмей жауап беріңіз.
help-complaints-note = Өз сөзіңізбен, балалардың атын жазбай.
help-complaints-filer-capacity = «Масс-медиа туралы» заңның 40-бабы: азамат немесе баланың заңды өкілі өтініш береді.
help-complaints-signature = 40-бап: жазбаша немесе электрондық түрде, қол қойылған не ЭЦҚ-мен куәландырылған.
help-complaints-extended = 40-бап: 3 жұмыс күні; негізделген шешіммен 15 күнтізбелік күнге дейін.
help-complaints-comparable-group = Ұқсас өтініштерге бірдей атау беріңіз: кімнің өтініші қалай шешілгені салыстырылады.
help-official-figures-source = Құжаттың не беттің атауы мен күні.
help-coverage-periods-sources-watched = Қай тізілімдер, арналар, басылымдар, адамдар.
help-coverage-periods-known-gaps = Ешкім қарамаған күндер мен дереккөздер.
help-proceedings-due = Келесі қадам қай күнге дейін жасалуы керек.
help-exhibits-released-to = Мұнда аталмаған ешкімге файл берілмейді.
help-exhibits-copy-type = Түпнұсқа — файлдың сізге алғаш келген күйі. Жұмыс көшірмесі мен жасырып өңделген көшірме — түпнұсқадан жасалған жеке дәлелдеме.
help-custody-events-action = Бағдарлама файлмен не істесе, оны өзі жазады. Мұнда одан тыс болғанды қосасыз, мысалы, қағаз түпнұсқаның тапсырылуын. Жазылған әрекетті кейін өзгертуге болмайды.
help-comparator-pairs-shared-features = Екеуінің несі бірдей: тілі, түрі, тақырыбы, кім туралы.
help-comparator-pairs-first-view = Екі бөлек адам материалдарды салыстыруға болады деп тапса, жұп есептеледі.
help-expert-opinions-public-label = Құжаттарда осылай аталады: «лингвист, университет». Аты-жөні жасырын.
help-expert-opinions-independence-statement = Кім өтінді, кім төледі, сарапшы авторды не лауазымды адамды тани ма.
help-reviewers-public-label = Құжаттарда аты-жөнінің орнына осылай аталады.

# Codes: how sure.
confidence-confirmed = расталған
confidence-probable = ықтимал
confidence-alleged = айтылған, тексерілмеген
confidence-unknown = белгісіз

# Codes: representatives and exemptions.
seat-in-kz = Қазақстанда
seat-abroad = шетелде
exemption-none = босатылмаған
exemption-corporate-messenger = ішкі корпоративтік мессенджер
exemption-email = электрондық пошта
exemption-finance-ecommerce = қаржы қызметтері не электрондық коммерция

# Codes: complaints.
signature-eds = ЭЦҚ
signature-hand = қолмен қойылған
signature-none = қойылмаған
complaint-known-author = автордан
complaint-known-parent = ата-анадан
complaint-known-lawyer = адвокаттан
complaint-known-foi = ақпаратқа сұрау салуға жауаптан
complaint-known-court-file = сот ісінен
complaint-known-own-test = өзіміздің сынақ өтінішіміз
complaint-known-other = өзге жолмен

# Codes: orders.
term-basis-h24-from-receipt = алған сәттен бастап 24 сағат
term-basis-h24-from-issue = шығарылған сәттен бастап 24 сағат
term-basis-immediate = дереу
term-basis-other = өзгеше
term-basis-not-stated = көрсетілмеген
scope-kz = Қазақстан
scope-worldwide = бүкіл әлем
duration-permanent = мерзімсіз
duration-until = белгілі бір күнге дейін
duration-not-stated = көрсетілмеген

# Codes: items.
language-unknown = белгісіз
visibility-public = бәріне
visibility-semi-public = шектеулі топқа
visibility-private = жеке
mode-fact = факт туралы пікірайтым
mode-value-judgement = бағалау пікірі
mode-mixed = аралас
mode-satire = сатира
mode-question = сұрақ
mode-call = шақыру
topic-corruption = сыбайлас жемқорлық
topic-public-money = бюджет қаражаты
topic-police = полиция
topic-courts = соттар
topic-education = білім беру
topic-health = денсаулық сақтау
topic-land = жер
topic-elections = сайлау
topic-protest = наразылық
topic-child-safety = балалар қауіпсіздігі
topic-private-dispute = жеке дау
topic-satire = сатира
topic-business = бизнес
topic-religion = дін
topic-other = өзге
translated-human = адам
translated-machine = машина

# Codes: what became of an item.
platform-basis-local-law = жергілікті заң
platform-basis-terms = платформаның өз ережесі
platform-basis-both = екеуі де
platform-basis-none-given = негізін айтпаған
platform-basis-unknown = жазылмаған
platform-rules-yes = иә
platform-rules-no = жоқ
platform-rules-unclear = анық емес
platform-rules-unknown = белгісіз
source-list-platform = платформа
source-list-author = автор немесе адвокат
source-list-press = баспасөз
source-list-court = сот ісі
source-list-disclosure = бейресми дереккөз немесе ақпаратқа сұрау салу
source-list-monitoring = мониторинг
source-list-unknown = белгісіз
appeal-upheld = шешім күшінде қалды
appeal-reversed = шешім жойылды
appeal-partly = ішінара өзгертілді
appeal-none = шағым берілмеген
appeal-pending = қаралуда
reinstated-platform = платформа
reinstated-ministry = министрлік
reinstated-court = сот
reinstated-author = автор

# Codes: actors.
actor-kind-person = адам
actor-kind-organisation = ұйым
actor-kind-account = аккаунт
age-under-13 = 13 жасқа дейін
age-13-15 = 13–15 жас
age-16-17 = 16–17 жас
age-adult = ересек (18 және одан жоғары)
consent-none = келісім жоқ
consent-anonymous = аты-жөнінсіз
consent-named-partner = серіктестерге атымен
consent-public = жария, атымен
gender-female = әйел
gender-male = ер
gender-other = өзге
role-complainant = өтініш беруші
role-alleged-victim = зардап шеккен делінген адам
role-person-criticised = сыналған адам
role-beneficiary-official = мүддесі қорғалған лауазымды адам
role-author = автор
role-publisher = жариялаушы
role-signatory = қол қоюшы
role-expert-member = сараптама тобының мүшесі
role-lawyer = адвокат
role-witness = куәгер

# Codes: the expert group.
discipline-law = құқық
discipline-psychology = психология
discipline-linguistics = лингвистика
discipline-child-rights = бала құқықтары
discipline-state-body = мемлекеттік орган
discipline-ngo = үкіметтік емес ұйым
conclusion-bullying = буллинг бар
conclusion-not-bullying = буллинг жоқ
conclusion-partly = ішінара

# Codes: figures.
metric-orders = нұсқамалар
metric-items = нұсқамадағы материалдар
metric-complaints = өтініштер
metric-materials = «құқыққа қайшы материалдар»
metric-requests = сұрау салулар
metric-accounts = аккаунттар
reliability-official-document = ресми құжат
reliability-official-statement = ресми мәлімдеме
reliability-secondary = екінші қолдан

# Codes: proceedings.
forum-platform-appeal = платформаға шағым
forum-ministry = министрлік
forum-prosecutor = прокуратура
forum-admin-court = әкімшілік сот
forum-civil-court = азаматтық сот
forum-constitutional-court = Конституциялық Сот
forum-hrc = БҰҰ Адам құқықтары комитеті
forum-special-procedure = БҰҰ арнайы рәсімдері
forum-wgad = БҰҰ-ның негізсіз ұстау жөніндегі жұмыс тобы
forum-upr = әмбебап мерзімді шолу
forum-other = өзге

# Items that say nearly the same.
near-title = Мәтіні дерлік бірдей
near-about = Басқа материалдар дерлік осыны айтады; барлық хатта кездесетін сөздер есепке алынбайды. Олардың бір-біріне не екенін өзіңіз шешесіз.
near-no-order = нұсқамасыз
near-repeat = Қайталанған бір мәтін
near-compare = Салыстыру жұбы
near-set-label = { $reference } қайталанулары
near-repeated = Екеуі де енді бір қайталану тобында ({ $reference }).
near-shared = Мәтіні дерлік бірдей: ортақ сөз жұптары — { $share }.
near-paired = Салыстыру жұбы жазылды ({ $reference }). Оларға қатысты шаралар немен ерекшеленгенін жазыңыз.

# Кодтар: бағалаушылардың жұп туралы пікірі.
view-comparable = салыстыруға болады
view-not-comparable = салыстыруға болмайды
view-unknown = белгісіз

# Codes: exhibits and their custody.
exhibit-kind-order-scan = нұсқаманың сканы
exhibit-kind-platform-notice = платформаның хабарламасы
exhibit-kind-screenshot = экран суреті
exhibit-kind-wacz = веб-мұрағат (WACZ)
exhibit-kind-mhtml = сақталған бет (MHTML)
exhibit-kind-video = бейнежазба
exhibit-kind-letter = хат
exhibit-kind-court-act = сот актісі
exhibit-kind-testimony = айғақ
exhibit-kind-press = жарияланым
exhibit-kind-other = басқа
copy-type-original = түпнұсқа
copy-type-working = жұмыс көшірмесі
copy-type-redacted = жасырып өңделген көшірме
copy-type-unknown = белгісіз
acquisition-self = өзіміз түсірген
acquisition-received = бізге берілген
acquisition-public-register = ашық тізілімнен
acquisition-unknown = белгісіз
release-court = сотқа
release-lawyer = адвокатқа
release-partner = серіктес ұйымдарға
release-press = баспасөзге
release-public = бәріне
custody-ingest = қабылданды
custody-verify = тексерілді
custody-view = қаралды
custody-copy = көшірілді
custody-redact = жасырып өңделді
custody-export = көшірмесі сақталды
custody-transfer = тапсырылды
custody-restore = қалпына келтірілді
custody-destroy = жойылды
custody-unknown = белгісіз
