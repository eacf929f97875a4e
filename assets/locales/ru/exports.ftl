### What exports say: the screen, the headers of tables, and what lies in a full export.

nav-exports = Экспорт
export-title = Экспорт
export-intro = Реестр принадлежит вам: его можно выгрузить в любое время в виде, который читают другие программы. В самом реестре ничего не меняется.
export-format = Что записать
export-format-csv = Таблица (CSV)
export-format-csv-about = Для электронных таблиц и статистики. Ни одна ячейка не станет формулой.
export-format-xlsx = Книга (XLSX)
export-format-xlsx-about = Для Excel и LibreOffice: даты остаются датами, в заголовке есть фильтр.
export-format-lumen = JSON наподобие Lumen
export-format-lumen-about = По одному уведомлению на предписание, названия полей как у Lumen. С Lumen мы не связаны.
export-format-dsa = JSON наподобие DSA
export-format-dsa-about = По одной записи на материал, названия полей как в базе DSA Европейского союза. С ней мы не связаны.
export-format-json = Открытый реестр (JSON)
export-format-json-about = Все записи в описанной форме; пустой реестр читает её обратно без потерь.
export-format-all = Всё целиком (ZIP)
export-format-all-about = Записи, таблицы, журнал, словарь кодов и методика в одном архиве.
export-rows = Одна строка на
export-rows-item = каждый материал предписания
export-rows-order = каждое предписание
export-filter = Только предписания с этими словами
export-filter-hint = Как в списке предписаний: номер, орган, платформа или адрес. Пусто — все предписания.
export-columns = Столбцы
export-columns-chosen = столбцов: { $count } из { $of }
export-columns-usual = Обычные
export-columns-all = Все
export-columns-hint = Заголовки пишутся на языке окна.
export-columns-needed = Выберите хотя бы один столбец.
export-codes = Коды вместо слов
export-codes-hint = Для статистики: коды одинаковы на всех языках.
export-sensitive = Также адреса и тексты, по которым можно узнать ребёнка, и интимные
export-sensitive-hint = Не включайте для того, что выйдет за пределы организации.
export-plan = Что будет записано
export-plan-orders =
    { $orders ->
        [0] Предписаний с этими словами нет.
        [one] { $orders } предписание
        [few] { $orders } предписания
       *[other] { $orders } предписаний
    }
export-plan-table =
    { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
       *[other] { $rows } строк
    }
export-plan-lumen =
    { $rows ->
        [one] { $rows } уведомление
        [few] { $rows } уведомления
       *[other] { $rows } уведомлений
    }
export-plan-dsa =
    { $rows ->
        [one] { $rows } запись о решении
        [few] { $rows } записи о решениях
       *[other] { $rows } записей о решениях
    }
export-plan-whole =
    { $rows ->
        [one] { $rows } запись
        [few] { $rows } записи
       *[other] { $rows } записей
    }
export-left-out =
    { $count ->
        [one] Не войдёт { $count } предписание: черновики, дубликаты и отозванные не выгружаются.
        [few] Не войдут { $count } предписания: черновики, дубликаты и отозванные не выгружаются.
       *[other] Не войдут { $count } предписаний: черновики, дубликаты и отозванные не выгружаются.
    }
export-held-back =
    { $count ->
        [one] Не выдана { $count } зафиксированная оценка: её материал ждёт второй слепой оценки. Чтобы выгрузить всё, сначала должны быть зафиксированы обе.
        [few] Не выданы { $count } зафиксированные оценки: их материалы ждут второй слепой оценки. Чтобы выгрузить всё, сначала должны быть зафиксированы обе.
       *[other] Не выдано { $count } зафиксированных оценок: их материалы ждут второй слепой оценки. Чтобы выгрузить всё, сначала должны быть зафиксированы обе.
    }
