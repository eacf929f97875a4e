### Names and phrases shared by the window, the papers and the command line.

# The six verdicts on an item.
verdict-real-bullying = нағыз кибербуллинг
verdict-legitimate-criticism = заңды сын
verdict-mixed = аралас
verdict-other-unlawful = өзге құқыққа қайшы
verdict-other-lawful = өзге заңды
verdict-cannot-tell = анықтау мүмкін емес

# Subtypes of a verdict.
subtype-inside-statute = бала, заң қолданылады
subtype-outside-statute = ересек, заң қолданылмайды
subtype-age-unknown = жасы белгісіз
subtype-basis-failed = фактілік негізі жоқ
subtype-hurtful-single-act = бір рет жасалған қорлау

# The 24-hour term of an order.
deadline-met = мерзімінде
deadline-missed = мерзімінен кеш
deadline-indeterminate = анықтау мүмкін емес
deadline-running = мерзімі өтіп жатыр
deadline-unknown = белгісіз

# Kinds of instrument.
instrument-ministry-order = министрліктің нұсқамасы
instrument-prosecutor-submission = прокурордың ұсынуы
instrument-court-act = сот актісі
instrument-police-request = полицияның сұрау салуы
instrument-letter = хат
instrument-platform-channel-flag = платформа арнасы арқылы хабарлама
instrument-preventive-recommendation = алдын алу ұсынымы
instrument-unknown = белгісіз

# How an order became known.
learned-platform-notice = платформаның хабарламасы
learned-author = автор
learned-lawyer = адвокат
learned-court-file = сот ісі
learned-register = мемлекеттік тізілім
learned-press = баспасөз
learned-foi = ақпаратқа сұрау салу
learned-leak = бейресми дереккөз
learned-monitoring = мониторинг
learned-unknown = белгісіз

# Grounds that an order states.
ground-child-cyberbullying = балаға қатысты кибербуллинг
ground-bullying-unspecified = кімге қатысты екені айтылмаған буллинг
ground-honour-dignity = ар-намыс пен қадір-қасиет
ground-defamation = жала жабу
ground-false-information = жалған ақпарат
ground-personal-data = дербес деректер
ground-extremism = экстремизм
ground-drugs = есірткі
ground-gambling = құмар ойындар
ground-pornography = порнография
ground-elections = сайлау
ground-lgbt-propaganda = ЛГБТ «насихаты»
ground-other = өзге
ground-not-stated = көрсетілмеген

# What an order demands.
action-delete = жою
action-geo-block = елде қолжетімсіз ету
action-suspend-account = аккаунтты тоқтата тұру
action-block-site = сайтты бұғаттау
action-disclose-author = авторды ашу
action-label = белгі қою
action-other = өзге
action-not-stated = көрсетілмеген

# How much of the document was seen.
document-original = түпнұсқа
document-copy = көшірме
document-quoted = дәйексөз
document-described-only = тек сипаттама
document-unknown = белгісіз

# Yes, no, and what lies between.
tri-yes = иә
tri-no = жоқ
tri-partly = ішінара
tri-unknown = белгісіз

# How far an order gives reasons.
reasons-none = негіздеме жоқ
reasons-formula = жалпылама
reasons-case-specific = нақты жағдай бойынша
reasons-unknown = белгісіз

# What happened to an item.
outcome-removed = жойылды
outcome-geo-blocked = елде қолжетімсіз етілді
outcome-account-suspended = аккаунт тоқтатылды
outcome-age-gated = жас шектеуі қойылды
outcome-labelled = белгі қойылды
outcome-author-deleted = автор өзі жойды
outcome-partly = ішінара орындалды
outcome-refused = бас тартылды
outcome-no-action = шара қолданылмады
outcome-unknown = белгісіз

# Kinds of content.
kind-post = жазба
kind-comment = пікір
kind-image = сурет
kind-video = бейнежазба
kind-audio = аудиожазба
kind-story = сторис
kind-message = хабар
kind-channel = арна
kind-account = аккаунт
kind-group = топ
kind-article = мақала
kind-livestream = тікелей эфир
kind-other = өзге

