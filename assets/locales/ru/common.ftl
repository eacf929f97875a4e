### Names and phrases shared by the window, the papers and the command line.

# The six verdicts on an item.
verdict-real-bullying = настоящая травля
verdict-legitimate-criticism = законная критика
verdict-mixed = смешанное
verdict-other-unlawful = иное противоправное
verdict-other-lawful = иное законное
verdict-cannot-tell = установить нельзя

# Subtypes of a verdict.
subtype-inside-statute = ребёнок, закон применим
subtype-outside-statute = взрослый, вне закона о ребёнке
subtype-age-unknown = возраст неизвестен
subtype-basis-failed = без фактической основы
subtype-hurtful-single-act = единичный обидный поступок

# The 24-hour term of an order.
deadline-met = в срок
deadline-missed = позже срока
deadline-indeterminate = установить нельзя
deadline-running = срок идёт
deadline-unknown = неизвестно

# Kinds of instrument.
instrument-ministry-order = предписание министерства
instrument-prosecutor-submission = представление прокурора
instrument-court-act = судебный акт
instrument-police-request = запрос полиции
instrument-letter = письмо
instrument-platform-channel-flag = уведомление через канал платформы
instrument-preventive-recommendation = превентивная рекомендация
instrument-unknown = неизвестно

# How an order became known.
learned-platform-notice = уведомление платформы
learned-author = автор
learned-lawyer = адвокат
learned-court-file = судебное дело
learned-register = государственный реестр
learned-press = пресса
learned-foi = запрос информации
learned-leak = утечка
learned-monitoring = мониторинг
learned-unknown = неизвестно

# Grounds that an order states.
ground-child-cyberbullying = кибербуллинг в отношении ребёнка
ground-bullying-unspecified = травля без указания кого
ground-honour-dignity = честь и достоинство
ground-defamation = клевета
ground-false-information = ложная информация
ground-personal-data = персональные данные
ground-extremism = экстремизм
ground-drugs = наркотики
ground-gambling = азартные игры
ground-pornography = порнография
ground-elections = выборы
ground-lgbt-propaganda = «пропаганда» ЛГБТ
ground-other = иное
ground-not-stated = не указано

# What an order demands.
action-delete = удалить
action-geo-block = закрыть доступ в стране
action-suspend-account = приостановить аккаунт
action-block-site = заблокировать сайт
action-disclose-author = раскрыть автора
action-label = поставить отметку
action-other = иное
action-not-stated = не указано

# How much of the document was seen.
document-original = оригинал
document-copy = копия
document-quoted = цитата
document-described-only = только описание
document-unknown = неизвестно

# Yes, no, and what lies between.
tri-yes = да
tri-no = нет
tri-partly = частично
tri-unknown = неизвестно

# How far an order gives reasons.
reasons-none = обоснования нет
reasons-formula = шаблонное
reasons-case-specific = по существу случая
reasons-unknown = неизвестно

# What happened to an item.
outcome-removed = удалено
outcome-geo-blocked = закрыт доступ в стране
outcome-account-suspended = аккаунт приостановлен
outcome-age-gated = ограничено по возрасту
outcome-labelled = поставлена отметка
outcome-author-deleted = удалил сам автор
outcome-partly = исполнено частично
outcome-refused = отказано
outcome-no-action = мер не принято
outcome-unknown = неизвестно

# Kinds of content.
kind-post = запись
kind-comment = комментарий
kind-image = изображение
kind-video = видео
kind-audio = аудио
kind-story = сторис
kind-message = сообщение
kind-channel = канал
kind-account = аккаунт
kind-group = группа
kind-article = статья
kind-livestream = прямой эфир
kind-other = иное

# Languages.
language-kk = казахский
language-ru = русский
language-en = английский
language-mixed = смешанный
language-other = иной
language-unset = не указан

# How careful one must be with an item.
sensitivity-normal = обычный
sensitivity-child-identifiable = ребёнка можно узнать
sensitivity-intimate = интимный
sensitivity-graphic = тяжёлый для просмотра

# Channels of a complaint.
channel-e-otinish = e-Otinish
channel-paper = на бумаге
channel-hotline-111 = линия 111
channel-platform-form = форма платформы
channel-media = СМИ
channel-unknown = неизвестно