export-withheld =
    { $count ->
        [one] Скрыты адрес и текст { $count } материала: по нему можно узнать ребёнка, или он интимный.
        [few] Скрыты адреса и тексты { $count } материалов: по ним можно узнать ребёнка, или они интимные.
       *[other] Скрыты адреса и тексты { $count } материалов: по ним можно узнать ребёнка, или они интимные.
    }
export-sealed = Никогда не входит, потому что закрыто: { $fields }; имена и контакты людей.
export-sealed-inside = Закрытые поля внутри: имена, контакты, мотивировка. Файл не зашифрован.
export-run = Выбрать место и записать…
export-running = Записано { $done } из { $of }…
export-cancel = Отменить
export-cancelled = Отменено. Файла не осталось.
export-done = Записано: { $name }
export-done-bytes = байт: { $count }
export-done-shortened =
    { $count ->
        [one] { $count } текст длиннее ячейки и обрезан. В CSV и JSON он целиком.
        [few] { $count } текста длиннее ячейки и обрезаны. В CSV и JSON они целиком.
       *[other] { $count } текстов длиннее ячейки и обрезаны. В CSV и JSON они целиком.
    }
export-warn-title = Этот файл не зашифрован
export-warn = Всякий, к кому попадёт файл, прочтёт всё: имена, контакты и остальное, что закрыто в реестре. Пишите его на диск, которому доверяете, не отправляйте почтой и удалите, когда он больше не нужен.
export-warn-check = Понимаю: файл открыт для всякого, у кого он окажется
export-warn-yes = Записать
export-warn-no = Не записывать
export-back = Прочитать реестр обратно
export-back-about = Открытый реестр (JSON), записанный Tarazy или другой программой, можно прочитать в этот реестр: в нём пока ничего нет. Идентификаторы и связи сохраняются; в журнале появится одна запись.
export-back-full = Возможно только в новом реестре. В этом уже есть записи.
export-back-run = Выбрать файл…
export-back-running = Чтение…
export-back-done = Прочитано из { $name }: записей { $records }, из них предписаний { $orders } (запись журнала { $seq }).
export-cli-done = { $name }: строк или записей { $rows }, байт { $bytes }, SHA-256 { $digest }
export-cli-left-out = Предписаний не вошло (черновики, дубликаты, отозванные): { $count }
export-cli-withheld = Материалов, чьи адрес и текст скрыты: { $count }
export-cli-held-back = Не выдано зафиксированных оценок (вторая слепая оценка не зафиксирована): { $count }
export-cli-shortened = Текстов, обрезанных по размеру ячейки: { $count }
export-cli-open = Файл не зашифрован и содержит то, что закрыто в реестре.
export-cli-back = Прочитано из { $name }: записей { $records }, из них предписаний { $orders } (запись журнала { $seq }).
export-sheet = Предписания

# Headers that differ from the name of the field.
export-column-order-items = Материалов
export-column-order-reviewed = Материалов оценено
export-column-item-platform = Платформа материала
export-column-item-kind = Вид материала
export-column-item-topic = Тема словами
export-column-review-verdict = Вывод
export-column-review-rubric = Версия методики

