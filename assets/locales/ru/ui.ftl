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
nav-health = Сохранность
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
papers-view = Что показано
papers-new = Новый документ
papers-sealed = Запечатанные
papers-sealed-count = Запечатанные: { $count }
paper-form = Каким будет документ
paper-kind = Вид документа
paper-kind-brief = Справка для прессы
paper-kind-brief-about = Одна страница: одно число, одна диаграмма, ответ министерства.
paper-kind-report = Доклад о произвольности
paper-kind-report-about = Что предписано, как оценено и что показывает метод.
paper-kind-annual = Годовой обзор
paper-kind-annual-about = Предписания за год, сравнения и оговорки.
paper-kind-case-file = Досье дела
paper-kind-case-file-about = Одно предписание для суда: хронология, проверка по закону, доказательства.
paper-kind-special-procedures = Обращение к спецпроцедурам ООН
paper-kind-special-procedures-about = Один случай, по полям, как того просит ООН.
paper-kind-upr = Материалы к УПО
paper-kind-upr-about = Нумерованные пункты в пределах числа слов.
paper-language = Язык документа
paper-audience = Для кого
paper-audience-none = читатели не различались
paper-audience-court = Суд
paper-audience-court-about = Всё, что нужно делу, с подтверждениями.
paper-audience-lawyer = Адвокат по делу
paper-audience-lawyer-about = То же, что суд, и рабочие заметки.
paper-audience-partner = Организация-партнёр
paper-audience-partner-about = Случаи, но без закрытых имён.
paper-audience-press = Пресса
paper-audience-press-about = Без закрытых имён; малые числа скрыты.
paper-audience-public = Все
paper-audience-public-about = Только то, что можно публиковать.
paper-format = Файл
paper-format-pdf = файл PDF
paper-format-docx = файл Word
paper-format-docx-note = Word разбивает страницы сам: строки и страницы могут кончаться не там, где здесь.
paper-filter = О каких предписаниях
paper-filter-all = Все предписания: { $all }
paper-filter-found = Предписания: { $total } из { $all }
paper-filter-kept = Пока это нельзя прочесть, в документе остаётся прежний фильтр.
paper-subject = О каком предписании
paper-subject-hint = Введите номер в реестре или номер предписания и выберите из списка.
paper-subject-choose = Выбрать предписание
paper-subject-undated = дата неизвестна
paper-texts = Ваши слова
paper-texts-about = В документе они стоят как ваши слова, отдельно от вычисленных предложений. Сохраняются по мере ввода, только для этого языка.
paper-texts-order-first = Сначала выберите предписание: эти слова относятся к нему.
paper-texts-unsaved = Часть слов не удалось сохранить, поэтому проверка не началась. Они остались в своих полях.
paper-text-reply-hint = Приведите его дословно и укажите, когда запрошен и когда получен.
paper-text-saving = сохраняется…
paper-text-saved = сохранено
paper-text-unsaved = не сохранено
paper-text-day-wrong = День, как 31.12.2026.
paper-text-number-wrong = Целое число, без слов.
paper-words = Слов: { $words } из { $limit }
paper-words-meter = Слова в пределах нормы
paper-words-notes = в сносках, отдельно: { $count }
paper-words-left = Осталось: { $count }.
paper-words-over = Сверх предела: { $count }. Запечатать можно, когда тексты станут короче.
paper-preview = Предпросмотр
paper-pages = Страницы
paper-pages-count = { $count ->
    [one] { $count } страница
    [few] { $count } страницы
   *[other] { $count } страниц
}
paper-page-of = Страница { $page } из { $pages }
paper-page-before = Предыдущая страница
paper-page-after = Следующая страница
paper-page-none = На этом языке такой страницы нет.
paper-behind = Обновляется…
paper-beside = Языки рядом
paper-beside-other = Язык рядом
paper-beside-one = Один язык
paper-beside-two = Два
paper-beside-three = Три
paper-zoom = Размер страниц
paper-zoom-fit = По ширине
paper-zoom-full = 100 %
paper-refused = Запечатать пока нельзя.
refused-paper-needs-review = Для документа нужен хотя бы один оценённый материал. Сначала закройте оценку.
refused-paper-needs-order = Этот документ — об одном предписании. Выберите его слева.
refused-paper-period = Последний день периода раньше первого, или день недопустим. Показаны обычные четыре года. Исправьте дни.
refused-paper-over-limit = Слов больше, чем допускается. Сократите тексты или укажите другой предел.
refused-other = Чего-то необходимого не хватает. Посмотрите поля слева.
paper-check = Проверить и запечатать…
seal-title = Проверка и печать
seal-checking = В словах и в файле ищется то, чего читателям видеть нельзя…
seal-clean = Ни в словах, ни в байтах файла не найдено ничего, чего читателям видеть нельзя.
seal-again = Проверить снова
seal-back = Назад к документу
seal-done-title = Запечатано
seal-done = Файл { $name } сохранён и запечатан записью журнала { $seq }.
seal-done-hint = У кого есть файл, тот может сравнить этот отпечаток: одна изменённая буква даст другой.
seal-show = Показать запечатанные
leaks-found = { $count ->
    [one] Найдено { $count } место, которое читателям видеть нельзя
    [few] Найдено { $count } места, которые читателям видеть нельзя
   *[other] Найдено { $count } мест, которые читателям видеть нельзя
}
leaks-about = Ничего не сохранено. Уберите эти слова из своих текстов или из фильтра либо выберите других читателей и проверьте снова.
override-do = Юрист оставляет это…
override-title = Решение юриста
override-reason = Почему это может остаться
override-reason-hint = Не меньше { $count } букв. Причина войдёт в журнал.
override-understood = { $count ->
    [one] Место ({ $count }) просмотрено; отвечаю за то, что оно остаётся.
   *[other] Все места ({ $count }) просмотрены; отвечаю за то, что они остаются.
}
override-save = Всё равно запечатать ({ $count })…
paper-save = Сохранить и запечатать…
paper-saving = Сохраняется…
paper-sealed = Файл { $name } сохранён и запечатан записью журнала { $seq }.
order-paper = Составить досье дела по этому предписанию
papers-about = Отпечаток каждого документа стоит в журнале: изменённую копию можно отличить.
papers-none = Запечатанных документов пока нет
papers-none-hint = Здесь стоит каждый запечатанный документ со своим отпечатком: с ним можно сверить копию.
papers-every-kind = Все виды ({ $count })
paper-let-stand = { $count ->
    [one] Оставлено { $count } закрытое значение: { $reason }
    [few] Оставлено { $count } закрытых значения: { $reason }
   *[other] Оставлено { $count } закрытых значений: { $reason }
}
paper-verify = Проверить файл…
paper-verify-same = { $file } — это { $paper }, байт в байт: тот самый запечатанный документ.
paper-verify-other = { $file } — не { $paper }. Это другой запечатанный документ, без изменений: { $other }.
paper-verify-different = { $file } — не { $paper } и ни один из запечатанных здесь документов: файл изменён или никогда не был запечатан.
paper-bundle = Пакет…
paper-bundle-hint = Документ со всем, по чему его проверит посторонний.
paper-bundled = Сохранён пакет { $name }: записей журнала { $entries }, скрыто значений { $withheld }. { $figures }
paper-save-again = Сохранить снова…
paper-saved-again = Файл { $name } сохранён снова, байт в байт как был запечатан.
paper-bytes = { $count } байт
ledger-entry = запись журнала { $seq }

# The ledger.
ledger-about = Каждое изменение — запись. Записи не меняют и не удаляют; каждая подписана, и всё целиком можно проверить в любое время.
ledger-verify = Проверить всё
ledger-verifying = Проверка…
ledger-good = Всё сходится.
ledger-bad = Что-то не сходится.
ledger-bad-hint = Проверка ничего не изменила.
ledger-checked = записей журнала: { $entries }, подписанных контрольных точек: { $checkpoints }, сверено записей реестра: { $rows }
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
