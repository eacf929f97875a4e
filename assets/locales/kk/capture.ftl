### Жылдам жазу өрістерден тыс не айтады.
capture-passage = Мәтінде: { $before }⟨{ $passage }⟩{ $after }
capture-passage-hint = Танылғандары белгіленген. Мәтіндегі орнын көру үшін өріске өтіңіз; Delete пернесі қабылдамайды.
capture-certain = танылды, тікелей айтылған
capture-reject = Қабылдамау
capture-rejected = { $field }: қабылданбады.
capture-also-read = Мәтіннен тағы оқылғаны
capture-also-read-item = Қабылдамау: { $field } – { $value }
capture-also-empty = Қалғаны қабылданбады.
capture-field-actions = Талабы
capture-field-deadline-stated = Мерзімі
capture-field-deadline-basis = Мерзім қай сәттен есептеледі
capture-field-stated-reasons = Негіздемесі, сөзбе-сөз
capture-field-secrecy-demanded = Құпия сақтауды талап етеді
capture-field-scope = Аумағы
capture-field-duration = Ұзақтығы
capture-field-signatory-role = Қол қойған
capture-field-court-act-cited = Аталған сот актісі
capture-field-language = Хаттың тілі
capture-value-hours = { $count ->
    [one] { $count } сағат
   *[other] { $count } сағат
 }
capture-value-days = { $count ->
    [one] { $count } күн
   *[other] { $count } күн
 }
capture-value-working-days = { $count ->
    [one] { $count } жұмыс күні
   *[other] { $count } жұмыс күні
 }
capture-value-immediate = дереу
capture-value-asap = тезірек, күні айтылмаған
capture-value-until = { $day } күніне дейін
capture-value-h24-from-receipt = алған сәттен
capture-value-h24-from-issue = шығарылған сәттен
capture-value-other = алған да, шығарылған да сәт айтылмаған
capture-value-yes = иә
capture-value-kz = Қазақстан
capture-value-worldwide = бүкіл әлем
capture-value-permanent = мерзімсіз
capture-value-kk = қазақ тілі
capture-value-ru = орыс тілі
capture-value-en = ағылшын тілі
capture-value-mixed = бірнеше тіл
capture-value-other-language = басқа тіл
capture-duplicate-open = Сол жазбаны ашу
capture-duplicate-add = Мекенжайларды сол жазбаға қосу
capture-duplicate-anyway = Бәрібір жазу
capture-duplicate-choices = { $reference }: не істеу керек
capture-duplicate-added = Мекенжайлар { $reference } жазбасына қосылды, журнал жазбасы { $seq }.
duplicate-same-number-issuer = { $reference }: нөмірі де, органы да дәл осындай.
duplicate-alike-locator = { $reference }: осыған өте ұқсас мекенжай аталған.
duplicate-there = Онда былай жазылған: { $locator }
duplicate-how = Айырмашылығы: { $how }.
duplicate-how-scheme = http немесе https, порт
duplicate-how-host-case = сайт атауындағы бас әріптер
duplicate-how-www = www.
duplicate-how-mobile = сайттың мобильді нұсқасы
duplicate-how-alias = сол сайттың басқа атауы
duplicate-how-slash = соңындағы қиғаш сызық
duplicate-how-escape = пайыз кодымен жазылған әріптер
duplicate-how-tracking = бақылау белгілері
duplicate-how-query-order = параметрлердің реті
duplicate-how-fragment = # белгісінен кейінгі бөлігі
duplicate-how-defanged = зиянсыздандырылған жазба (hxxp, [.])
duplicate-how-other = жазылу тәсілі
capture-stub = Нұсқама балаларға қатысты жыныстық сипаттағы материал туралы
capture-stub-title = Бұл материалдан ештеңе жазылмайды
capture-stub-note = Тек нөмірі, органы, күні және платформасы сақталады: мекенжай да, мәтін де, ескертпе де сақталмайды. Материалды ашпаңыз, көшірмеңіз, ешкімге жібермеңіз. Ол туралы полицияға, балаларға арналған 111 сенім телефонына немесе INHOPE желісінің жедел желісіне хабарлаңыз.
capture-stub-found = Қойылған мәтінде балаларға қатысты жыныстық сипаттағы материал туралы айтылған, сондықтан қысқа жазба ғана қалады. Олай болмаса, белгіні алып тастаңыз; мәтін сақталған жоқ.
capture-referral = Кімге және қашан хабарланды
capture-referral-none = Әзірге ешкімге хабарланған жоқ.