# Who filed a complaint.
filer-legal-representative = законный представитель
filer-child = ребёнок
filer-other-citizen = другой гражданин
filer-official-for-self = должностное лицо за себя
filer-agency = орган
filer-anonymous = анонимно
filer-unknown = неизвестно

# What came of a complaint.
decision-confirmed = подтверждено
decision-not-confirmed = не подтверждено
decision-refused = отказано
decision-forwarded = перенаправлено
decision-no-reply = без ответа
decision-pending = рассматривается
decision-unknown = неизвестно

# Kinds of authority.
authority-info-ministry = министерство информации
authority-prosecutor-general = Генеральная прокуратура
authority-court = суд
authority-police = полиция
authority-security = орган национальной безопасности
authority-education-child = орган образования и защиты детей
authority-local-executive = акимат
authority-other = иной

# Kinds of platform.
platform-social-network = социальная сеть
platform-messenger = мессенджер
platform-video = видеоплатформа
platform-forum = форум
platform-media = СМИ
platform-website = сайт
platform-other = иное

# Units of an audience measure.
audience-avg-daily-over-month = пользователей в день в среднем за месяц
audience-monthly-users = пользователей в месяц
audience-hosts-per-day = хостов в день
audience-other = иное

# Days. The names of months stand as they follow the number of a day.
day-full = { $day }{"\u00A0"}{ $month } { $year }{"\u00A0"}г.
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря

# Counts.
count-of = { $count } из { $of }
# A share as a word where it has one, as it stands behind “more than”.
share-of = { $of ->
    [2] { $over ->
        [1] половины
       *[other] { $over }/{ $of }
    }
    [3] { $over ->
        [1] трети
        [2] двух третей
       *[other] { $over }/{ $of }
    }
    [4] { $over ->
        [1] четверти
        [3] трёх четвертей
       *[other] { $over }/{ $of }
    }
   *[other] { $over }/{ $of }
}

# What must be said beside a measure.
caveat-known-orders-only = Это только известные нам предписания. Предписаний, которых не видел ни один источник, в этих числах нет.
caveat-cannot-tell-counted = Выводы «установить нельзя» остаются в знаменателе.
caveat-small = Материалов слишком мало для процентов (менее 20).
caveat-not-random = Материалы не отобраны случайно: по известным случаям нельзя судить обо всей стране.
caveat-described-only = Предписания, известные только по описанию, в доли не входят.
caveat-agreement-low = Два независимых рецензента слишком редко сходятся в этом выводе (альфа ниже 0,667), поэтому его доля не выносится в заголовок.
caveat-questions-below = Два независимых рецензента слишком редко сходятся в вопросах { $codes } (альфа ниже 0,667).

