### Words of the window.

loading = Чтение…
save = Сохранить
may-stay-empty = Можно не заполнять.
saved-line = Записано: { $reference } (запись журнала { $seq }).
skip-to-content = К содержанию
languages = Язык
dialog-close = Закрыть
palette = Перейти или сделать
palette-find = Найти экран или действие
palette-none = Такого названия нет.
page-newer = Новее
page-older = Старее
example-notice = Реестр для примера: все люди, предписания и числа в нём вымышлены.
about-offline = Tarazy { $version } · работает без сети; ничто не покидает этот компьютер, пока вы сами не сохраните.

# Time.
time-month = { $month } { $year }
time-left = { $hours } ч { $minutes } мин
month-alone-1 = январь
month-alone-2 = февраль
month-alone-3 = март
month-alone-4 = апрель
month-alone-5 = май
month-alone-6 = июнь
month-alone-7 = июль
month-alone-8 = август
month-alone-9 = сентябрь
month-alone-10 = октябрь
month-alone-11 = ноябрь
month-alone-12 = декабрь

# The rail.
rail = Экраны
rail-new = Записать предписание
rail-lock = Закрыть реестр
nav-desk = Стол
nav-orders = Предписания
nav-review = Оценка
nav-papers = Документы
nav-complaints = Обращения
nav-platforms = Платформы
nav-imports = Импорт
nav-ledger = Журнал
nav-settings = Настройки

# Columns used by several tables.
column-reference = Номер в реестре
column-order = Предписание
column-platform = Платформа

# Unlocking and creating.
passphrase = Парольная фраза
passphrase-show = Показать набранное
unlock-title = Открыть реестр
unlock-where = Папка «{ $label }»
unlock-do = Открыть
unlock-busy = Проверка фразы…
vault-choose = Другая папка…
create-title = Новый реестр
create-about = Реестр — одна зашифрованная папка на этом компьютере. Открывает её только парольная фраза.
create-org = Организация
create-org-hint = Так она названа в документах.
create-actor = Ваше имя
create-actor-hint = Так вы названы в журнале.
create-suggest = Предложить шесть слов
create-passphrase-hint = Возьмите шесть случайных слов или придумайте свою фразу: длинную и ни на что опубликованное не похожую.
create-offered = Случайные слова, около { $bits } бит. Запишите их на бумаге и храните её отдельно от компьютера, затем наберите их ещё раз ниже.
create-again = Парольная фраза ещё раз
create-differs = Фразы не совпадают.
create-example = Заполнить реестром для примера (вымышленным)
create-warning = Если фраза утеряна, реестр не откроет никто, и мы тоже.
create-do = Создать
create-busy = Вычисление ключа…
strength-weak = Слишком слабая (около { $bits } бит): её угадает любой, к кому попадёт компьютер.
strength-fair = Средняя (около { $bits } бит). Шесть случайных слов надёжнее.
strength-strong = Надёжная (около { $bits } бит).

# The desk.
desk-empty = Пока ничего не записано
desk-empty-hint = Запишите первое предписание, о котором узнали, даже если почти ничего о нём не известно, или импортируйте таблицу, которую уже ведёте.
desk-import = Импортировать таблицу
desk-figures = Три числа реестра
desk-criticism = Законная критика среди оценённых материалов
desk-bullying = Настоящая травля среди оценённых материалов
desk-known = Известно нам
desk-orders = { $count ->
    [one] { $count } предписание
    [few] { $count } предписания
    [many] { $count } предписаний
   *[other] { $count } предписания
}
desk-items = { $count ->
    [one] { $count } материал
    [few] { $count } материала
    [many] { $count } материалов
   *[other] { $count } материала
}
desk-seen = документ видели: { $count } из { $of } предписаний
desk-complaints = обращений без известного предписания: { $count } из { $of }
desk-clocks = Идут 24 часа
desk-no-clocks = Сейчас ни один срок не идёт.
desk-left = Осталось
desk-ending = мог истечь
desk-terms = Сроки всех предписаний:
desk-drafts = Дополнить черновики
desk-no-drafts = Черновиков нет.
desk-drafts-apart = Черновик не входит ни в одно число, пока не дополнен.
desk-more = и ещё { $count }
desk-reviews = Оценка
desk-to-review = { $count ->
    [0] Материалов, ждущих оценки, нет.
    [one] Ждёт оценки { $count } материал.
    [few] Ждут оценки { $count } материала.
    [many] Ждут оценки { $count } материалов.
   *[other] Ждут оценки { $count } материала.
}
desk-reviewed = оценено: { $count } из { $of } материалов
desk-review = Начать оценку
desk-entries = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
   *[other] { $count } записи
}
desk-last-entry = последняя запись { $at }

