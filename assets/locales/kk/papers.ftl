### Words of the papers.

# The press brief.
brief-kind = Баспасөз анықтамасы
brief-title = Жою туралы нұсқамалар: нені қамтыды
brief-dateline = { $period } · жасалған күні: { $day }
brief-dateline-undated = жасалған күні: { $day }
brief-period = { $first } – { $last }
brief-example = Ойдан шығарылған үлгі деректер: бұл бетте шын адам да, нұсқама да, сан да жоқ.

# The headline number with its denominator and its interval in one sentence.
brief-share = Бағаланған { $of } материалдың ішінде { $count } материал заңды сынға жатады: { $share } (95 % сенім аралығы { $range }).
brief-share-none-of = Бағаланған { $of } материалдың арасында заңды сын жоқ; бірақ үлес ең көбі { $high } болуы мүмкін (95 % сенім аралығы).
brief-share-all = Бағаланған { $of } материалдың бәрі заңды сынға жатады; бірақ үлес кемінде { $low } болуы мүмкін (95 % сенім аралығы).
brief-share-few = Бағаланған { $of } материалдың ішінде { $count } материал заңды сынға жатады. Материал 20-дан аз, сондықтан пайыз берілмейді.
brief-share-few-none = Бағаланған { $of } материалдың арасында заңды сын жоқ. Материал 20-дан аз, сондықтан пайыз берілмейді.
brief-share-nothing = Әзірге бірде-бір материал бағаланған жоқ: үлес те жоқ.

# The row of counts. The number stands above its words.
brief-count-complaints = { $count ->
   *[other] белгілі өтініш
}
brief-count-orders = { $count ->
   *[other] белгілі нұсқама
}
brief-count-seen = { $count ->
   *[other] құжаты көрілген нұсқама
}
brief-count-items = { $count ->
   *[other] нұсқамалардағы материал
}
brief-count-reviewed = { $count ->
   *[other] бағаланған материал
}

# The chart and its table.
chart-verdicts-title = Бағаланған { $of } материал: қорытындылар бойынша
chart-share = сынның үлесі
chart-note = Нүкте — үлес. Сызық — оның 95 % сенім аралығы. Штрих — анықталмағандардың бәрі сын болса, үлес жететін жер.
chart-note-plain = Нүкте — үлес. Сызық — оның 95 % сенім аралығы.
chart-alt-share = Заңды сынның үлесі { $share }, 95 % сенім аралығы { $range }
chart-alt-band = барлық «анықтау мүмкін емес» бір жаққа немесе екінші жаққа есептелсе, { $range }
chart-none = Әзірге бірде-бір материал бағаланған жоқ.
table-verdicts = Қорытындылар
table-verdict = Қорытынды
table-items = Саны
table-share = Үлесі
table-total = Барлығы бағаланды

# Paragraphs.
brief-bullying = Нағыз кибербуллинг
brief-bullying-share = Бағаланған { $of } материалдың ішінде { $count } материал: { $share } (95 % сенім аралығы { $range }). Қорлық көрген бала қорғалуға құқылы; мұндай жағдайлар да дәл сондай ұқыппен есептеледі.
brief-bullying-few = Бағаланған { $of } материалдың ішінде { $count } материал. Қорлық көрген бала қорғалуға құқылы; мұндай жағдайлар да дәл сондай ұқыппен есептеледі.
brief-deadline = 24 сағаттық мерзім
brief-deadline-states = { $orders } нұсқаманың ішінде: { $states }. Мерзім нұсқама алынған сәттен басталады; екі сәт те жазылса ғана ол туралы айтуға болады.
brief-deadline-state = { $state } — { $count }
brief-deadline-none = Әзірге бірде-бір нұсқама жазылған жоқ.
brief-ministry = Министрліктің жауабы
brief-ministry-none = Бұл тізілімде жауап жазылмаған.

# What the page does not know.
brief-unknown = Нені білмейміз
brief-unknown-unreviewed = Белгілі { $of } материалдың { $count } бойынша екі бағалаушының қорытындысы әлі жоқ; олар үлеске кірмейді.
brief-unknown-all-reviewed = Белгілі материалдардың бәрі бағаланды.
brief-unknown-apart = Бағаланған тағы { $count } материал тек сипаттамасы белгілі нұсқамаларға жатады және үлеске кірмейді.
brief-unknown-band = Бағаланған { $count } материал бойынша қорытынды анықтау мүмкін емес: олардың бірде-бірі сын болмаса, үлес { $low }, бәрі сын болса, { $high } болады.
brief-unknown-band-few = Бағаланған { $count } материал бойынша қорытынды анықтау мүмкін емес.
brief-unknown-documents = Белгілі { $of } нұсқаманың { $count } нұсқамасы бойынша құжаттың өзін көрмедік.

# The method, in three sentences.
brief-method = Әдістеме
brief-method-text = Әр материалды екі адам бір-бірінің жауабын көрмей, жарияланған әдістеменің { $version } нұсқасы бойынша бағалайды; тұрақты ережелер алты қорытындының бірін береді, келіспесе — үшінші адам шешеді. Одан тек жазбаша негіздемемен ауытқуға болады; бекітілген бағалау өзгермейді. Аралық материалдардың өзара байланысын ескереді (Корн және Граубард).
brief-method-agreement = Екеуінің қорытындысы { $pairs } материалдың { $same } бойынша бірдей (Криппендорф альфасы { $alpha }).
brief-method-agreement-split = Екеуінің қорытындысы { $pairs } материалдың { $same } бойынша бірдей (Криппендорф альфасы { $alpha }; сын ба, жоқ па — { $split }).
brief-method-agreement-low = Альфа 0,667-ден төмен, сондықтан үлес бұл беттің тақырыбына шығарылмады.

