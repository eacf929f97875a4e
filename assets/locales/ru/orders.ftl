### What the screens of orders, capture, import and review say.

# Orders.
orders-title = Предписания
orders-filter = Номер, орган, платформа или адрес
orders-total =
    { $all ->
        [one] { $all } предписание
        [few] { $all } предписания
       *[other] { $all } предписаний
    }
orders-total-filtered = { $total } из { $all }
orders-import = Импорт
orders-draft = черновик
orders-grid-label = Предписания. Стрелки — перемещение, Enter — писать в ячейке, пробел — открыть предписание, F1 — все клавиши.
orders-row-loading = Загружается…
orders-none-match = Ничего не найдено. Уберите слово или напишите его иначе.
orders-empty = Предписаний пока нет
orders-empty-hint = Запишите первое: Ctrl+N. Или импортируйте таблицу, которую вы ведёте сейчас.
orders-detail = Открытое предписание
orders-detail-loading = Предписание открывается…
orders-column-reference = Код
orders-column-number = Номер
orders-column-authority = Орган
orders-column-platform = Платформа
orders-column-issued = Дата
orders-column-deadline = В 24 часа
orders-column-items = Материалы
orders-column-reviewed = Оценено

# One order.
order-amend = Исправить
order-close = Закрыть предписание
order-term = Срок 24 часа
order-term-none = Неизвестны ни получение, ни дата предписания: срок вычислить не из чего.
order-term-receipt = От получения платформой: срок истекает между { $from } и { $to }.
order-term-receipt-exact = От получения платформой: срок истекает { $from }.
order-term-issue = Лишь оценка от даты предписания: такой срок истекал бы между { $from } и { $to }. Закон считает от получения.
order-term-issue-exact = Лишь оценка от времени предписания: такой срок истекал бы { $from }. Закон считает от получения.
order-term-why-met = Каждый материал исчез раньше, чем мог истечь срок.
order-term-why-missed = Хотя бы один материал был доступен, когда срок уже наверняка истёк.
order-term-why-indeterminate = Время известно лишь как интервал и пересекается с концом срока: ни «в срок», ни «позже срока» не доказать.
order-term-why-running = Срок ещё не истёк.
order-term-why-unknown = Без времени получения нельзя сказать, соблюдён ли срок.
order-complaint = Обращение, из которого оно возникло
order-origin = Происхождение
order-from-import = из импорта
order-items =
    { $count ->
        [one] { $count } материал
        [few] { $count } материала
       *[other] { $count } материалов
    }
order-items-more = Показать ещё (осталось { $count })
order-items-cut = Показаны первые { $shown } из { $total }.
order-history = История в журнале
order-ledger-entry = запись { $seq }
saved-in-ledger = Сохранено: { $reference }, запись журнала { $seq }.
item-place = материал { $place }:
item-without-locator = без адреса
item-term = срок:
item-review = Оценить
item-review-read = Открыть оценку
item-outcome = Что стало с материалом
outcome-what = Что произошло
outcome-when = Впервые замечено исчезновение
outcome-when-hint = Когда кто-то впервые увидел, что материала нет, а не когда он, вероятно, исчез.
outcome-save = Сохранить исход

# Moments.
time-date = Дата
time-date-form = ДД.ММ.ГГГГ
time-clock = Время, если известно
time-clock-form = ЧЧ:ММ
time-zone = Часовой пояс
time-basis = На чём основано
time-now = Сейчас
time-state-unknown = неизвестно
time-state-day = известно с точностью до дня: интервал в 24 часа
time-state-minute = известно с точностью до минуты
time-state-kept = сохраняется как записано; правка заменит
time-state-unreadable = Это не дата и не время. Напишите так: 14.03.2025 и 09:30.
basis-document = документ
basis-platform-notice = уведомление платформы
basis-observed = собственное наблюдение
basis-witness = свидетель
basis-press = пресса
basis-inferred = умозаключение