# Languages.
language-kk = қазақша
language-ru = орысша
language-en = ағылшынша
language-mixed = аралас
language-other = өзге
language-unset = айтылмаған

# How careful one must be with an item.
sensitivity-normal = әдеттегі
sensitivity-child-identifiable = баланы тануға болады
sensitivity-intimate = жеке өмірге қатысты
sensitivity-graphic = ауыр көрініс

# Channels of a complaint.
channel-e-otinish = e-Otinish
channel-paper = қағаз түрінде
channel-hotline-111 = 111 сенім телефоны
channel-platform-form = платформа нысаны
channel-media = БАҚ
channel-unknown = белгісіз

# Who filed a complaint.
filer-legal-representative = заңды өкіл
filer-child = бала
filer-other-citizen = өзге азамат
filer-official-for-self = лауазымды адам өзі үшін
filer-agency = орган
filer-anonymous = жасырын
filer-unknown = белгісіз

# What came of a complaint.
decision-confirmed = расталды
decision-not-confirmed = расталмады
decision-refused = қабылданбады
decision-forwarded = басқа органға жіберілді
decision-no-reply = жауап жоқ
decision-pending = қаралуда
decision-unknown = белгісіз

# Kinds of authority.
authority-info-ministry = ақпарат министрлігі
authority-prosecutor-general = Бас прокуратура
authority-court = сот
authority-police = полиция
authority-security = ұлттық қауіпсіздік органы
authority-education-child = білім және бала құқықтары органы
authority-local-executive = әкімдік
authority-other = өзге

# Kinds of platform.
platform-social-network = әлеуметтік желі
platform-messenger = мессенджер
platform-video = бейне платформасы
platform-forum = форум
platform-media = БАҚ
platform-website = сайт
platform-other = өзге

# Units of an audience measure.
audience-avg-daily-over-month = ай ішінде орта есеппен күніне пайдаланушы
audience-monthly-users = айына пайдаланушы
audience-hosts-per-day = күніне хост
audience-other = өзге

# Days. The names of months stand as they follow the number of a day.
day-full = { $year } жылғы { $day }{"\u00A0"}{ $month }
month-1 = қаңтар
month-2 = ақпан
month-3 = наурыз
month-4 = сәуір
month-5 = мамыр
month-6 = маусым
month-7 = шілде
month-8 = тамыз
month-9 = қыркүйек
month-10 = қазан
month-11 = қараша
month-12 = желтоқсан

# Counts.
count-of = { $count } / { $of }
# A share as a word where it has one, as it stands behind “more than”.
share-of = { $of ->
    [2] { $over ->
        [1] жартысынан
       *[other] { $over }/{ $of } бөлігінен
    }
    [3] { $over ->
        [1] үштен бірінен
        [2] үштен екісінен
       *[other] { $over }/{ $of } бөлігінен
    }
    [4] { $over ->
        [1] төрттен бірінен
        [3] төрттен үшінен
       *[other] { $over }/{ $of } бөлігінен
    }
   *[other] { $over }/{ $of } бөлігінен
}

# What must be said beside a measure.
caveat-known-orders-only = Бұл — бізге белгілі нұсқамалар ғана. Ешбір дереккөз көрмеген нұсқамалар бұл санға кірмейді.
caveat-cannot-tell-counted = «Анықтау мүмкін емес» деген қорытындылар бөлгіште қалады.
caveat-small = Пайызды көрсету үшін материал тым аз (20-дан кем).
caveat-not-random = Материалдар кездейсоқ іріктелмеген: белгілі жағдайлардан бүкіл ел туралы қорытынды шығаруға болмайды.
caveat-described-only = Тек сипаттамасы белгілі нұсқамалар үлестерге кірмейді.
caveat-agreement-low = Екі тәуелсіз бағалаушының осы қорытындыдағы келісімі тым төмен (альфа 0,667-ден аз), сондықтан оның үлесі тақырыпқа шығарылмайды.
caveat-questions-below = Екі тәуелсіз бағалаушының { $codes } сұрағындағы келісімі тым төмен (альфа 0,667-ден аз).