# Shares.
share-nothing = Пока ничего не оценено
share-too-few = Для процента слишком мало
share-interval = 95-процентный интервал { $low } – { $high }
share-band = Если «установить нельзя» отнести в ту или другую сторону: { $low } – { $high }

# Papers.
paper-language = Язык документа
paper-preview = Предварительный просмотр
paper-page-of = Страница { $page } из { $pages }
paper-refused = Справку пока нельзя составить
paper-save = Сохранить и запечатать…
paper-saving = Сохранение…
paper-sealed = Файл { $name } сохранён и запечатан записью журнала { $seq }.
papers-sealed = Запечатанные документы
papers-about = Отпечаток каждого документа стоит в журнале: изменённую копию можно отличить.
papers-none = Пока нет.
paper-bytes = { $count } байт
ledger-entry = запись журнала { $seq }

# The ledger.
ledger-about = Каждое изменение — запись. Записи не меняют и не удаляют; каждая подписана, и всё целиком можно проверить в любое время.
ledger-verify = Проверить всё
ledger-verifying = Проверка…
ledger-good = Всё сходится.
ledger-bad = Что-то не сходится.
ledger-bad-hint = Проверка ничего не изменила. Сохраните эту копию как есть и сравните с резервной.
ledger-checked = записей: { $entries }, подписанных контрольных точек: { $checkpoints }, сверено строк: { $rows }
ledger-size = Записей
ledger-root = Корень
ledger-device = Это устройство
ledger-seq = №
ledger-at = Когда
ledger-event = Что
ledger-object = О чём
ledger-actor = Кто
ledger-leaf = Отпечаток

# Settings.
settings-language = Язык
settings-theme = Вид
theme-system = Как в системе
theme-light = Светлый
theme-dark = Тёмный
settings-register = Этот реестр
settings-folder = Папка
settings-version = Версия
settings-reminders = Напоминания
settings-reminders-on = Напоминать об истекающих сроках
settings-reminders-about = За два часа до конца 24-часового срока и в его конце система показывает уведомление, в котором стоит только «Tarazy»: кто увидит экран, ничего не узнает. Закрытый реестр ни о чём не напоминает.
settings-passphrase = Парольная фраза
settings-passphrase-about = С этой минуты реестр открывает новая фраза. Более старая копия папки по-прежнему открывается старой.
settings-old = Нынешняя фраза
settings-new = Новая фраза
settings-passphrase-do = Сменить
settings-passphrase-done = Фраза сменена.
settings-keys = Клавиши
settings-notices = Чужие работы в программе
settings-notices-about = Шрифты и списки слов внутри программы и то, что просят сообщить их авторы.
keys-screens = Первые девять экранов, в порядке слева
keys-landmark = Из списка экранов в содержание и обратно
keys-zoom = Крупнее, мельче

# Complaints.
complaints-empty = Обращений пока нет
complaints-empty-hint = Записывайте и обращения, прежде всего те, что не привели к предписанию: они показывают, что осталось не сделано.
complaint-new = Записать обращение
complaint-filed = Подано
complaint-channel = Канал
complaint-filer = Кем подано
complaint-decision = Чем кончилось
complaint-expert = Передано экспертной группе
complaint-order = Номер в реестре предписания, к которому привело
complaint-led-to = К чему привело
complaint-note = О чём
complaint-no-order = неизвестно

# Platforms.
platforms-about = Стоит ли платформа выше порога в 100 000 пользователей в сутки, вычисляется по опубликованным данным и никогда не отмечается вручную.
platforms-empty = Платформ пока нет
platforms-empty-hint = Платформа появится здесь с первым предписанием, в котором она названа.
platform-kind = Вид
platform-threshold = Выше 100 000?
platform-measure = По каким данным
platform-no-measure = данных нет
platform-measured = { $value } { $unit }, { $period }
platform-add-measure = Добавить данные
platform-add-measure-of = Добавить данные: { $name }
threshold-yes = да
threshold-no = нет
threshold-unknown = установить нельзя
measure-value = Пользователей
measure-value-wrong = Целое число, без слов.
measure-unit = Как считали
measure-period = Месяц
measure-period-hint = Например, 2026-05.
measure-source = Кто опубликовал
measure-source-hint = Издание или адрес страницы, чтобы проверить мог любой.

# Failures: what happened, that nothing was lost, what to do.
failure-retry = Повторить