# Quick capture.
capture-title = Записать предписание
capture-amend-title = Исправить { $reference }
capture-paste = Вставьте письмо или адрес
capture-paste-hint = Номер, дата, орган, платформа, статьи и адреса распознаются; подтвердите их ниже.
capture-check = распознано, проверьте
capture-duplicates =
    { $count ->
        [one] Возможно, это уже записано
       *[other] Возможно, это уже записано (предписаний: { $count })
    }
capture-duplicates-note = Само собой ничего не объединяется. Сначала посмотрите ту запись; если это другое предписание, сохраните.
capture-duplicate-show = Показать
duplicate-same-number = У { $reference } тот же номер.
duplicate-same-locator = { $reference } называет тот же адрес.
capture-number = Номер
capture-authority = Орган
capture-platform = Платформа
capture-issued = Дата предписания
capture-received = Получено платформой
capture-received-hint = С этого момента идут 24 часа. Если известен только день, целые сутки срока останутся неопределёнными; укажите время, если оно кому-то известно. Лучше «неизвестно», чем догадка.
capture-locators = Адреса, по одному в строке
capture-amend-adds = Исправление добавляет адреса, но не убирает.
capture-text = Текст материала, если известен
capture-more = Все остальные поля
capture-learned = Когда стало известно
capture-learned-how = Как стало известно
capture-instrument = Вид акта
capture-ground = Указанное основание
capture-action = Что требует
capture-provisions = Указанные нормы
capture-document-seen = Документ видели как
capture-reasons-level = Мотивировка
capture-names-items-by-url = Называет каждый материал по адресу
capture-informs-of-appeal = Разъясняет обжалование
capture-author-notified = Автор уведомлён
capture-note = Примечание
capture-as-draft = Сохранится как черновик. Недостаёт:
capture-lacks-authority = органа
capture-lacks-number = номера или даты
capture-lacks-items = адреса или текста
capture-complete = Для учёта достаточно.
capture-time-unreadable = Дату или время нельзя прочесть; исправьте перед сохранением.
capture-cancel = Не сохранять
capture-kept = Неоконченное предписание, { $at }
capture-kept-about = Оно было набрано и не сохранено, когда реестр закрылся или закрыли окно.
capture-kept-go-on = Продолжить
capture-kept-discard = Отбросить
capture-save = Сохранить
capture-save-anyway = Сохранить как другое

# Import.
import-title = Импорт
import-intro = Выберите таблицу, которую ведёте: CSV, TSV или XLSX в любой обычной кодировке, с заголовком или без. Сначала вы увидите, что будет перенесено; без вашего согласия ничего не пишется, а любой импорт можно отменить.
import-choose = Выбрать файл…
import-choose-another = Импортировать другой файл…
import-size-kb = { $amount } КБ
import-size-mb = { $amount } МБ
import-first-row = данные со строки { $row }
import-preset-rkn-dump = Распознано: реестр в виде выгрузки Роскомнадзора. Столбцы известны.
import-mapping-hint = Проверьте, что в каждом столбце. Столбцы с именами, телефонами, школами детей пропустите.
import-mapping-column = Столбец
import-mapping-samples = Первые значения
import-mapping-field = Содержит
import-mapping-field-of = Что содержит столбец «{ $column }»
import-mapping-empty = пусто
import-column = Столбец { $number }
import-displaced = «{ $column }» содержал это поле; теперь он пропускается. Два столбца не заполняют одно поле.
import-columns-used = Переносятся столбцы: { $used } из { $all }.
import-counting = Идёт подсчёт…
import-dry = Что будет перенесено
import-dry-hint = Пока ничего не записано. Строки с одинаковыми органом, номером и датой составляют одно предписание.
import-count-rows = Строки
import-count-rows-help = Строки с данными в файле
import-count-orders = Предписания
import-count-orders-help = Предписания, которых ещё нет
import-count-items = Материалы
import-count-items-help = Материалы, названные в этих предписаниях
import-count-duplicates = Повторы
import-count-duplicates-help = Строки, дословно повторяющие прежнюю
import-count-known = Уже есть
import-count-known-help = Предписания, которые уже есть в реестре; пропускаются
import-count-rejected = Отклонено
import-count-rejected-help = Строки, которые нельзя прочесть
import-groups = Самые большие предписания
import-group-row = Первая строка
import-rejected =
    { $count ->
        [one] Отклонена { $count } строка
        [few] Отклонено { $count } строки
       *[other] Отклонено { $count } строк
    }