# Why something was refused, in the window and on the command line; and why a row of a table was.
failure-wrong-passphrase = Бұл сөйлем тізілімді ашпайды. Ештеңе өзгерген жоқ. Пернетақта тілін тексеріп, қайта теріңіз.
failure-header-damaged = Тізілім тақырыбының екі көшірмесі де зақымданған, кілтті оқу мүмкін емес. Ештеңе өзгерген жоқ. header.json файлын резервтік көшірмеден қайтарыңыз; дерекқордың өзі бүтін болуы мүмкін.
failure-header-missing = Тізілімнің тақырыбы жоқ, кілтті оқу мүмкін емес. Ештеңе өзгерген жоқ. Осы қалтаның резервтік көшірмесінен header.json не header.bak файлын қайтарыңыз.
failure-header-foreign = Тақырып жанындағы дерекқордікі емес, басқа тізілімдікі. Ештеңе өзгерген жоқ. Осы қалтаның өз тақырыбын қайтарыңыз.
failure-database-damaged = Сөйлем дұрыс, бірақ дерекқор зақымданған не қысқарып қалған. Ештеңе өзгертілген де, түзетілген де жоқ. Осы көшірмені сол күйінде сақтап, резервтік көшірмені ашыңыз.
failure-vault-newer = Тізілім Tarazy бағдарламасының жаңарақ нұсқасымен жазылған. Ештеңе өзгерген жоқ. Tarazy-ды жаңартып, қайта ашыңыз.
failure-vault-absent = Бұл қалтада тізілім жоқ. Ештеңе өзгерген жоқ. Басқа қалтаны таңдаңыз не тізілім жасаңыз.
failure-vault-exists = Бұл қалтада бірдеңе бар. Ештеңе өзгерген жоқ. Бос қалтаны таңдаңыз.
failure-vault-in-use = Тізілім басқа терезеде ашық. Ештеңе өзгерген жоқ. Алдымен сонда жабыңыз.
failure-vault-read-only = Қалтаға жазуға болмайды. Ештеңе жоғалған жоқ. Жазу құқығын беріңіз не қалтаны басқа жерге көшіріңіз.
failure-place-refused = Құжат ол жерге сақталмайды: бұл — тізілім қалтасының іші не ол жерде файл бар. Ештеңе өзгерген жоқ. Басқа атау не басқа қалта таңдаңыз.
failure-clipboard-refused = Жүйе суретті алмасу буферіне қабылдамады. Ештеңе көшірілген жоқ. Қайталап көріңіз немесе суретті файл етіп сақтаңыз.
failure-disk-full = Диск толып қалды. Ештеңе жартылай жазылған жоқ; бұрын сақталғанның бәрі орнында. Орын босатып, қайталаңыз.
failure-disk-failing = Дискіні оқу не оған жазу мүмкін болмады. Ештеңе жартылай жазылған жоқ. Диск істен шығып жатқан болуы мүмкін: тізілімнің бүкіл қалтасын басқа дискіге көшіріп, сонда ашыңыз.
failure-locked = Тізілім жабық. Ештеңе жоғалған жоқ. Оны ашып, қайталаңыз.
failure-passphrase-weak = Бұл сөйлемді табу тым оңай (шамамен { $bits } бит). Ештеңе өзгерген жоқ. Кездейсоқ алты сөз алыңыз.
failure-invalid = Мән көрсетілмеген не жарамсыз: { $field }. Ештеңе сақталған жоқ. Түзетіп, қайталаңыз.
failure-not-found = Бұл енді жоқ. Ештеңе өзгерген жоқ. Тізімге қайта қараңыз.
failure-file-empty = «{ $name }» файлында жол жоқ. Ештеңе импортталған жоқ. Басқа файлды таңдаңыз.
failure-file-binary = «{ $name }» — мәтіндік кесте емес. Ештеңе импортталған жоқ. Оны CSV етіп сақтап, қайта таңдаңыз.
failure-file-encoding = «{ $name }» файлының әріптері белгілі кодтаулардың ешқайсысымен оқылмайды. Ештеңе импортталған жоқ. Оны UTF-8 етіп сақтап, қайта таңдаңыз.
failure-file-bounds = «{ $name }» файлы импорт қабылдайтын шектен үлкен: { $what ->
    [rows] онда { $limit } жолдан көп
    [columns] онда { $limit } бағаннан көп
    [cells] онда { $limit } ұяшықтан көп
    [entries] онда { $limit } бөліктен көп
    [unpacked] ашылған түрінде ол { $limit } байттан үлкен
   *[ratio] оның бір бөлігі ашылғанда { $limit } еседен артық ұлғаяды — әдеттегі кесте олай сығылмайды
}. Ештеңе импортталған жоқ. Оны бөліп, бөлшектеп импорттаңыз.
failure-file-workbook = «{ $name }» кітабы бүлінген не басқа түрге жатады. Ештеңе импортталған жоқ. Оны кесте редакторында ашып, XLSX не CSV етіп сақтап, қайта таңдаңыз.
failure-file-too-large = «{ $name }» файлы { $limit } байттан үлкен. Ештеңе импортталған жоқ. Оны бөліп, бөлшектеп импорттаңыз.
failure-file-unreadable = «{ $name }» файлы оқылмайды. Ештеңе өзгерген жоқ. Оның орнында тұрғанын және оқу құқығыңыз барын тексеріңіз.
failure-folder-absent = «{ $name }» қалтасы табылмады. Ештеңе өзгерген жоқ. Атауының қалай жазылғанын тексеріңіз.
failure-file-no-columns = Бірде-бір бағанда нөмір, мекенжай не мәтін жоқ. Ештеңе импортталған жоқ. Қай бағанда не тұрғанын көрсетіңіз.
failure-file-foreign = «{ $name }» — осы нұсқа білетін ашық тізілім емес. Ештеңе өзгерген жоқ. tarazy-register/1 түріндегі файлды таңдаңыз.
failure-file-damaged = «{ $name }» бүлінген не { $line }-жолда үзілген. Ештеңе өзгерген жоқ. Оны қайта шығарыңыз не басқа көшірмесін алыңыз.
failure-file-record-refused = «{ $name }» ішіндегі жазба дұрыс емес: { $line }-жол, { $kind }, { $field }. Ештеңе өзгерген жоқ. Файлды түзетіңіз не қайта шығарыңыз.
failure-snapshot-foreign = «{ $name }» — осы нұсқа білетін суретке емес. Ештеңе есептелген жоқ. «Осы сандарды бекіту» не tarazy snapshot жазған файлды таңдаңыз.
failure-snapshot-damaged = «{ $name }» суреткесі бүлінген не өзгертілген: { $part }. Ештеңе есептелген жоқ. Басқа көшірмесін алып, бақылау қосындысын салыстырыңыз.
failure-snapshot-too-large = «{ $name }» ашылғанда суретке сыйдыра алатыннан үлкен. Ештеңе есептелген жоқ. Бұл файлға сенбеңіз.
failure-register-not-empty = Тізілімді тек жаңа, бос тізілімге қайта оқуға болады. Ештеңе өзгерген жоқ. Жаңа тізілім жасап, файлды сонда оқыңыз.
failure-cancelled = Тоқтатылды. Ештеңе өзгерген жоқ.
failure-undo-blocked = Импортты кері қайтаруға болмайды: оған кейінгі жазбалар сүйенеді ({ $count }). Ештеңе өзгерген жоқ.
failure-undone-before = Бұл бұрын кері қайтарылған. Ештеңе өзгерген жоқ.
failure-undo-overtaken = { $reference }: «{ $field }» өрісін содан бері журналдың { $entry }-жазбасы өзгерткен. Ештеңе кері қайтарылған жоқ. Алдымен сол жазбаны кері қайтарыңыз.
failure-undo-refused = { $why ->
    [addition] Бұл жазба жаңа мәлімет қосқан, ал тізілімнен ештеңе жойылмайды. Ештеңе кері қайтарылған жоқ.
    [reviewed] Бұл жазба қосқан мәлімет бағаланып қойған, ал бекітілген бағалау кері қайтарылмайды. Ештеңе өзгерген жоқ.
    [own_rules] Бағалаудың, әдістеменің, құжаттың және импорттың өз ережесі бар: олар осы жерден кері қайтарылмайды. Ештеңе өзгерген жоқ.
    [purged] Бұл жазбаның мәндері біржола өшірілген, оларды қайтаруға болмайды. Ештеңе өзгерген жоқ.
   *[other] Бұл жазба кері қайтаруға болатын ештеңені өзгертпеген. Ештеңе өзгерген жоқ.
    }