# Names of fields.
export-field-reference = Номер в реестре
export-field-learned = Когда узнали
export-field-learned-how = Как стало известно
export-field-ground = Указанное основание
export-field-action = Чего требует
export-field-document-seen = В каком виде видели документ
export-field-names-items-by-url = Называет каждый материал по адресу
export-field-informs-of-appeal = Разъясняет обжалование
export-field-author-notified = Автор уведомлён
export-field-reasons-level = Мотивировка
export-field-draft = Черновик
export-field-signatory-role = Кем подписано (должность)
export-field-representative = Законный представитель
export-field-more-actions = Другие требования
export-field-deadline-basis = Откуда срок
export-field-deadline-stated = Срок, указанный в предписании
export-field-closed = Закрыто
export-field-scope = Где действует
export-field-duration = Как долго действует
export-field-duration-until = Действует до
export-field-stated-reasons = Мотивировка дословно
export-field-court-act-cited = Указанный судебный акт
export-field-expert-decision = Решение экспертной группы
export-field-secrecy-demanded = Требование о неразглашении
export-field-second-source = Второй источник
export-field-dup-of = Дубликат
export-field-withdrawn = Отозвано
export-field-kind = Вид
export-field-text = Текст
export-field-posted = Опубликовано
export-field-sensitivity = Требуемая осторожность
export-field-views = Просмотры
export-field-shares = Репосты
export-field-followers = Подписчики
export-field-members = Участники
export-field-reach-at = Охват на дату
export-field-visibility = Кому было видно
export-field-topics = Темы
export-field-statement-mode = Характер высказывания
export-field-repetition-set = Группа повторов
export-field-stub = Заглушка
export-field-referral-note = Куда передано
export-field-demanded-action = Требование по материалу
export-field-platform-basis = По какому правилу действовала платформа
export-field-last-seen-up = В последний раз доступно
export-field-first-seen-down = Впервые недоступно
export-field-author-notice = Автор уведомлён (дата)
export-field-appeal-filed = Жалоба подана
export-field-appeal-decided = Жалоба рассмотрена
export-field-appeal-result = Итог жалобы
export-field-reinstated = Возвращено
export-field-reinstated-by = Кем возвращено
export-field-chilling-effect = Сдерживающее действие

# What lies in a full export.
export-readme =
    TARAZY: РЕЕСТР ЦЕЛИКОМ

    Организация: { $organisation }
    По состоянию на: { $as_of } (последняя запись журнала)
    Записей: { $records }; из них предписаний: { $orders }
    Журнал: записей { $entries }, корень { $root }
    Чем записано: { $app }

    АРХИВ НЕ ЗАШИФРОВАН. В нём имена, контакты и всё остальное, что закрыто в реестре. Храните его так же, как сам реестр, и удалите, когда он больше не нужен.

    { $held ->
        [0] Не выданных оценок нет.
       *[other] НЕ ВЫДАНО ОЦЕНОК: { $held }. Их материалы ждут второй слепой оценки, и второй рецензент не должен их читать. В этом архиве их нет, и в реестре, прочитанном из него, их не будет.
    }

    register.json — все записи в открытой форме tarazy-register/1. Команда «tarazy vault import-open register.json» читает её в новый реестр без потерь.
    schema/ — JSON Schema этой формы с описанием каждого вида записей и каждого поля.
    tables/ — те же записи в CSV, по таблице на вид: UTF-8, запятые, коды вместо слов. Апостроф перед =, +, - или @ не даёт электронной таблице принять текст за формулу; при импорте Tarazy убирает его.
    codebook.csv, codebook.json — все поля и коды с названиями на казахском, русском и английском, где они есть.
    method/ — папка для каждой версии методики: вопросы и правила, по которым оценивались материалы.
    ledger/ — все подписанные записи журнала (base64), значения при них, подписанные контрольные точки и открытый ключ. Записи — канонический CBOR в дереве RFC 6962; контрольные точки — подписанные заметки C2SP (Ed25519).
    working/ — ответы ещё не сданных оценок и калибровочных случаев, а также тексты, написанные в документах.
    exhibits/ — файлы доказательств, каждый под своим SHA-256; он стоит в tables/exhibits.csv рядом с описанием. Файл, который не удалось прочитать, назван в exhibits/UNREAD.txt.
    papers/ — файлы опечатанных документов, которые реестр сохранил, каждый под id из tables/papers.csv.
    SHA256SUMS — команда «sha256sum -c SHA256SUMS» проверяет все файлы.

    Внутри нет того, что реестр не хранит: файлов импортированных таблиц и документов, опечатанных без копии. Их SHA-256 стоят в tables/import_batches.csv и tables/papers.csv, так что ваши собственные копии можно сверить.
