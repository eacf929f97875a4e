### The method: its rule book, its versions, and what a check finds in them.

# The rule book.
method-kind = Ережелер жинағы
method-title = Жою туралы нұсқама қалай бағаланады
method-line-version = { $version } нұсқасы
method-line-published = бағдарламамен бірге жарияланған
method-line-draft = { $base } нұсқасынан жасалған жоба, қолданылмайды
method-line-adopted = «{ $by }» қабылдаған, { $day }
method-line-adopted-undated = «{ $by }» қабылдаған
method-line-retired = «{ $by }» қабылдаған, { $day }; кейін қолданыстан шығарылған
method-draft-warning = Бұл — жоба: ол бойынша ештеңе бағаланбайды және ол әлі өзгеруі мүмкін.
method-order-of-work = Бөліктер ретімен өтеді: алдымен кіріспе, одан кейін материал, нұсқама және мән-жай. Әр материалды екі адам бір-бірінің жауабын білмей бағалайды; олар келіспесе, үшінші адам шешеді. Әр жауап және оның қай нұсқа бойынша берілгені тізілімде қалады.
method-scale = Әдеттегі шкала
method-scale-text = Сұрақтардың көбінде шкала бірдей. «Бар» дегені: { $met }. «Жоқ» дегені: { $unmet }. Өзге жауаптың бәрі сұрақты ашық қалдырады. Мына жауаптар дәйексөзге, айғаққа не ескертпеге сүйенуі тиіс: { $grounded }.
method-usual-scale = әдеттегі шкала
method-values = Жауаптары: { $values }
method-values-several = Жауаптары, бірнешеуін таңдауға болады: { $values }
method-reads-met = «Бар» деп есептеледі: { $values }
method-reads-unmet = «Жоқ» деп есептеледі: { $values }
method-element = Элементі: { $element }
method-source = Дереккөзі: { $source }
method-source-unchecked = Дереккөзі, сөздері түпнұсқамен әлі салыстырылмаған: { $source }
method-example = Мысал: { $example }
method-content = Материал туралы қорытынды
method-content-text = Қорытынды әрқайсысы «орындалған» немесе «орындалмаған» болатын мына жауаптардан шығады: { $inputs }. Ережелер біріншісінен соңғысына дейін оқылады, бірінші сай келгені шешеді. Жауаптардың толық жиыны — { $sets }; бәрі тексерілген және әрқайсысының дәл бір қорытындысы бар. Бұл тізімнен тыс бірде-бір жауап оны өзгертпейді. Есептелген қорытындыдан тек жазбаша негіздемемен ауытқуға болады.
method-joined = Мыналардың бәрі орындалғанда { $code } орындалған: { $codes }. Біреуі орындалмаса, { $code } да орындалмаған.
method-when = Сай келеді, егер: { $conditions }
method-met = { $code } орындалған
method-not-met = { $code } орындалмаған
method-or = {"; немесе "}
method-always = жауап қандай болса да
method-any-answers = кез келген жауап
method-subtype = Түрі: { $subtype }
method-subtype-by = Түрі { $code } бойынша. Орындалған: { $met }; орындалмаған: { $unmet }; ашық: { $open }
method-subtype-chosen = жауаптағыдай
method-decides = { $sets ->
   *[other] { $sets } жауап жиынын шешеді
}
method-open = Ашық жауаптар
method-open-text = Ашық жауап тұрғанда, оларды толықтырудың барлық жолы тексеріледі. Бәрі бір қорытындыға әкелсе, ол қазірдің өзінде белгілі; әйтпесе қорытынды — «анықтау мүмкін емес», ал оны шешетін сұрақтар аталады. Мұндай материалдар есептен шығарылмайды.
method-verdicts = Алты қорытынды
method-findings = Нұсқама туралы қорытынды
method-findings-text = Нұсқама туралы қорытынды бір-біріне тәуелсіз белгілерден тұрады. Олар материал туралы қорытындыдан және нұсқама туралы { $count } сұрақтың жауабынан шығады; қолданылмайтын сұрақ есепке кірмейді. Салмақталған индекс жоқ: салмақтарды негіздеу мүмкін болмас еді. Ақаулардың озбырлықтың қай элементтеріне қатысты екені айтылады.
method-how-arbitrary = Материал туралы қорытынды: { $verdicts }; немесе орындалмаған: { $codes }; немесе ақаулар кемінде { $elements } элементке қатысты
method-how-unlawful-on-its-face = Біреуі болса да орындалмаған: { $codes }
method-how-defective-procedure = Материал туралы қорытынды: { $verdicts }; әрі өзге бір талап орындалмаған
method-how-no-defect-found = Қолданылатын сұрақтардың бәріне жауап берілген және бәрі орындалған
method-how-not-assessable = Қолданылатын әр { $of } сұрақтың { $over }-інен көбі ашық
method-derived = { $code } ашық қалдырылса, ол { $all } жауаптарынан шығады: бәрі орындалса, ол да орындалған. «Орындалмаған» деп { $once } сұрақтарының біріне жауап берілгенде ғана есептеледі: сонда ғана бұл тізімнің нұсқамаға қатысы бар екені анық.
method-elements = Озбырлықтың элементтері
method-reliability = Бағалаушылар қаншалықты келіседі
method-reliability-text = Әр сұрақ пен қорытынды үшін Криппендорфтың α көрсеткіші аралығымен бірге жарияланады. 0,80-ден бастап нәтиже берік; 0,667 мен 0,80 арасында ол алдын ала нәтиже және солай деп айтылады; 0,667-ден төмен болса, сұрақ бірде-бір басты санға кірмейді. Шын материалдарды бағаламас бұрын бағалаушылар ойдан шығарылған материалдармен жұмыс істейді, әрі екі бағытта: олардың ішінде балаларға қатысты нағыз кибербуллинг те, заңды сын да бар.
method-changes = Нұсқалар
method-changes-text = Жарияланған нұсқа ешқашан өзгермейді. Келесісінің нөмірі ненің өзгергенінен шығады: соңғы цифр — тек сөздер, ортаңғысы — ештеңені шешпейтін жаңа сұрақ, біріншісі — өзгерген ереже не нұсқама туралы жаңа сұрақ. Бірінші цифры бөлек қорытындылар ешқашан бір санға қосылмайды.
method-seal-whole = { $version } нұсқасы
method-seal-note = Осы нұсқа файлдарының және үшеуінің қатарынан алынған SHA-256 хэштері. Файлдары бар адам оларды тексере алады.