# The seal.
brief-seal-snapshot = Тізілім көшірмесі
brief-seal-rubric = Әдістеме { $version }
brief-seal-ledger = Журнал, { $count } жазба
brief-seal-note = Осы бет жасалған деректердің, әдістеменің және журналдың дәл SHA-256 хэштері.

# Page furniture.
paper-page = { $page } / { $pages }

# Texts that people write into papers, and the right of reply.
paper-text-foreword = Алғысөз
paper-text-comment-known = Ұйымның түсініктемесі: не белгілі
paper-text-comment-verdicts = Ұйымның түсініктемесі: қорытындылар
paper-text-comment-procedure = Ұйымның түсініктемесі: рәсім
paper-text-comment-platforms = Ұйымның түсініктемесі: платформалар
paper-text-comment-limits = Ұйымның түсініктемесі: шектеулер
paper-text-recommendations = Ұйымның ұсыныстары
paper-text-reply-asked-on = Министрліктен сұралған күн
paper-text-reply-answered-on = Министрлік жауап берген күн
paper-text-reply = Министрліктің жауабы
paper-text-independence = Тәуелсіздік туралы мәлімдеме
paper-text-contact = Байланыс
paper-text-year = Шолу жылы
paper-text-comment-changes = Ұйымның түсініктемесі: не өзгерді
paper-text-cases = Жылды көрсететін жағдайлар, нөмірлерімен және есімдерсіз
paper-reply-asked = Министрліктен { $asked } сұралды; жауап берілген күн жазылмаған.
paper-reply-answered = Министрлік { $answered } жауап берді; сұралған күн жазылмаған.
paper-reply-both = Министрліктен { $asked } сұралды; ол { $answered } жауап берді.
paper-reply-silent = Министрліктен { $asked } сұралды; жауап жазылмаған.
paper-reply-undated = Министрліктің жауабы; күндері жазылмаған.
# Адвокат іс құжатына жазатын мәтіндер.
paper-text-summary = Істің қысқаша мазмұны
paper-text-legal-argument = Құқықтық дәлелдер
paper-text-relief-sought = Талаптар
paper-text-route = Шағымдану тәртібі
paper-text-term-for-claim = Талап қою мерзімі
paper-text-translator-statement = Аудармашының мәлімдемесі
paper-text-certified-copy = Куәландырылған көшірме: кім және қашан
paper-text-signature = Қолтаңба
# Texts that people write into the papers for the United Nations.
paper-text-circumstances = Істің мән-жайы
paper-text-victim-statement = Адамның көзқарасы мен қатысы — өзі келіскен сөздермен
paper-text-medium-orientation = Құралдың сипаты, таралымы мен бағыты
paper-text-perpetrator-why = Неге осы органдар жауапты деп саналады
paper-text-remedies-note = Ішкі қорғау құралдары: не істелді
paper-text-submitter-contact = Ұсынушының байланыс дерегі
paper-text-word-limit = Сөз шегі
paper-text-joint-submitters = Бірге ұсынушылар, әр жолға біреуден
paper-text-earlier-recommendations = Бұрынғы ұсынымдар және олардың орындалуы
paper-text-from-day = Шолу кезеңінің бірінші күні
paper-text-to-day = Шолу кезеңінің соңғы күні
# Ақпараттың сыртқа шығуын тексеру: құжатта оқырмандары көрмеуге тиіс не табылды және қандай жазылыммен.
leak-title = Құпия мәндерді тексеру
leak-none = Бұл оқырмандар ({ $audience }) көрмеуге тиіс ештеңе табылған жоқ. Іздеу жазылымды таниды, мағынаны танымайды: құжатты бермес бұрын оқып шығыңыз.
leak-count = { $count ->
    [one] Құжатта оқырмандары көрмеуге тиіс { $count } мән бар
   *[other] Құжатта оқырмандары көрмеуге тиіс { $count } мән бар
}
leak-how-plain = тізілімде жазылғандай
leak-how-stem = басқа септікте немесе тұлғада
leak-how-initials = аты-жөнінің бас әріптерімен
leak-how-kazakh_latin = қазақ латын әліпбиімен
leak-how-transliterated = басқа әліпбимен
leak-how-digits = цифрлары бойынша
leak-how-path = мекенжай, аккаунт немесе қалта
leak-how-words = мәтіннің қатар тұрған сөздері
leak-how-bytes = беттерінде емес, файлдың ішінде
leak-machine = Осы компьютер
leak-machine-user = компьютер пайдаланушысының аты
leak-machine-host = компьютердің аты
leak-machine-folder = компьютердегі қалта
leak-reason = Бұл мәндердің неге қалатыны, заңгердің сөзімен
leak-reason-hint = Кемінде 10 әріп. Себеп құжатпен бірге мөрленеді және журналда тұрады.
leak-reason-child = Баспасөзге немесе жұртшылыққа арналған құжатта баланы тануға мүмкіндік беретін ештеңе қалмайды, себебі қандай болса да.
leak-limits = Табылмайды: мазмұндап айту, аударма, лақап ат; жеке тұрғанда есім де болатын қысқа немесе қарапайым сөздер; суреттегі әріптер; бірге алғанда адамды танытатын жер, жас және мектеп.