import-rejected-hint = Остальные можно импортировать; эти исправьте в файле и импортируйте снова: известное пропускается.
import-rejected-row = Строка
import-rejected-reason = Причина
import-rejected-cell = Ячейка
import-rejected-cut = Показаны первые { $shown }.
import-leave = Отказаться
import-run =
    { $orders ->
        [one] Импортировать { $orders } предписание
        [few] Импортировать { $orders } предписания
       *[other] Импортировать { $orders } предписаний
    }
import-running = Импорт: { $name }
import-stage-reading = Чтение
import-stage-grouping = Группировка
import-stage-writing = Запись
import-stage-indexing = Построение указателей
import-stage-sealing = Запечатывание
import-cancel = Прервать
import-cancelling = Прерывается; ничего не останется…
import-cancelled = Импорт прерван. Ничего не записано.
import-done = Импортировано
import-done-counts = Предписаний: { $orders }, материалов: { $items }, строк: { $rows }; одна запись в журнале.
import-done-known = Уже были и пропущены: { $count }.
import-done-rejected = Отклонено строк: { $count }.
import-done-time = Заняло { $seconds } с.
import-show-orders = Показать предписания
import-undo = Отменить
import-undo-title = Отменить этот импорт?
import-undo-question = Из реестра уйдут предписания ({ $orders }) и материалы ({ $items }). В журнале останется запись, что они были и отменены; файл можно импортировать снова.
import-undo-yes = Отменить импорт
import-undo-no = Оставить
import-undone = Импорт отменён: из реестра ушли предписания, { $orders } (запись журнала { $seq }).
imports-title = Сделанные импорты
imports-loading = Загружается…
imports-none = Пока нет.
imports-name = Файл
imports-at = Когда
imports-digest = Отпечаток
imports-undone = отменён
field-number = Номер предписания
field-instrument = Вид акта
field-authority = Орган
field-issued = Дата предписания
field-received = Дата получения
field-deadline = Срок исполнения
field-complied = Дата удаления
field-platform = Платформа
field-locator = Адрес материала
field-host = Домен
field-ip = IP-адреса
field-provisions = Правовое основание
field-reason = Указанная причина
field-topic = Действительная тема
field-content = Текст материала
field-title = Заголовок
field-author = Автор или аккаунт
field-language = Язык
field-place = Место
field-outcome = Исход
field-verdict = Чужой вывод
field-reviewer = Рецензент
field-evidence = Подтверждение
field-note = Примечание
field-confidential = Конфиденциально
field-ignore = — не импортировать —