# Why something was refused, in the window and on the command line; and why a row of a table was.
failure-wrong-passphrase = Эта фраза не открывает реестр. Ничего не изменено. Проверьте раскладку клавиатуры и наберите ещё раз.
failure-header-damaged = Обе копии заголовка реестра повреждены, и ключ прочитать нельзя. Ничего не изменено. Верните header.json из резервной копии; сама база может быть цела.
failure-header-missing = Заголовка реестра нет, и ключ прочитать нельзя. Ничего не изменено. Верните header.json или header.bak из резервной копии этой папки.
failure-header-foreign = Заголовок от другого реестра, не от базы рядом с ним. Ничего не изменено. Верните заголовок этой папки.
failure-database-damaged = Фраза верна, но база повреждена или обрезана. Ничего не изменено и не исправлено. Сохраните эту копию как есть и откройте резервную.
failure-vault-newer = Реестр записан более новой версией Tarazy. Ничего не изменено. Обновите Tarazy и откройте снова.
failure-vault-absent = В этой папке реестра нет. Ничего не изменено. Выберите другую папку или создайте реестр.
failure-vault-exists = В этой папке уже что-то есть. Ничего не изменено. Выберите пустую папку.
failure-vault-in-use = Реестр открыт в другом окне. Ничего не изменено. Сначала закройте его там.
failure-vault-read-only = В папку нельзя записывать. Ничего не потеряно. Дайте себе право записи или скопируйте папку в другое место.
failure-place-refused = Документ туда не сохраняется: это место внутри папки реестра, или там уже есть файл. Ничего не изменилось. Выберите другое имя или другую папку.
failure-clipboard-refused = Система не приняла рисунок в буфер обмена. Ничего не скопировано. Повторите или сохраните рисунок файлом.
failure-disk-full = Диск заполнен. Наполовину ничего не записано; всё сохранённое раньше на месте. Освободите место и повторите.
failure-disk-failing = Диск не удалось прочитать или записать. Наполовину ничего не записано. Возможно, диск выходит из строя: скопируйте всю папку реестра на другой диск и откройте её там.
failure-locked = Реестр закрыт. Ничего не потеряно. Откройте его и повторите.
failure-passphrase-weak = Эту фразу слишком легко угадать (около { $bits } бит). Ничего не изменено. Возьмите шесть случайных слов.
failure-invalid = Значение не указано или недопустимо: { $field }. Ничего не сохранено. Исправьте и повторите.
failure-not-found = Этого больше нет. Ничего не изменено. Посмотрите список ещё раз.
failure-file-empty = В файле «{ $name }» нет строк. Ничего не импортировано. Выберите другой файл.
failure-file-binary = Файл «{ $name }» — не текстовая таблица. Ничего не импортировано. Сохраните его как CSV и выберите снова.
failure-file-encoding = Буквы файла «{ $name }» не читаются ни в одной известной кодировке. Ничего не импортировано. Сохраните его в UTF-8 и выберите снова.
failure-file-bounds = Файл «{ $name }» больше, чем принимает импорт: { $what ->
    [rows] в нём больше { $limit } строк
    [columns] в нём больше { $limit } столбцов
    [cells] в нём больше { $limit } ячеек
    [entries] в нём больше { $limit } частей
    [unpacked] в распакованном виде он больше { $limit } байт
   *[ratio] одна из его частей распаковывается больше чем в { $limit } раз — честные таблицы так не сжимаются
}. Ничего не импортировано. Разделите его и импортируйте по частям.
failure-file-workbook = Книга «{ $name }» повреждена или другого вида. Ничего не импортировано. Откройте её в табличном редакторе, сохраните как XLSX или CSV и выберите снова.
failure-file-too-large = Файл «{ $name }» больше { $limit } байт. Ничего не импортировано. Разделите его и импортируйте по частям.
failure-file-unreadable = Файл «{ $name }» не читается. Ничего не изменено. Проверьте, что он на месте и что у вас есть право его читать.
failure-folder-absent = Папка «{ $name }» не найдена. Ничего не изменено. Проверьте, как написано её имя.
failure-file-no-columns = Ни в одном столбце нет номера, адреса или текста. Ничего не импортировано. Укажите, какой столбец что содержит.
failure-file-foreign = «{ $name }» — не открытый реестр, известный этой версии. Ничего не изменено. Выберите файл формы tarazy-register/1.
failure-file-damaged = «{ $name }» повреждён или обрывается на строке { $line }. Ничего не изменено. Выгрузите его заново или возьмите другую копию.
failure-file-record-refused = Запись в «{ $name }» не такова, какой должна быть: строка { $line }, { $kind }, { $field }. Ничего не изменено. Исправьте файл или выгрузите его заново.
failure-snapshot-foreign = «{ $name }» — не снимок, известный этой версии. Ничего не рассчитано. Выберите файл, который записали «Зафиксировать эти цифры» или tarazy snapshot.
failure-snapshot-damaged = Снимок «{ $name }» повреждён или изменён: { $part }. Ничего не рассчитано. Возьмите другую копию и сверьте её отпечаток.
failure-snapshot-too-large = «{ $name }» при распаковке больше, чем может быть снимок. Ничего не рассчитано. Не доверяйте этому файлу.
failure-register-not-empty = Прочитать реестр обратно можно только в новый, пустой. Ничего не изменено. Создайте новый реестр и прочитайте файл там.
failure-cancelled = Отменено. Ничего не изменено.
failure-undo-blocked = Импорт отменить нельзя: на него опираются более поздние записи ({ $count }). Ничего не изменено.
failure-undone-before = Это уже отменено. Ничего не изменено.
failure-undo-overtaken = { $reference }: поле «{ $field }» с тех пор изменено записью журнала { $entry }. Ничего не отменено. Сначала отмените ту запись.
failure-undo-refused = { $why ->
    [addition] Эта запись добавила сведения, а сведения из реестра не удаляются. Ничего не отменено.
    [reviewed] То, что добавила эта запись, уже оценено, а зафиксированная оценка не отменяется. Ничего не изменено.
    [own_rules] У оценок, методики, документов и импортов свои правила: здесь они не отменяются. Ничего не изменено.
    [purged] Значения этой записи стёрты навсегда, и вернуть их нельзя. Ничего не изменено.
   *[other] Эта запись не изменила ничего, что можно было бы вернуть. Ничего не изменено.
    }
