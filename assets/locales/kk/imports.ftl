### Импорттың бірінші нұсқасынан кейін қосылған мәтіндер.

import-drop = Немесе файлды осы терезеге сүйреп әкеліңіз. CSV, TSV және XLSX оқылады; кітаптағы формулалар ешқашан орындалмайды.
import-mapping = Әр бағанда не тұр
import-source-rows =
    { $count ->
        [one] { $count } жол
       *[other] { $count } жол
    }
import-seen-before = Дәл осы файл { $when } «{ $name }» атымен импортталған, жазылған нұсқама: { $orders }. Нұсқама нөмірі жоқ жолдар екінші рет жазылады.
import-remembered = Мұндай файлға бұрын қолданған сәйкестендіруіңіз қойылды.
import-preset-rkn-history = Танылды: Ресей тізілімінің тарихы. Бағандары белгілі.
import-preset-minjust-list = Танылды: Ресей Әділет министрлігінің материалдар тізімі. Әр жол — бір материал; тізімдегі нөмір нұсқама нөмірі емес.
import-preset-accessnow-stop = Танылды: Access Now ұйымының өшірулер кестесі. Өшірудің аяқталуы жою емес, сондықтан ол ескертпеге түседі.
import-preset-takedown-letters = Танылды: мемлекеттердің платформаға хаттары. Хат мәтіні ескертпеге түседі.
import-preset-google-requesters = Танылды: Google көрсеткіштері, сұраған орган бойынша.
import-preset-google-reasons = Танылды: Google көрсеткіштері, себебі бойынша.
import-preset-linkedin-content = Танылды: LinkedIn көрсеткіштері, жою туралы сұраулар.
import-preset-linkedin-data = Танылды: LinkedIn көрсеткіштері, мәлімет сұраулары.
import-preset-linkedin-content-history = Танылды: LinkedIn қатары, жою туралы сұраулар.
import-preset-linkedin-data-history = Танылды: LinkedIn қатары, мәлімет сұраулары.
import-preset-rsf-index = Танылды: «Шекарасыз репортёрлер» ұйымының баспасөз бостандығы индексі.
import-table = Кесте
import-table-choice = { $sheet } { $extent } (жол: { $rows })
import-header = Тақырып жолы
import-header-none = тақырып жолы жоқ: барлық жол — дерек
import-header-row = { $row }-жол: { $cells }
import-encoding = Кодтау
import-separator = Бөлгіш
import-above = Кестенің үстінде қалдырылғаны ({ $count }):
import-private = Аты-жөніне, телефонға, мектепке не жасқа ұқсайды. Импорттамаған дұрыс.
import-contested = Екі баған бір «{ $field }» өрісін толтырар еді: осы баған және «{ $column }». Біреуін таңдаңыз.
import-contested-take = Осыны алу
import-dates-of = «{ $column }» бағанында күн қалай жазылған
import-dates-plain = жазылғанынша, күмән жоқ
import-dates-open = ұяшықтардан көрінбейді
import-dates-found = ұяшықтардан көрінгені: { $order }
import-dates-day-first = алдымен күн (31.12.2025)
import-dates-month-first = алдымен ай (12/31/2025)
import-dates-iso = алдымен жыл (2025-12-31)
import-dates-question =
    { $count ->
        [one] «{ $sample }» екі түрлі оқылады, баған оны шешпейді. Қайсысы дұрыс екенін көрсетіңіз; әйтпесе күн екі оқылудың аралығы болып қалады.
       *[other] «{ $sample }» және басқа ұяшықтар (барлығы { $count }) екі түрлі оқылады, баған оны шешпейді. Қайсысы дұрыс екенін көрсетіңіз; әйтпесе күндер екі оқылудың аралығы болып қалады.
    }
import-dates-asking =
    { $count ->
        [one] { $count } күн бағаны екі түрлі оқылады.
       *[other] { $count } күн бағаны екі түрлі оқылады.
    }
import-count-added = Толықтыру
import-count-added-help = Тізілімде бар нұсқамаларға қосылатын бірліктер
import-grown =
    { $orders ->
        [one] Тізілімдегі { $orders } нұсқама толығады: бірлік — { $items }, нәтиже — { $outcomes }.
       *[other] Тізілімдегі { $orders } нұсқама толығады: бірлік — { $items }, нәтиже — { $outcomes }.
    }
import-differing = Тізілімде басқаша жазылған нәтижелер: { $count }. Олар сол күйінде қалады; өзіңіз салыстырыңыз.
import-done-grown = Толыққан белгілі нұсқама: { $orders } (бірлік — { $items }, нәтиже — { $outcomes }).
import-sizes = Бір нұсқамадағы жол саны
import-size-group-0 = бір жол
import-size-group-1 = 2–9
import-size-group-2 = 10–99
import-size-group-3 = 100 және одан көп
import-twins =
    { $count ->
        [one] Екі күні бар { $count } нөмір
       *[other] Екі күні бар { $count } нөмір
    }
import-twins-hint = Орган мен нөмірі бірдей, күні басқа жолдар екі нұсқама болады. Күн қате жазылса, алдымен файлда түзетіңіз.
import-twins-first = Бірінші нұсқама
import-twins-second = Екінші нұсқама
import-twins-one = { $date }, { $row }-жол, жол саны: { $rows }
import-receipts-differ = жолдарда алынған күні әртүрлі; бәрі ескертпеде
import-warnings =
    { $count ->
        [one] { $count } мекенжай көзді алдауы мүмкін
       *[other] { $count } мекенжай көзді алдауы мүмкін
    }
import-warning-bidi = { $row }-жол, көрінбейтін таңбалар:
import-warning-mixed-script = { $row }-жол, бір атта екі әліпбидің әріптері:
import-rejected-save = Қабылданбаған жолдардың бәрін сақтау…
import-rejected-saved = «{ $name }» атымен сақталды, жол саны: { $rows }.
import-stage-comparing = Тізіліммен салыстыру
import-figures = Ресми көрсеткіштер
import-figures-hint = Жол саны: { $rows }, олардағы сан: { $figures }, оқылмағаны: { $rejected }. Бұл — нұсқамалар туралы сандар, нұсқамалардың өзі емес: олар «Дереккөздер» бөліміне, осында саналатын сандардың қасына барады.
import-figures-write = Сандарды тізілімге жазу
import-figures-done = Жазылған сан: { $written }; қалдырылғаны: { $left } (балл, орын және үлес ештеңені санамайды). Оларды кез келген импорт сияқты кері қайтаруға болады.
import-figure-publisher = Жариялаған
import-figure-period = Кезең
import-figure-country = Ел
import-figure-metric = Не саналған
import-figure-value = Мәні
import-figure-ground = Кім не неге