# Review.
review-title = Оценка
review-queue = Очередь на оценку
review-queue-loading = Загружается…
review-empty = Выберите материал
review-empty-hint = Каждый материал оценивается только по опубликованным вопросам. N берёт следующий; цифры отвечают, стрелки перемещают, Q цитирует.
review-loading = Лист открывается…
review-state-started = начат
review-content = Материал
review-questions = Вопросы
review-posted = опубликовано:
review-no-text = Текста этого материала в реестре нет. Оценивайте по тому, что видели, и укажите это в вопросе G1.
review-covered = Материал может быть тяжёлым. Он откроется, только если вы попросите.
review-uncover = Показать материал
review-quote = Цитировать (Q)
review-quote-hint = Выделите слова или пройдите по предложениям стрелками; Q прикрепит их к текущему вопросу, ещё раз Q — добавит другое место.
review-keys = 1–9 — ответ · Shift + 1–3 — уверенность · ↑ ↓ Enter — переход · Q — цитата выделенного · N — следующий материал · Esc — к очереди
review-part-g = Допуск: что видели
review-part-a = Часть A: материал
review-part-b = Часть B: предписание
review-decides = ещё решает
review-from-register = из реестра; исправьте, если неверно
review-ground-quote = Слова, на которых основан ответ
review-ground-note = Примечание
review-lacks-ground = «Доказано» и «опровергнуто» требуют цитаты, доказательства или примечания.
review-help = Пояснение, пример, источник
review-example = Пример:
review-source = Источник:
scale-y = доказано
scale-ly = скорее да
scale-ln = скорее нет
scale-n = опровергнуто
scale-ct = нельзя сказать
scale-na = неприменимо
review-multiple = Может быть несколько: цифры ставят и снимают, Enter ведёт дальше.
scale-original = оригинал
scale-archived-copy = архивная копия
scale-transcript = надёжная расшифровка
scale-not-seen = не видели
scale-seen = видели
scale-quoted = по цитате
scale-described = по описанию
scale-yes = да
scale-no = нет
scale-cannot-tell = нельзя сказать
scale-none = нет
scale-anonymous = анонимный источник
scale-wide-public = широкая аудитория
scale-permanent = неустранимо
scale-pile-on = призыв нападать сообща
scale-fact = факт
scale-value-judgement = оценочное суждение
scale-mixed = смешанное
scale-satire = сатира
scale-question = вопрос
scale-threat = угроза
scale-extortion = вымогательство
scale-intimate-image = интимное изображение
scale-doxing = доксинг
scale-stalking = преследование
scale-call-to-violence = призыв к насилию
scale-removed-own-posts = удалил свои записи
scale-closed-account = закрыл аккаунт
scale-left-topic = оставил тему
scale-left-country = уехал из страны
subtype-bullying-with-public-interest = травля, есть общественно важная часть
subtype-unlawful-with-public-interest = противоправное, есть общественно важная часть
subtype-harm-in-public-interest = общественно важное, есть вредная часть
subtype-threat = угроза
subtype-extortion = вымогательство
subtype-intimate-image = интимное изображение
subtype-doxing = доксинг
subtype-stalking = преследование
subtype-call-to-violence = призыв к насилию
subtype-incitement = подстрекательство
review-verdict = Вычисленный вывод
review-computed = вычислен
review-settled = решено: открытые ответы его не изменят
review-unsettled = ещё не решено
review-rule-id = Правило { $rule }.
review-rule-none = Ни одно правило ещё не сработало: открытые ответы ведут к разным выводам.
review-findings = О предписании:
review-defects = не выполнено: { $codes }
order-finding-unlawful-on-its-face = явно незаконно
order-finding-arbitrary = произвольно
order-finding-defective-procedure = процедура с пороками
order-finding-no-defect-found = пороков не найдено
order-finding-not-assessable = оценить нельзя
review-final = Окончательный вывод
review-override-reason = Почему он отличается от вычисленного
review-saving-waiting = Сохраняется…
review-saving-saved = Ответы сохранены.
review-saving-failed = Ответы не сохранены.
review-lock = Зафиксировать оценку
review-obstacle-open = Ответьте на вопросы, которые ещё решают.
review-obstacle-ground = Ответы, которым недостаёт цитаты, доказательства или примечания:
review-obstacle-reason = Укажите причину отступления от вычисленного вывода.
review-lock-title = Зафиксировать эту оценку?
review-lock-question = { $reference }: «{ $verdict }». Зафиксированная оценка вносится в журнал и больше не правится.
review-lock-yes = Зафиксировать
review-lock-no = Ещё нет
review-locked = Зафиксированная оценка
review-locked-by = { $reviewer }, { $at }
review-overridden = По правилам выходило «{ $computed }». Причина:
