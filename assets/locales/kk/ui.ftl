### Words of the window.

loading = Оқылуда…
save = Сақтау
may-stay-empty = Бос қалдыруға болады.
saved-line = Жазылды: { $reference } (журналдағы { $seq }-жазба).
skip-to-content = Мазмұнға өту
languages = Тіл
dialog-close = Жабу
palette = Өту немесе орындау
palette-find = Экранды не әрекетті табу
palette-none = Мұндай атау жоқ.
page-newer = Жаңарақ
page-older = Ескірек
example-notice = Мысал тізілім: ондағы адамдар, нұсқамалар мен сандар түгел ойдан шығарылған.
about-offline = Tarazy { $version } · желісіз жұмыс істейді; өзіңіз сақтамасаңыз, бұл компьютерден ештеңе шықпайды.

# Time.
time-month = { $year } ж. { $month }
time-left = { $hours } сағ { $minutes } мин
month-alone-1 = қаңтар
month-alone-2 = ақпан
month-alone-3 = наурыз
month-alone-4 = сәуір
month-alone-5 = мамыр
month-alone-6 = маусым
month-alone-7 = шілде
month-alone-8 = тамыз
month-alone-9 = қыркүйек
month-alone-10 = қазан
month-alone-11 = қараша
month-alone-12 = желтоқсан

# The rail.
rail = Экрандар
rail-new = Нұсқаманы жазу
rail-lock = Тізілімді жабу
nav-desk = Жұмыс үстелі
nav-orders = Нұсқамалар
nav-review = Бағалау
nav-papers = Құжаттар
nav-complaints = Өтініштер
nav-platforms = Платформалар
nav-imports = Импорт
nav-ledger = Журнал
nav-settings = Баптаулар

# Columns used by several tables.
column-reference = Тізілім нөмірі
column-order = Нұсқама
column-platform = Платформа

# Unlocking and creating.
passphrase = Құпия сөйлем
passphrase-show = Терілгенді көрсету
unlock-title = Тізілімді ашу
unlock-where = «{ $label }» қалтасы
unlock-do = Ашу
unlock-busy = Сөйлем тексерілуде…
vault-choose = Басқа қалта…
create-title = Жаңа тізілім
create-about = Тізілім — осы компьютердегі бір шифрланған қалта. Оны тек құпия сөйлем ашады.
create-org = Ұйым
create-org-hint = Құжаттарда осылай аталады.
create-actor = Сіздің атыңыз
create-actor-hint = Журналда осылай жазылады.
create-suggest = Алты сөз ұсыну
create-passphrase-hint = Кездейсоқ алты сөз алыңыз не өз сөйлеміңізді ойлап табыңыз: ұзын әрі жарияланған ештеңеге ұқсамайтын болсын.
create-offered = Кездейсоқ сөздер, шамамен { $bits } бит. Оларды қағазға жазып, компьютерден бөлек сақтаңыз, содан кейін төменде қайта теріңіз.
create-again = Құпия сөйлемді қайталаңыз
create-differs = Екі сөйлем бірдей емес.
create-example = Мысал тізіліммен толтыру (ойдан шығарылған)
create-warning = Құпия сөйлем жоғалса, тізілімді ешкім аша алмайды, біз де аша алмаймыз.
create-do = Жасау
create-busy = Кілт есептелуде…
strength-weak = Тым әлсіз (шамамен { $bits } бит): компьютерді алған кез келген адам таба алады.
strength-fair = Орташа (шамамен { $bits } бит). Кездейсоқ алты сөз сенімдірек.
strength-strong = Сенімді (шамамен { $bits } бит).

# The desk.
desk-empty = Әзірге ештеңе жазылмаған
desk-empty-hint = Естіген алғашқы нұсқаманы, ол туралы еш дерлік ештеңе білмесеңіз де, жазыңыз немесе бұрыннан жүргізіп келе жатқан кестеңізді импорттаңыз.
desk-import = Кестені импорттау
desk-figures = Тізілімнің үш саны
desk-criticism = Бағаланған материалдардағы заңды сын
desk-bullying = Бағаланған материалдардағы нағыз кибербуллинг
desk-known = Бізге белгілі
desk-orders = { $count } нұсқама
desk-items = { $count } материал
desk-seen = құжаты көрілген нұсқама: { $of } ішінен { $count }
desk-complaints = нұсқамасы белгісіз өтініш: { $of } ішінен { $count }
desk-clocks = 24 сағаттық мерзімі өтіп жатқандар
desk-no-clocks = Қазір бірде-бір мерзім өтіп жатқан жоқ.
desk-left = Қалған уақыт
desk-ending = бітіп қалған болуы мүмкін
desk-terms = Барлық нұсқамалардың мерзімі:
desk-drafts = Толықтыру керек жобалар
desk-no-drafts = Жоба жоқ.
desk-drafts-apart = Жоба толықтырылмайынша ешбір санға кірмейді.
desk-more = тағы { $count }
desk-reviews = Бағалау
desk-to-review = { $count ->
    [0] Бағалауды күтіп тұрған материал жоқ.
   *[other] { $count } материал бағалауды күтіп тұр.
}
desk-reviewed = бағаланғаны: { $of } ішінен { $count }
desk-review = Бағалауды бастау
desk-entries = { $count } жазба
desk-last-entry = соңғы жазба { $at }