# Where a version stands, and how far it is from the one it was made from.
method-status-published = бағдарламамен жарияланған
method-status-draft = жоба
method-status-adopted = қабылданған
method-status-retired = қолданыстан шығарылған
method-step-none = өзгеріс жоқ
method-step-patch = сөздері
method-step-minor = жаңа сұрақ
method-step-major = өзгерген ереже

# Fields of the forms about versions.
field-adopted-by = кім қабылдады
field-adopted-on = қабылданған күні
field-change = бұл нұсқа нені өзгертеді
field-why = себебі

# What a check finds.
method-fault-hole = Мына жауаптарға бірде-бір ереже сай келмейді: { $answers }.
method-fault-never-reached = { $by ->
    [none] { $rule } ережесі ешқандай жауапқа сай келмейді.
   *[other] { $rule } ережесі ешқашан шешпейді: оған сай келетіннің бәрін алдындағы ережелер алады ({ $by }).
}
method-fault-overlap = { $rule } ережесі ешқашан шешпейді: оған сай келетіннің бәрін { $with } ережесі алады және басқа қорытынды айтады. Мына жауаптарға екеуі де сай: { $answers }.
method-fault-unknown-code = { $rule }: { $code } аталған, бірақ ондай жоқ.
method-fault-unknown-value = { $question } сұрағы «{ $value }» мәнімен оқылады, бірақ ол шкаласында жоқ немесе екі түрлі оқылған.
method-fault-unknown-verdict = { $rule }: «{ $verdict }» деген қорытынды жоқ.
method-fault-missing-translation = Мәтін жоқ: { $place }, { $lang }.
method-fault-duplicate-code = «{ $code }» коды бос немесе екі рет тұр.
method-fault-no-scale = { $question } сұрағының таңдайтын жауабы жоқ немесе біреуі екі рет тұр.
method-fault-unread = { $code } жауаптарының бірде-бірі «орындалған» немесе бірде-бірі «орындалмаған» деп есептелмейді.
method-fault-too-many-inputs = Шешетін жауап саны { $count }; ең көбі { $limit } тексеріледі.
method-fault-out-of-range = «{ $place }» ішіндегі сан рұқсат етілген шектен тыс. Элемент саны кемінде 1. Үлес ең көбі 100 сұрақтан алынады және бүтіннен аспайды.
method-fault-too-many-rules = Ереже саны { $count }, бұл тым көп; ең көбі { $limit }.
method-fault-unreadable = «{ $file }» файлы жоқ немесе тиісті түрде емес.
method-fault-changed-byte = «{ $file }» файлы жарияланған файл емес: хэші басқа.
method-fault-step-too-small = { $version } нөмірі { $other } нұсқасымен салыстырғандағы өзгерістен азын білдіреді.

# The command line.
method-line-row = { $version }  { $status }  { $digest }
method-in-use = қолданыста
method-check-clean = Қате жоқ. Жауаптардың толық жиыны: { $sets }, әрқайсысының дәл бір қорытындысы бар. SHA-256 { $digest }
method-check-faults = Қате саны: { $count }
method-check-sealed = SHA256SUMS сәйкес келеді.
method-check-unsealed = SHA256SUMS жоқ: дәл осы байттар жарияланғанын ештеңе растамайды.
method-saved = Сақталды: { $name }, SHA-256 { $digest }
method-adopted-now = { $version } нұсқасы қабылданды: { $by }.