failure-too-many = Слишком много за один раз: { $count }, а можно не больше { $limit }. Ничего не изменено. Сузьте фильтр или выберите меньше.
failure-nothing-to-import = Файл не принесёт ничего нового: отклонено строк — { $rejected }, уже в реестре — { $known }. Ничего не записано.
failure-review-locked = Эта оценка зафиксирована и ответов больше не принимает. Ничего не изменено.
failure-seat-empty = За этой клавиатурой нет рецензента. Ничего не изменено. Сначала займите место на экране оценки.
failure-place-taken = Этот материал у других или уже оценён. Ничего не изменено. Возьмите следующий.
failure-name-alike = Рецензент «{ $name }» уже есть, и на глаз эти имена не различить: разница лишь в похожих буквах (латинских и кириллических), в заглавных буквах или в пробелах. Ничего не изменено. Займите место из списка или напишите имя, которое выглядит иначе.
failure-conflict-open = Ещё не сказано, есть ли конфликт интересов. Ничего не изменено. Откройте материал снова и ответьте.
failure-conflict-declared = По этому материалу заявлен конфликт интересов, его оценит другой. Ничего не изменено. Возьмите следующий.
failure-still-blind = Оценки этого материала ещё не видны друг другу. Пока не зафиксированы обе, из другой ничего не показано. Сначала зафиксируйте свою.
failure-cycle-open = Этот материал уже оценивают. Ничего не изменено. Дождитесь вывода, потом отдавайте на новую оценку.
failure-review-overtaken = Пока шла оценка, материал или предписание изменились. Оценка не зафиксирована, ответы сохранены. Посмотрите материал ещё раз и зафиксируйте.
failure-override-needs-reason = Вывод, отличный от вычисленного, требует обоснования. Оценка не зафиксирована. Напишите обоснование и зафиксируйте снова.
failure-answer-needs-ground = Ответ на { $question } должен опираться на слова материала, доказательство или примечание. Оценка не зафиксирована, ответы сохранены. Добавьте что-то из этого и зафиксируйте снова.
failure-quote-not-in-item = Слов, процитированных у вопроса { $question }, в материале нет. Оценка не зафиксирована, ответы сохранены. Процитируйте материал так, как он написан, или укажите в примечании или доказательстве, где эти слова стоят, и зафиксируйте снова.
failure-answer-open = { $question } ещё решает вывод, а ответа нет. Оценка не зафиксирована, ответы сохранены. Ответьте — хотя бы «нельзя сказать» — и зафиксируйте снова.
failure-method-faulty = В методике есть ошибки ({ $count }). Ничего не изменено. Посмотрите список ошибок в проверке и сначала исправьте их.
failure-method-settled = Версия { $version } методики утверждена и больше не меняется. Ничего не изменено. Сделайте из неё черновик.
failure-method-taken = Версия { $version } методики здесь уже есть, но с другим содержанием. Ничего не принято. Спросите у тех, кто её опубликовал, какая из двух — их.
failure-method-unchanged = Черновик говорит то же, что версия { $version }. Ничего не принято. Измените что-нибудь или удалите черновик.
failure-method-last = Версия { $version } — последняя, по которой можно оценивать. Она не отозвана. Сначала примите другую версию.
failure-paper-needs-review = Для справки нужен хотя бы один оценённый материал. Ничего не сохранено. Сначала закройте оценку.
failure-paper-public-part = О части реестра прессе и публике не говорится: из двух частей можно было бы вывести малые числа. Ничего не сохранено. Уберите фильтр или выберите другого читателя.
failure-paper-needs-order = Досье дела составляется об одном предписании, а оно не выбрано. Ничего не сохранено. Выберите предписание.
failure-paper-glyph-missing = В шрифтах документов нет знаков: { $letters }. Они стоят в тексте «{ $place }…». Ничего не сохранено и не потеряно. Измените этот текст.
failure-paper-leaks = Значений, которые читателям документа видеть нельзя: { $count }. Ничего не сохранено. Уберите их из текстов, или пусть юрист укажет, почему они остаются.
failure-paper-tells-child = Значений, по которым можно узнать ребёнка, в документе для прессы или публики: { $count }. Ничего не сохранено. Никакая причина не позволяет их оставить: уберите их из текстов.
failure-paper-not-kept = Файл этого документа здесь не хранится: он запечатан в другом реестре или прежней версией. Ничего не изменено. Возьмите свою копию: «Проверить» скажет, та ли она.
failure-exhibit-missing = Файла этого доказательства нет в папке реестра. Ничего не изменено. Поищите его в резервной копии всей папки: записанный дайджест покажет, тот ли это файл.
failure-exhibit-altered = Файл этого доказательства повреждён или подменён. Копия не сделана, ничего не изменено. Оставьте папку как есть и возьмите файл из резервной копии; если добавить тот же файл ещё раз, он тоже будет восстановлен.
failure-exhibit-too-large = Файл больше { $limit } байт. Ничего не добавлено. Разделите видео на части и добавьте каждую.
failure-exhibit-unread = Файл не читается до конца или изменился во время чтения. Ничего не добавлено. Проверьте, что он на месте, что у вас есть право его читать и что другая программа в него не пишет.
failure-paper-over-limit = Слов в тексте: { $words }, допустимо: { $limit }. Ничего не сохранено. Сократите тексты или задайте другой предел слов.
failure-try-later = Было слишком много неверных попыток, следующая возможна через { $seconds } с. Ничего не изменено. Пока найдите бумагу с фразой и проверьте раскладку клавиатуры.
failure-recovery-wrong = Эти слова — не ключ восстановления: одно из них спутано с другим или порядок не тот. Ничего не изменено. Сверьте их с бумагой слово за словом.
failure-recovery-differs = Набранное не совпадает с тем, что было составлено. Ключ пока ничего не открывает, ничего не изменено. Сверьте бумагу с набранным или покажите слова ещё раз.
failure-recovery-stale = Это ключ восстановления, но этот реестр его не знает: ключ заменён, убран или от другого реестра. Ничего не изменено. Найдите более новый лист или откройте этим ключом более старую резервную копию.
failure-share-false = Доля { $number } составлена не вместе с остальными. Ничего не изменено. Найдите долю с той же организацией и той же датой.
failure-vault-damaged = Реестр повреждён, его можно только читать, поэтому это не сохранено. Ничего не изменено. Откройте «Сохранность»: там сказано, что случилось и что делать.
failure-backup-damaged = Эта резервная копия повреждена или обрывается. Ничего не изменено и не восстановлено. Возьмите другую из папки с копиями.
failure-backup-foreign = Этот файл — не резервная копия Tarazy. Ничего не изменено. Выберите файл из папки с копиями.
failure-backup-unopened = Набранное не открывало реестр в день этой копии. Ничего не изменено. Копию открывает фраза или ключ восстановления её дня: попробуйте более старые.
failure-backup-nowhere = Папки для резервных копий сейчас нет. Ничего не записано. Вставьте флешку или выберите другую папку.
failure-folder-taken = Резервная копия восстанавливается только в пустую папку, а в этой что-то есть. Ничего не изменено. Создайте новую папку и выберите её.
failure-internal = Внутренняя ошибка. Всё сохранённое раньше на месте. Закройте реестр, откройте снова и проверьте его в журнале.
reject-date-unreadable = дату нельзя прочесть
reject-fields-missing = ячеек меньше, чем столбцов
reject-fields-extra = ячеек больше, чем столбцов
reject-nothing-named = не названо ни предписание, ни материал
reject-cell-too-long = ячейка длиннее 1 МБ
reject-above-header = стоит выше заголовка
reject-number-unreadable = не число
reject-file = отклонённые строки
reject-row = Строка
reject-reason = Причина
closing-unsaved = Сохранилось не всё, поэтому окно осталось открытым. Чтобы закрыть его всё равно, закройте ещё раз.