# Shares.
share-nothing = Әзірге ештеңе бағаланбаған
share-too-few = Пайыз шығаруға тым аз
share-interval = 95 % сенім аралығы { $low } – { $high }
share-band = «Анықтау мүмкін емес» дегендер бір жаққа не екінші жаққа қосылса: { $low } – { $high }

# Papers.
paper-language = Құжаттың тілі
paper-preview = Алдын ала қарау
paper-page-of = { $pages } беттің { $page }-беті
paper-refused = Анықтаманы әзірге жасау мүмкін емес
paper-save = Сақтау және мөрлеу…
paper-saving = Сақталуда…
paper-sealed = { $name } сақталды және журналдағы { $seq }-жазбамен мөрленді.
papers-sealed = Мөрленген құжаттар
papers-about = Әр құжаттың бақылау қосындысы журналда тұр: өзгертілген көшірмені ажыратуға болады.
papers-none = Әзірге жоқ.
paper-bytes = { $count } байт
ledger-entry = журналдағы { $seq }-жазба

# The ledger.
ledger-about = Әр өзгеріс — бір жазба. Жазбалар өзгертілмейді, жойылмайды; әрқайсысына қол қойылған, бәрін кез келген уақытта тексеруге болады.
ledger-verify = Бәрін тексеру
ledger-verifying = Тексерілуде…
ledger-good = Бәрі сәйкес.
ledger-bad = Бірдеңе сәйкес емес.
ledger-bad-hint = Тексеру ештеңені өзгерткен жоқ. Осы көшірмені сол күйінде сақтап, резервтік көшірмемен салыстырыңыз.
ledger-checked = жазба: { $entries }, қол қойылған бақылау нүктесі: { $checkpoints }, салыстырылған жол: { $rows }
ledger-size = Жазба саны
ledger-root = Түбірі
ledger-device = Осы құрылғы
ledger-seq = №
ledger-at = Қашан
ledger-event = Не болды
ledger-object = Не туралы
ledger-actor = Кім
ledger-leaf = Бақылау қосындысы

# Settings.
settings-language = Тіл
settings-theme = Көрінісі
theme-system = Жүйедегідей
theme-light = Ашық
theme-dark = Қараңғы
settings-register = Осы тізілім
settings-folder = Қалта
settings-version = Нұсқасы
settings-reminders = Еске салу
settings-reminders-on = Бітіп бара жатқан мерзімдерді еске салу
settings-reminders-about = 24 сағаттық мерзім бітуіне екі сағат қалғанда және біткен сәтте жүйе тек «Tarazy» деген хабарлама көрсетеді: экранды көрген адам ештеңе білмейді. Жабық тізілім ештеңені еске салмайды.
settings-passphrase = Құпия сөйлем
settings-passphrase-about = Бұдан былай тізілімді жаңа сөйлем ашады. Қалтаның бұрынғы көшірмесі ескі сөйлеммен ашыла береді.
settings-old = Қазіргі сөйлем
settings-new = Жаңа сөйлем
settings-passphrase-do = Ауыстыру
settings-passphrase-done = Құпия сөйлем ауыстырылды.
settings-keys = Пернелер
settings-notices = Бағдарламадағы өзге еңбектер
settings-notices-about = Бағдарлама ішіндегі қаріптер мен сөз тізімдері және авторлары хабарлауды сұраған сөздер.
keys-screens = Алғашқы тоғыз экран, сол жақтағы ретімен
keys-landmark = Экрандар тізімінен мазмұнға және кері
keys-zoom = Үлкейту, кішірейту

# Complaints.
complaints-empty = Өтініштер жазылмаған
complaints-empty-hint = Өтініштерді де, әсіресе нұсқамаға әкелмегендерін жазыңыз: олар ненің істелмей қалғанын көрсетеді.
complaint-new = Өтінішті жазу
complaint-filed = Берілген күні
complaint-channel = Арнасы
complaint-filer = Кім берді
complaint-decision = Немен аяқталды
complaint-expert = Сараптама тобына берілді
complaint-order = Осы өтініштен шыққан нұсқаманың тізілім нөмірі
complaint-led-to = Қандай нұсқама шықты
complaint-note = Не туралы
complaint-no-order = белгісіз

# Platforms.
platforms-about = Платформаның тәулігіне 100 000 пайдаланушы шегінен жоғары-төмені жарияланған дерек бойынша есептеледі, ешқашан қолмен белгіленбейді.
platforms-empty = Платформалар әзірге жоқ
platforms-empty-hint = Платформа ол аталған алғашқы нұсқамамен бірге осында пайда болады.
platform-kind = Түрі
platform-threshold = 100 000-нан жоғары ма?
platform-measure = Қай дерек бойынша
platform-no-measure = дерек жазылмаған
platform-measured = { $value } { $unit }, { $period }
platform-add-measure = Дерек қосу
platform-add-measure-of = Дерек қосу: { $name }
threshold-yes = иә
threshold-no = жоқ
threshold-unknown = анықтау мүмкін емес
measure-value = Пайдаланушы саны
measure-value-wrong = Бүтін сан, сөзсіз.
measure-unit = Қалай саналған
measure-period = Айы
measure-period-hint = Мысалы, 2026-05.
measure-source = Кім жариялады
measure-source-hint = Басылым не беттің мекенжайы: кез келген адам тексере алуы үшін.

# Failures: what happened, that nothing was lost, what to do.
failure-retry = Қайталау