failure-too-many = Бір жолғыға тым көп: { $count }, ал { $limit } шегінен асуға болмайды. Ештеңе өзгерген жоқ. Сүзгіні тарылтыңыз немесе азырақ таңдаңыз.
failure-nothing-to-import = Файлда жаңа ештеңе жоқ: қабылданбаған жол — { $rejected }, тізілімде бұрыннан бар нұсқама — { $known }. Ештеңе жазылған жоқ.
failure-review-locked = Бұл бағалау бекітілген, жаңа жауап қабылдамайды. Ештеңе өзгерген жоқ.
failure-seat-empty = Бұл пернетақта алдында бағалаушы жоқ. Ештеңе өзгерген жоқ. Алдымен бағалау экранында орынға отырыңыз.
failure-place-taken = Бұл материал басқаларда немесе бағаланып қойған. Ештеңе өзгерген жоқ. Келесісін алыңыз.
failure-name-alike = «{ $name }» деген бағалаушы бар, ал бұл екі есімді көзбен ажырату мүмкін емес: айырмасы ұқсас әріптерде (латын мен кирилл), бас әріптерде не бос орындарда ғана. Ештеңе өзгерген жоқ. Тізімдегі орынға отырыңыз немесе басқаша көрінетін есім жазыңыз.
failure-conflict-open = Мүдделер қақтығысының бар-жоғы әлі айтылмаған. Ештеңе өзгерген жоқ. Материалды қайта ашып, жауап беріңіз.
failure-conflict-declared = Бұл материал бойынша мүдделер қақтығысы мәлімделген, оны басқа адам бағалайды. Ештеңе өзгерген жоқ. Келесісін алыңыз.
failure-still-blind = Бұл материалдың бағалаулары бір-біріне әлі көрінбейді. Екеуі де бекітілгенше, екіншісінен ештеңе көрсетілмейді. Алдымен өзіңіздікін бекітіңіз.
failure-cycle-open = Бұл материал қазір бағаланып жатыр. Ештеңе өзгерген жоқ. Қорытындысы шыққанын күтіп, содан кейін қайта бағалауға беріңіз.
failure-review-overtaken = Бағалау кезінде материал не оның нұсқамасы өзгерді. Бағалау бекітілген жоқ, жауаптар сақтаулы. Материалды қайта қарап, содан кейін бекітіңіз.
failure-override-needs-reason = Есептелгеннен өзге қорытындыға негіздеме керек. Бағалау бекітілген жоқ. Негіздемесін жазып, қайта бекітіңіз.
failure-answer-needs-ground = { $question } жауабы материалдың сөздеріне, айғаққа не ескертпеге сүйенуі тиіс. Бағалау бекітілген жоқ, жауаптар сақталды. Біреуін қосып, қайта бекітіңіз.
failure-quote-not-in-item = { $question } сұрағында дәйексөз етіп алынған сөздер материалда жоқ. Бағалау бекітілген жоқ, жауаптар сақталды. Материалды жазылған күйінде дәйексөз етіңіз немесе ол сөздердің қайда тұрғанын ескертпеде не айғақта көрсетіп, қайта бекітіңіз.
failure-answer-open = { $question } қорытындыны әлі шешеді, ал жауабы жоқ. Бағалау бекітілген жоқ, жауаптар сақталды. Жауап беріңіз («айту мүмкін емес» десе де болады) да, қайта бекітіңіз.
failure-method-faulty = Әдістемеде қателер бар ({ $count }). Ештеңе өзгерген жоқ. Тексерудегі қателер тізімін қарап, алдымен соларды түзетіңіз.
failure-method-settled = Әдістеменің { $version } нұсқасы бекітілген, ол енді өзгермейді. Ештеңе өзгерген жоқ. Одан жоба жасаңыз.
failure-method-taken = Әдістеменің { $version } нұсқасы мұнда бар, бірақ мазмұны басқа. Ештеңе алынбады. Екеуінің қайсысы өздерінікі екенін жариялағандардан сұраңыз.
failure-method-unchanged = Жоба { $version } нұсқасымен бірдей. Ештеңе қабылданбады. Бірдеңені өзгертіңіз немесе жобаны алып тастаңыз.
failure-method-last = { $version } — бағалауға болатын соңғы нұсқа. Ол күшінен алынған жоқ. Алдымен басқа нұсқаны қабылдаңыз.
failure-paper-needs-review = Анықтама үшін кемінде бір бағаланған материал керек. Ештеңе сақталған жоқ. Алдымен бағалауды бекітіңіз.
failure-paper-public-part = Тізілімнің бір бөлігі баспасөз бен жұртшылыққа берілмейді: екі бөлікті салыстырып, кіші сандарды шығаруға болар еді. Ештеңе сақталған жоқ. Сүзгіні алып тастаңыз немесе басқа оқырманды таңдаңыз.
failure-paper-needs-order = Іс құжаты бір нұсқама туралы жасалады, ал ол таңдалмаған. Ештеңе сақталған жоқ. Нұсқаманы таңдаңыз.
failure-paper-glyph-missing = Құжат қаріптерінде мына таңбалар жоқ: { $letters }. Олар «{ $place }…» деп басталатын мәтінде тұр. Ештеңе сақталған да, жоғалған да жоқ. Сол мәтінді өзгертіңіз.
failure-paper-leaks = Құжатта оқырмандары көрмеуге тиіс { $count } мән бар. Ештеңе сақталған жоқ. Оларды мәтіндерден алып тастаңыз немесе қалу себебін заңгер көрсетсін.
failure-paper-tells-child = Баспасөзге немесе жұртшылыққа арналған құжатта баланы тануға болатын { $count } мән бар. Ештеңе сақталған жоқ. Оларды ешқандай себеппен қалдыруға болмайды: мәтіндерден алып тастаңыз.
failure-paper-not-kept = Бұл құжаттың файлы мұнда сақталмаған: ол басқа тізілімде немесе ескі нұсқада мөрленген. Ештеңе өзгерген жоқ. Өз көшірмеңізді алыңыз: «Тексеру» оның сол екенін айтады.
failure-exhibit-missing = Бұл дәлелдеменің файлы тізілім қалтасында жоқ. Ештеңе өзгерген жоқ. Оны бүкіл қалтаның резервтік көшірмесінен іздеңіз: жазылған дайджест файлдың сол екенін көрсетеді.
failure-exhibit-altered = Бұл дәлелдеменің файлы зақымданған не басқа файлмен ауыстырылған. Көшірме жасалған жоқ, ештеңе өзгерген жоқ. Қалтаны сол күйінде сақтап, файлды резервтік көшірмеден алыңыз; сол файлды қайта қоссаңыз да орнына келеді.
failure-exhibit-too-large = Файл { $limit } байттан үлкен. Ештеңе қосылған жоқ. Бейнежазбаны бөліп, әр бөлігін қосыңыз.
failure-exhibit-unread = Файл соңына дейін оқылмайды не оқып жатқанда өзгеріп кеткен. Ештеңе қосылған жоқ. Оның орнында тұрғанын, оқу құқығыңыз барын және басқа бағдарлама жазып жатпағанын тексеріңіз.
failure-paper-over-limit = Мәтінде { $words } сөз бар, ал шегі { $limit }. Ештеңе сақталған жоқ. Мәтіндерді қысқартыңыз немесе басқа сөз шегін қойыңыз.
failure-try-later = Қате әрекет тым көп болды, келесісіне { $seconds } с күту керек. Ештеңе өзгерген жоқ. Осы уақытта сөйлем жазылған қағазды тауып, пернетақта тілін тексеріңіз.
failure-recovery-wrong = Бұл сөздер қалпына келтіру кілті емес: бір сөз басқасымен шатасқан не сөздердің реті бөлек. Ештеңе өзгерген жоқ. Оларды қағазбен бір-бірлеп салыстырыңыз.
failure-recovery-differs = Терілген сөздер құрастырылған кілтпен бірдей емес. Кілт әзірге ештеңені ашпайды, ештеңе өзгерген жоқ. Қағазды терілгенмен салыстырыңыз не сөздерді қайта көрсетіңіз.
failure-recovery-stale = Бұл — қалпына келтіру кілті, бірақ осы тізілім оны білмейді: ол ауыстырылған, алып тасталған не басқа тізілімдікі. Ештеңе өзгерген жоқ. Жаңарақ парақты іздеңіз немесе онымен ескірек резервтік көшірмені ашыңыз.
failure-share-false = { $number }-үлес басқаларымен бірге жасалмаған. Ештеңе өзгерген жоқ. Ұйымы мен күні бірдей үлесті табыңыз.
failure-vault-damaged = Тізілім зақымданған, оны тек оқуға болады, сондықтан бұл сақталмады. Ештеңе өзгерген жоқ. «Сақталуы» экранын ашыңыз: не болғаны және не істеу керегі сонда айтылған.
failure-backup-damaged = Бұл резервтік көшірме зақымданған не үзіліп қалған. Ештеңе өзгерген де, қалпына келтірілген де жоқ. Көшірмелер қалтасынан басқасын алыңыз.
failure-backup-foreign = Бұл файл — Tarazy бағдарламасының резервтік көшірмесі емес. Ештеңе өзгерген жоқ. Көшірмелер қалтасындағы файлды таңдаңыз.
failure-backup-unopened = Терілген сөздер осы көшірме жасалған күні тізілімді ашпаған. Ештеңе өзгерген жоқ. Көшірмені сол күнгі сөйлем не қалпына келтіру кілті ашады: ескірегін теріп көріңіз.
failure-backup-nowhere = Резервтік көшірмелер қалтасы қазір жоқ. Ештеңе жазылған жоқ. Флешканы салыңыз не басқа қалта таңдаңыз.
failure-folder-taken = Резервтік көшірме тек бос қалтаға қалпына келтіріледі, ал бұл қалтада бірдеңе бар. Ештеңе өзгерген жоқ. Жаңа қалта жасап, соны таңдаңыз.
failure-internal = Ішкі қате болды. Бұрын сақталғанның бәрі орнында. Тізілімді жауып, қайта ашыңыз да, журналда тексеріңіз.
reject-date-unreadable = күнін оқу мүмкін емес
reject-fields-missing = ұяшық саны бағаннан аз
reject-fields-extra = ұяшық саны бағаннан көп
reject-nothing-named = нұсқама да, материал да аталмаған
reject-cell-too-long = ұяшық 1 МБ-тан ұзын
reject-above-header = тақырып жолынан жоғары тұр
reject-number-unreadable = сан емес
reject-file = қабылданбаған жолдар
reject-row = Жол
reject-reason = Себебі
closing-unsaved = Бәрі сақталған жоқ, сондықтан терезе ашық қалды. Бәрібір жабу үшін тағы бір рет жабыңыз.
