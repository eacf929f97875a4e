### What exports say: the screen, the headers of tables, and what lies in a full export.

nav-exports = Экспорт
export-title = Экспорт
export-intro = Тізілім сіздікі: оны кез келген уақытта басқа бағдарламалар оқи алатын түрде шығарып алуға болады. Тізілімнің өзінде ештеңе өзгермейді.
export-format = Не жазылсын
export-format-csv = Кесте (CSV)
export-format-csv-about = Электрондық кестелер мен статистикаға арналған. Бірде-бір ұяшық формулаға айналмайды.
export-format-xlsx = Жұмыс кітабы (XLSX)
export-format-xlsx-about = Excel мен LibreOffice үшін: күндер күн болып қалады, тақырып жолында сүзгі бар.
export-format-lumen = Lumen үлгісіндегі JSON
export-format-lumen-about = Әр нұсқамаға бір хабарлама, өріс атаулары Lumen-дегідей. Lumen-мен байланысымыз жоқ.
export-format-dsa = DSA үлгісіндегі JSON
export-format-dsa-about = Әр материалға бір жазба, өріс атаулары Еуропалық одақтың DSA дерекқорындағыдай. Онымен байланысымыз жоқ.
export-format-json = Ашық тізілім (JSON)
export-format-json-about = Барлық жазба сипатталған түрде; бос тізілім оны шығынсыз қайта оқиды.
export-format-all = Түгел (ZIP)
export-format-all-about = Жазбалар, кестелер, журнал, кодтар сөздігі мен әдістеме бір мұрағатта.
export-rows = Бір жол
export-rows-item = нұсқаманың әр материалына
export-rows-order = әр нұсқамаға
export-filter = Тек мына сөздері бар нұсқамалар
export-filter-hint = Нұсқамалар тізіміндегідей: нөмір, орган, платформа не мекенжай. Бос болса — барлық нұсқама.
export-columns = Бағандар
export-columns-chosen = { $of } бағанның { $count } таңдалды
export-columns-usual = Әдеттегілері
export-columns-all = Барлығы
export-columns-hint = Тақырыптар терезенің тілінде жазылады.
export-columns-needed = Кемінде бір баған таңдаңыз.
export-codes = Сөздің орнына код
export-codes-hint = Статистикаға: кодтар барлық тілде бірдей.
export-sensitive = Баланы тануға болатын және интимді мекенжайлар мен мәтіндер де
export-sensitive-hint = Ұйымнан тыс шығатын файлда қоспаңыз.
export-plan = Не жазылады
export-plan-orders =
    { $orders ->
        [0] Мұндай сөздері бар нұсқама жоқ.
       *[other] { $orders } нұсқама
    }
export-plan-table = { $rows } жол
export-plan-lumen = { $rows } хабарлама
export-plan-dsa = шешімдер туралы { $rows } жазба
export-plan-whole = { $rows } жазба
export-left-out = { $count } нұсқама кірмейді: жобалар, қайталамалар мен қайтарып алынғандар шығарылмайды.
export-held-back =
    { $count ->
       *[other] Берілмеген бекітілген бағалау: { $count }. Олардың материалы екінші жасырын бағалауды күтіп тұр. Бәрін шығару үшін алдымен екеуі де бекітілуі керек.
    }
export-withheld = { $count } материалдың мекенжайы мен мәтіні жасырылады: олардан баланы тануға болады немесе олар интимді.
export-sealed = Жабық болғандықтан ешқашан кірмейді: { $fields }; адамдардың аты-жөні мен байланыс деректері.
export-sealed-inside = Жабық өрістер ішінде: аты-жөндер, байланыс деректері, дәлелдеме. Файл шифрланбаған.
export-run = Орнын таңдап жазу…
export-running = { $of } ішінен { $done } жазылды…
export-cancel = Болдырмау
export-cancelled = Тоқтатылды. Файл қалмады.
export-done = Жазылды: { $name }
export-done-bytes = { $count } байт
export-done-shortened = { $count } мәтін ұяшыққа сыймай, қысқартылды. CSV мен JSON-да толық тұр.
export-warn-title = Бұл файл шифрланбаған
export-warn = Файл кімнің қолына түссе, сол бәрін оқиды: аты-жөндерді, байланыс деректерін және тізілімде жабық тұрған басқаның бәрін. Оны сенімді дискіге жазыңыз, поштамен жібермеңіз, керегі болмағанда жойыңыз.
export-warn-check = Түсінемін: файл кімде болса, соған ашық
export-warn-yes = Жазу
export-warn-no = Жазбау
export-back = Тізілімді қайта оқу
export-back-about = Tarazy не басқа бағдарлама жазған ашық тізілімді (JSON) осы тізілімге оқуға болады: мұнда әзірге ештеңе жазылмаған. Сәйкестендіргіштер мен байланыстар сақталады; журналға бір жазба қосылады.
export-back-full = Тек жаңа тізілімде болады. Мұнда жазбалар бар.
export-back-run = Файлды таңдау…
export-back-running = Оқылуда…
export-back-done = { $name } файлынан оқылды: { $records } жазба, оның ішінде { $orders } нұсқама (журналдағы { $seq }-жазба).
export-cli-done = { $name }: { $rows } жол не жазба, { $bytes } байт, SHA-256 { $digest }
export-cli-left-out = Кірмеген нұсқамалар (жобалар, қайталамалар, қайтарып алынғандар): { $count }
export-cli-withheld = Мекенжайы мен мәтіні жасырылған материалдар: { $count }
export-cli-held-back = Берілмеген бекітілген бағалау (екінші жасырын бағалау ашық): { $count }
export-cli-shortened = Ұяшыққа сыймай қысқартылған мәтіндер: { $count }
export-cli-open = Файл шифрланбаған, онда тізілімде жабық тұрғанның бәрі бар.
export-cli-back = { $name } файлынан оқылды: { $records } жазба, оның ішінде { $orders } нұсқама (журналдағы { $seq }-жазба).
export-sheet = Нұсқамалар

# Headers that differ from the name of the field.
export-column-order-items = Материал саны
export-column-order-reviewed = Бағаланған материал саны
export-column-item-platform = Материалдың платформасы
export-column-item-kind = Материал түрі
export-column-item-topic = Тақырыбы сөзбен
export-column-review-verdict = Қорытынды
export-column-review-rubric = Әдістеме нұсқасы

# Names of fields.
export-field-reference = Тізілім нөмірі
export-field-learned = Білген уақыт
export-field-learned-how = Қалай белгілі болды
export-field-ground = Көрсетілген негіз
export-field-action = Не талап етеді
export-field-document-seen = Құжат қандай түрде көрілді
export-field-names-items-by-url = Әр материалды мекенжайымен атайды
export-field-informs-of-appeal = Шағымдану тәртібін түсіндіреді
export-field-author-notified = Авторға хабарланды
export-field-reasons-level = Дәлелдеме
export-field-draft = Жоба
export-field-signatory-role = Қол қойған (лауазымы)
export-field-representative = Заңды өкіл
export-field-more-actions = Басқа талаптар
export-field-deadline-basis = Мерзім неге негізделген
export-field-deadline-stated = Нұсқамада көрсетілген мерзім
export-field-closed = Жабылды
export-field-scope = Қайда қолданылады
export-field-duration = Қанша уақытқа
export-field-duration-until = Қай күнге дейін
export-field-stated-reasons = Дәлелдеме сөзбе-сөз
export-field-court-act-cited = Көрсетілген сот актісі
export-field-expert-decision = Сараптама тобының шешімі
export-field-secrecy-demanded = Құпия сақтау талабы
export-field-second-source = Екінші дереккөз
export-field-dup-of = Мынаның қайталамасы
export-field-withdrawn = Қайтарып алынған
export-field-kind = Түрі
export-field-text = Мәтін
export-field-posted = Жарияланған
export-field-sensitivity = Қажетті сақтық
export-field-views = Қаралым
export-field-shares = Бөлісу
export-field-followers = Жазылушы
export-field-members = Қатысушы
export-field-reach-at = Аудитория саналған күн
export-field-visibility = Кімге көрінетін еді
export-field-topics = Тақырыптар
export-field-statement-mode = Айтылу сипаты
export-field-repetition-set = Қайталанулар тобы
export-field-stub = Белгі ғана
export-field-referral-note = Қайда жіберілді
export-field-demanded-action = Материал бойынша талап
export-field-platform-basis = Платформа қай ережемен әрекет етті
export-field-last-seen-up = Соңғы рет көрінген
export-field-first-seen-down = Алғаш көрінбеген
export-field-author-notice = Авторға хабарланған күн
export-field-appeal-filed = Шағым берілген
export-field-appeal-decided = Шағым қаралған
export-field-appeal-result = Шағым нәтижесі
export-field-reinstated = Қайтарылған
export-field-reinstated-by = Кім қайтарды
export-field-chilling-effect = Тежеуші әсер

# What lies in a full export.
export-readme =
    TARAZY: ТІЗІЛІМ ТҮГЕЛ

    Ұйым: { $organisation }
    Қай уақыттағы күйі: { $as_of } (журналдың соңғы жазбасы)
    Жазба саны: { $records }; оның ішінде нұсқама: { $orders }
    Журнал: { $entries } жазба, түбірі { $root }
    Жазған бағдарлама: { $app }

    МҰРАҒАТ ШИФРЛАНБАҒАН. Мұнда аты-жөндер, байланыс деректері және тізілімде жабық тұрған басқаның бәрі бар. Оны тізілімнің өзіндей сақтаңыз, керегі болмағанда жойыңыз.

    { $held ->
        [0] Берілмеген бағалау жоқ.
       *[other] БЕРІЛМЕГЕН БАҒАЛАУ: { $held }. Олардың материалы екінші жасырын бағалауды күтіп тұр, екінші бағалаушы оларды оқымауы керек. Бұл мұрағатта олар жоқ, одан оқылған тізілімде де болмайды.
    }

    register.json — барлық жазба tarazy-register/1 ашық түрінде. «tarazy vault import-open register.json» оны жаңа тізілімге шығынсыз оқиды.
    schema/ — осы түрдің JSON Schema сипаттамасы: әр жазба түрі мен әр өріс.
    tables/ — сол жазбалар CSV түрінде, әр түрге бір кесте: UTF-8, үтір, сөздің орнына код. =, +, - не @ алдындағы дәйекше электрондық кестенің мәтінді формула деп қабылдауына жол бермейді; импорттағанда Tarazy оны алып тастайды.
    codebook.csv, codebook.json — барлық өріс пен код, бар болса қазақша, орысша және ағылшынша атауымен.
    method/ — әдістеменің әр нұсқасына бір қалта: материалдар бағаланған сұрақтар мен ережелер.
    ledger/ — журналдың барлық қол қойылған жазбасы (base64), олардың мәндері, қол қойылған бақылау нүктелері және ашық кілт. Жазбалар — RFC 6962 ағашындағы канондық CBOR; бақылау нүктелері — C2SP қол қойылған жазбалары (Ed25519).
    working/ — әлі тапсырылмаған бағалаулар мен калибрлеу жағдайларының жауаптары және құжаттарға жазылған мәтіндер.
    exhibits/ — дәлелдеме файлдары, әрқайсысы өз SHA-256 мәнімен аталған; ол tables/exhibits.csv ішінде сипаттамасының жанында тұр. Оқылмаған файл exhibits/UNREAD.txt ішінде аталады.
    papers/ — тізілім сақтаған мөрленген құжаттардың файлдары, әрқайсысы tables/papers.csv ішіндегі id бойынша аталған.
    SHA256SUMS — «sha256sum -c SHA256SUMS» барлық файлды тексереді.

    Тізілім сақтамайтын нәрсе мұнда жоқ: импортталған кестелердің және көшірмесіз мөрленген құжаттардың файлдары. Олардың SHA-256 мәндері tables/import_batches.csv пен tables/papers.csv ішінде, сондықтан өз көшірмелеріңізді салыстыра аласыз.
