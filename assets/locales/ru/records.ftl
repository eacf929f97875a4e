### Records of every kind: names of kinds, fields, codes, findings, and what the law asks.

# The screens.
nav-actors = Лица
nav-law = Право
nav-sources = Источники
nav-proceedings = Производства и задачи
actors-about = Люди, организации и аккаунты названы здесь так, как их назовут документы. Имена и контакты запечатаны: они показываются только в открытой записи и только по вашей просьбе.
law-about = Кто вправе давать предписания, по какой норме, как она звучала в тот день и что решила экспертная группа государства. Текст закона хранится с датами: определения меняются.
sources-about = Числа, которые публикуют органы и платформы, и то, когда и за чем мы наблюдали. «Случаев не известно» не значит «случаев не было».
proceedings-about = Жалобы, иски, обращения в международные органы и то, кто что должен сделать и к какому сроку. Срок хранится как интервал.
platforms-duty = Платформа, у которой в среднем за месяц больше 100 000 пользователей в сутки, назначает законного представителя (статья 9 Закона об онлайн-платформах от 10 июля 2023 года).
official-show = Кто был должностным лицом в этот день
official-on = На какой день
official-on-hint = По записанным должностям. Должность с неизвестными датами ничего не доказывает.
official-none = Ни одна из записанных должностей на этот день не приходится.
official-unsure = возможно: даты известны не точно
desk-tasks = Близкие сроки
desk-no-tasks = В ближайшие три дня сроков нет.
order-more = Подробнее об этом предписании
item-more = Подробнее

# Lists, forms and panels.
record-find = Найти по словам
record-lists = Списки
record-none-found = Подходящих записей не нашлось.
record-nameless = запись без названия
record-empty = Записей пока нет
record-empty-actors = Лицо записывают под тем названием, которое будет в документах: «заместитель акима, регион B». Имя можно не указывать.
record-empty-authorities = Орган появится здесь с первым предписанием, в котором он назван; его можно записать и самим.
record-empty-provisions = Запишите нормы, на которые ссылаются предписания, и их редакции с датами: тогда видно, действовала ли норма в тот день.
record-empty-expert-decisions = Записывайте каждое решение экспертной группы, о котором узнали: официальных данных об их числе не публикуют.
record-empty-expert-opinions = Записывайте, что установил независимый эксперт о материале или предписании: это показывают рядом с решением экспертов государства.
record-empty-reviewers = Здесь стоят те, кто занял место на экране оценки.
record-empty-official-figures = Записывайте числа министерства и платформ вместе с источником: с ними сравнивают свои данные.
record-empty-coverage-periods = Запишите, в какие дни за какими источниками вы наблюдали: иначе тихий месяц не отличить от месяца, когда никто не смотрел.
record-empty-proceedings = Записывайте каждое производство, от апелляции к платформе до сообщения в ООН, вместе со сроком.
record-empty-tasks = Задача — то, что кто-то должен сделать к сроку. Когда срок близок, она появляется на столе.
record-empty-exhibits = Добавляйте доказательство на странице предписания, к которому оно относится: файл шифруется в реестр. Здесь можно описать и вещь, файла которой нет.
record-opened = Открытая запись
record-back = Назад
record-amend-rest = Исправить остальное
record-amend = Исправить: { $name }
record-add = Добавить
record-new-short = Новая…
record-unlink = Очистить поле «{ $field }»
record-needed = обязательно
record-refused = Значение не указано или недопустимо. Ничего не сохранено; исправьте и сохраните снова.
record-number-wrong = Целое число, без слов.
record-sealed = Запечатано: не входит ни в один документ без разрешения.
record-show = Показать
record-show-field = Показать: { $field }
record-not-known = неизвестно
record-other-or-not-known = иное или неизвестно
record-nothing-filled = Здесь пока ничего не заполнено.
record-not-filled = Не заполнено:

# Sections of large forms.
record-section-act = Акт
record-section-term = Срок и охват
record-section-grounds = Обоснование и источник
record-section-standing = Место в реестре
record-section-care = Осторожность
record-section-content = Содержание
record-section-reach = Охват
record-section-execution = Исполнение
record-section-sightings = Что и когда замечено
record-section-appeal = Обжалование
record-section-effect = Последствия
record-section-filing = Подача
record-section-handling = Рассмотрение
record-section-result = Результат
record-section-about = Суть
record-section-rest = Остальное

# How sure one is of a field.
facts-title = Насколько достоверно и на чём основано
facts-none = Ни об одном поле не сказано.
facts-add = Указать достоверность поля
facts-amend = Исправить достоверность: { $field }
facts-field = Поле
facts-exhibits = Подтверждения
facts-exhibits-hint = Название документа и страница или номер подтверждения; несколько — через запятую.
field-subject = О какой записи
field-facts-field = Поле
field-confidence = Насколько достоверно
field-exhibits = Подтверждения

# Findings.
finding-no-representative = Выше порога, а законный представитель не назначен: в реестре нет действующего представителя (статья 9 Закона об онлайн-платформах).
finding-representative-unsure = Выше порога; есть ли сейчас действующий представитель, по записанным датам сказать нельзя.
finding-two-versions-in-force = Сейчас действует не одна редакция: их даты пересекаются. Проверьте даты.
finding-no-version = Текст нормы не записан: когда она действовала, неизвестно.
finding-no-version-in-force = Ни одна из записанных редакций сейчас не действует.
finding-overdue = срок истёк
finding-due-soon = срок в ближайшие три дня
finding-stub = Материал сексуального характера с ребёнком: ни адрес, ни текст не хранятся, только запись о том, куда направлено.
finding-withdrawn = Эта запись отозвана как внесённая по ошибке.
finding-provision-not-in-force = Норма, на которую ссылается предписание, в день его издания не действовала (по записанным редакциям).
finding-provision-force-unsure = Действовала ли норма, на которую ссылается предписание, в день его издания, по записанным редакциям сказать нельзя.

# Kinds of record: one, many, and the deed of making one.
record-one-authorities = орган
record-many-authorities = Органы
record-new-authorities = Новый орган
record-one-authority-aliases = другое название органа
record-many-authority-aliases = Другие названия органа
record-new-authority-aliases = Другое название органа
record-one-platforms = платформа
record-many-platforms = Платформы
record-new-platforms = Новая платформа
record-one-audience-measures = данные об аудитории
record-many-audience-measures = Данные об аудитории
record-new-audience-measures = Новые данные об аудитории
record-one-representatives = законный представитель
record-many-representatives = Законные представители
record-new-representatives = Новый законный представитель
record-one-provisions = норма
record-many-provisions = Нормы
record-new-provisions = Новая норма
record-one-provision-versions = редакция нормы
record-many-provision-versions = Редакции нормы
record-new-provision-versions = Новая редакция
record-one-actors = лицо
record-many-actors = Лица
record-new-actors = Новое лицо
record-one-actor-ages = возраст на дату
record-many-actor-ages = Возраст на дату
record-new-actor-ages = Новый возраст на дату
record-one-occupancies = должность
record-many-occupancies = Должности
record-new-occupancies = Новая должность
record-one-expert-decisions = решение экспертной группы
record-many-expert-decisions = Решения экспертной группы
record-new-expert-decisions = Новое решение экспертной группы
record-one-repetition-sets = группа повторов
record-many-repetition-sets = Группы повторов
record-new-repetition-sets = Новая группа повторов
record-one-orders = предписание
record-many-orders = Предписания
record-new-orders = Новое предписание
record-one-order-provisions = ссылка на норму
record-many-order-provisions = Ссылки на нормы
record-new-order-provisions = Новая ссылка на норму
record-one-order-sources = источник сведений о предписании
record-many-order-sources = Другие источники сведений о предписании
record-new-order-sources = Новый источник сведений
record-one-items = материал
record-many-items = Материалы
record-new-items = Новый материал
record-one-order-items = применение предписания к материалу
record-many-order-items = Применения предписания к материалам
record-new-order-items = Новое применение к материалу
record-one-complaints = обращение
record-many-complaints = Обращения
record-new-complaints = Новое обращение
record-one-complaint-items = материал в обращении
record-many-complaint-items = Материалы в обращении
record-new-complaint-items = Новый материал в обращении
record-one-item-translations = перевод
record-many-item-translations = Переводы
record-new-item-translations = Новый перевод
record-one-comparator-pairs = пара для сравнения
record-many-comparator-pairs = Пары для сравнения
record-new-comparator-pairs = Новая пара для сравнения
record-one-expert-opinions = мнение независимого эксперта
record-many-expert-opinions = Мнения независимых экспертов
record-new-expert-opinions = Новое мнение независимого эксперта
record-one-actor-roles = роль лица
record-many-actor-roles = Роли лиц
record-new-actor-roles = Новая роль
record-one-official-figures = официальное число
record-many-official-figures = Официальные числа
record-new-official-figures = Новое официальное число
record-one-coverage-periods = период наблюдения
record-many-coverage-periods = Периоды наблюдения
record-new-coverage-periods = Новый период наблюдения
record-one-proceedings = производство
record-many-proceedings = Производства
record-new-proceedings = Новое производство
record-one-tasks = задача
record-many-tasks = Задачи
record-new-tasks = Новая задача
record-one-exhibits = доказательство
record-many-exhibits = Доказательства
record-new-exhibits = Новое доказательство без файла
record-one-custody-events = действие с доказательством
record-many-custody-events = История хранения
record-new-custody-events = Новое действие с доказательством
record-one-facts = достоверность поля
record-many-facts = Достоверность полей
record-new-facts = Указать достоверность поля
record-one-reviewers = рецензент
record-many-reviewers = Рецензенты
record-new-reviewers = Новый рецензент

# Fields that several kinds share. Those of imports and of capture serve here too.
field-kind = Вид
field-name-kk = Название по-казахски
field-name-ru = Название по-русски
field-name-en = Название по-английски
field-name = Имя или название
field-label = Название
field-source = Источник
field-order = Предписание
field-item = Материал
field-complaint = Обращение
field-proceeding = Производство
field-actor = Лицо
field-provision = Норма
field-expert-decision = Решение экспертной группы
field-reasons-level = Мотивировка
field-valid-from = Действует с
field-valid-to = Действует по
field-filed = Подано
field-decided = Решено
field-due = Срок

# Authorities and their names.
field-authorities-successor-of = Правопреемник органа
field-alias = Другое название

# Platforms, their audience and their representatives.
field-domains = Домены
field-owner-legal-name = Юридическое название владельца
field-exemption = Освобождение от обязанности назначить представителя
field-gov-channel = Постоянный канал для госорганов
field-value = Число
field-audience-measures-value = Число пользователей
field-unit = Как считали
field-period = Период
field-representatives-name = Имя или название представителя
field-seat = Где находится
field-appointed = Назначен
field-ended = Полномочия прекращены
field-register-number = Номер в реестре министерства

# Provisions and their wordings.
field-act = Акт
field-article = Статья
field-paragraph = Пункт
field-in-force-from = Действует с
field-in-force-to = Действует по
field-text-kk = Текст на казахском
field-text-ru = Текст на русском
field-note-en = Пояснение на английском
field-as-written = Как написано в предписании

# Actors, their ages, posts and roles.
field-actors-name = Имя или название
field-public-label = Как назван в документах
field-is-child = Ребёнок
field-gender = Пол
field-consent = На что дано согласие
field-consent-exhibit = Подтверждение согласия
field-contact = Контакты
field-band = Возрастная группа
field-at = На дату
field-post = Должность
field-body = Орган или организация
field-public-office = Публичная должность
field-held-from = Занимает с
field-held-to = Занимал по
field-role = Роль

# Decisions of the state’s expert group.
field-expert-decisions-number = Номер решения
field-requested = Передано группе
field-extended = Срок продлён
field-members-known = Известные члены (без имён)
field-disciplines = Специальности членов
field-votes = Голоса
field-conclusion = Вывод
field-dissent = Есть особое мнение
field-published = Опубликовано

# Orders.
field-learned = Когда стало известно
field-learned-how = Как стало известно
field-ground = Указанное основание
field-action = Что требует
field-document-seen = Документ видели как
field-names-items-by-url = Называет каждый материал по адресу
field-informs-of-appeal = Разъясняет обжалование
field-author-notified = Автор уведомлён
field-draft = Черновик: нужно дополнить
field-signatory-role = Должность подписавшего
field-representative = Представитель платформы
field-more-actions = Что требует ещё
field-deadline-basis = Как установлен срок
field-deadline-stated = Срок, указанный в предписании
field-closed = Предписание закрыто
field-scope = Территория действия
field-duration = На какой срок
field-duration-until = До какой даты
field-stated-reasons = Изложенные мотивы (дословно)
field-court-act-cited = Судебный акт, на который ссылаются
field-secrecy-demanded = Требуют не разглашать
field-second-source = Второй независимый источник
field-dup-of = Повторяет запись
field-list = Список
field-withdrawn = Отозвана: внесена по ошибке

# Items and their translations.
field-posted = Опубликовано
field-text = Текст
field-sensitivity = Осторожность при просмотре
field-items-topic = Тема своими словами
field-topics = Темы
field-views = Просмотры
field-shares = Репосты
field-followers = Подписчики
field-members = Участники
field-reach-at = Числа на момент
field-visibility = Кому видно
field-statement-mode = Форма высказывания
field-repetition-set = Группа повторов
field-stub = Материал сексуального характера с ребёнком: только отметка
field-referral-note = Куда и когда сообщено
field-item-translations-language = Язык перевода
field-item-translations-text = Текст перевода
field-made-by = Кто перевёл
field-translator = Переводчик

# One order applied to one item.
field-order-items-complied = Впервые замечено исчезновение
field-demanded-action = Что требуют по этому материалу
field-platform-basis = На что сослалась платформа
field-platform-rules = Удалила бы платформа по своим правилам
field-last-seen-up = Последний раз видели доступным
field-first-seen-down = Впервые видели недоступным
field-author-notice = Автор получил уведомление
field-appeal-filed = Жалоба подана
field-appeal-decided = Жалоба рассмотрена
field-appeal-result = Результат жалобы
field-reinstated = Восстановлено
field-reinstated-by = Кем восстановлено
field-chilling-effect = Охлаждающий эффект

# Complaints.
field-channel = Канал
field-filer-capacity = Кем подано
field-to-expert-group = Передано экспертной группе
field-decision = Чем кончилось
field-complaints-order = Предписание, к которому привело
field-complaints-note = О чём
field-signature = Подпись
field-alleged-victim = Предполагаемый пострадавший
field-extension-reasoned = Продление мотивировано
field-how-known = Как стало известно об обращении
field-comparable-group = Группа для сравнения

# Pairs, figures, coverage, proceedings and tasks.
field-item-a = Первый материал
field-item-b = Второй материал
field-shared-features = Общие признаки
field-difference-in-treatment = В чём отнеслись по-разному
field-rationale = Почему их можно сравнивать
field-first-reviewer = Первый рецензент
field-second-reviewer = Второй рецензент
field-first-view = Мнение первого рецензента
field-second-view = Мнение второго рецензента
field-publisher = Кто опубликовал
field-country = Страна
field-metric = Что посчитано
field-requester = Кто запрашивал
field-platform-name = Платформа
field-reliability = Надёжность
field-watched-from = Наблюдали с
field-watched-to = Наблюдали по
field-sources-watched = За какими источниками
field-known-gaps = Известные пробелы
field-forum = Где рассматривается
field-proceedings-number = Номер дела
field-stage = Стадия
field-claim = Требование
field-result = Результат
field-remedies-exhausted = Внутренние средства защиты исчерпаны
field-tasks-label = Что нужно сделать
field-done = Сделано

# Exhibits and their custody.
field-description = Что это
field-copy-type = Вид копии
field-derived-from = Сделано из
field-captured = Когда снято
field-captured-by = Кто снял
field-tool = Чем сделано
field-tool-version = Версия программы
field-source-url = Где снято
field-acquisition = Как получено
field-exhibits-sensitivity = Насколько осторожно с ним обращаться
field-released-to = Кому можно передать файл
field-custody-events-exhibit = Доказательство
field-custody-events-at = Когда
field-custody-events-actor = Кто
field-custody-events-action = Что сделано
field-custody-events-reason = Зачем

# Независимые эксперты и рецензенты.
field-expert = Имя эксперта
field-discipline = Специальности
field-question = О чём спросили
field-finding = Что установлено
field-agrees-with-state = Согласие с экспертами государства
field-independence-statement = Что сказано о независимости
field-exhibit = Доказательство
field-reviewers-name = Имя рецензента
field-outside-organisation = Не из организации
field-languages = Языки

# What the law or the method asks of a field.
help-authorities-successor-of = При реорганизации запишите новый орган отдельно и укажите здесь прежний: старые предписания остаются за старым.
help-authority-aliases-valid-from = Например, 2024-09-02. Пусто — начало неизвестно.
help-authority-aliases-valid-to = Например, 2024-09-02. Пусто — употребляется и сейчас.
help-platforms-domains = Через пробел.
help-platforms-exemption = Статья 9 Закона об онлайн-платформах от 10 июля 2023 года: внутренние корпоративные мессенджеры и электронная почта представителя не назначают. Указывайте только то, чему есть подтверждение.
help-platforms-gov-channel = «Предписания» по такому каналу часто видны лишь как отметки о нарушении правил самой платформы.
help-audience-measures-unit = Статья 9 считает порог по среднесуточной посещаемости за месяц: больше 100 000. Другие подсчёты хранятся, но порога не решают.
help-audience-measures-period = Например, 2026-05.
help-audience-measures-source = Издание или адрес страницы, чтобы проверить мог любой.
help-representatives-register-number = Реестр представителей ведёт министерство (статья 9 Закона об онлайн-платформах).
help-representatives-ended = Пусто — считается, что представитель действует.
help-provisions-act = Полное название закона и дата.
help-provision-versions-in-force-from = Каждая редакция записывается отдельно: травля ребёнка определена в законе как действия «два и более раза» (подпункт 4-1) статьи 1 Закона о правах ребёнка), а определение может меняться.
help-provision-versions-in-force-to = Пусто — редакция действует и сейчас.
help-provision-versions-source = Официальное издание или страница базы «Әділет».
help-actors-public-label = Так назовут документы: «заместитель акима, регион B». Без имени, школы и села.
help-actors-is-child = Ребёнок — лицо до 18 лет (подпункт 2) статьи 1 Закона о правах ребёнка).
help-actors-consent = Если согласия нет, так и укажите: неизвестное согласие — не согласие.
help-actor-ages-band = Возраст на указанную дату, а не сегодняшний.
help-occupancies-held-from = По этим датам видно, кто был должностным лицом в данный день.
help-occupancies-held-to = Пусто — занимает и сейчас.
help-expert-decisions-decided = Статья 40 Закона «О масс-медиа» 2024 года: группа решает в течение 3 рабочих дней.
help-expert-decisions-extended = Мотивированным решением до 15 календарных дней; заявителя извещают в течение 2 рабочих дней.
help-expert-decisions-members-known = Называйте членов по специальности или должности, не по имени; сам человек записывается отдельно как лицо.
help-orders-deadline-basis = Статья 9 Закона об онлайн-платформах: обращение органа рассматривают в течение 24 часов. Здесь — от чего считает срок само предписание.
help-orders-stated-reasons = Словами предписания. Здесь могут быть имена, поэтому поле запечатано.
help-orders-second-source = Предписание, известное лишь по описанию, учитывается, только если есть два независимых источника.
help-orders-dup-of = Запись остаётся; ничто не объединяется само.
help-orders-withdrawn = Запись остаётся в реестре и в журнале.
help-order-provisions-as-written = Точно так, как в предписании, с ошибками.
help-order-sources-list = Кто ещё знает о предписании, кроме источника, от которого о нём узнали впервые. Источник, который лишь повторяет другой, отдельным не считается. Учитывается ли предписание, известное по описанию, решает только поле «Второй независимый источник».
help-items-sensitivity = Тяжёлое содержание и то, по которому узнают ребёнка, показывается только по вашей просьбе.
help-items-text = На языке оригинала, дословно.
help-items-stub = Такой материал не хранят никогда: ни адрес, ни текст, ни описание. С отметкой эти поля очищаются. Сообщите компетентному органу или на горячую линию.
help-items-referral-note = Кому, когда, под каким номером. Без адреса и содержания.
help-items-repetition-set = Почти одинаковые тексты или одна кампания: по группе проверяют признак «два и более раза».
help-order-items-last-seen-up = Когда кто-то в последний раз сам видел материал доступным.
help-order-items-first-seen-down = Когда кто-то впервые увидел, что его нет, а не когда он, вероятно, исчез.
help-order-items-platform-rules = По опубликованным правилам платформы, действовавшим в тот день. Отвечайте, не зная вывода.
help-complaints-note = Своими словами, без имён детей.
help-complaints-filer-capacity = Статья 40 Закона «О масс-медиа»: обращается гражданин или законный представитель ребёнка.
help-complaints-signature = Статья 40: письменно или электронно, с подписью или ЭЦП.
help-complaints-extended = Статья 40: 3 рабочих дня; мотивированным решением до 15 календарных дней.
help-complaints-comparable-group = Дайте похожим обращениям одно название: сравнивается, чьи обращения как решены.
help-official-figures-source = Название документа или страницы и дата.
help-coverage-periods-sources-watched = Какие реестры, каналы, издания, люди.
help-coverage-periods-known-gaps = Дни и источники, за которыми никто не следил.
help-proceedings-due = К какому сроку нужен следующий шаг.
help-exhibits-released-to = Файл не передаётся никому, кто здесь не назван.
help-exhibits-copy-type = Оригинал — файл в том виде, в каком он к вам попал. Рабочая или отредактированная копия — отдельное доказательство, сделанное из оригинала.
help-custody-events-action = То, что программа делает с файлом, она записывает сама. Здесь вы добавляете то, что произошло вне её, например передачу бумажного оригинала. Изменить записанное действие потом нельзя.
help-comparator-pairs-shared-features = Что у них общего: язык, вид, тема, о ком.
help-comparator-pairs-first-view = Пара учитывается, когда двое разных людей сочли материалы сравнимыми.
help-expert-opinions-public-label = Так будет сказано в документах: «лингвист, университет». Имя закрыто.
help-expert-opinions-independence-statement = Кто обратился, кто заплатил, знает ли эксперт автора или должностное лицо.
help-reviewers-public-label = Так будет сказано в документах вместо имени.

# Codes: how sure.
confidence-confirmed = подтверждено
confidence-probable = вероятно
confidence-alleged = заявлено, не проверено
confidence-unknown = неизвестно

# Codes: representatives and exemptions.
seat-in-kz = в Казахстане
seat-abroad = за рубежом
exemption-none = не освобождена
exemption-corporate-messenger = внутренний корпоративный мессенджер
exemption-email = электронная почта
exemption-finance-ecommerce = финансовые услуги или электронная коммерция

# Codes: complaints.
signature-eds = ЭЦП
signature-hand = собственноручная
signature-none = нет подписи
complaint-known-author = от автора
complaint-known-parent = от родителя
complaint-known-lawyer = от адвоката
complaint-known-foi = из ответа на запрос информации
complaint-known-court-file = из судебного дела
complaint-known-own-test = наше пробное обращение
complaint-known-other = иначе

# Codes: orders.
term-basis-h24-from-receipt = 24 часа с получения
term-basis-h24-from-issue = 24 часа с издания
term-basis-immediate = немедленно
term-basis-other = иначе
term-basis-not-stated = не указано
scope-kz = Казахстан
scope-worldwide = весь мир
duration-permanent = бессрочно
duration-until = до определённой даты
duration-not-stated = не указано

# Codes: items.
language-unknown = неизвестен
visibility-public = всем
visibility-semi-public = ограниченному кругу
visibility-private = личное
mode-fact = утверждение о факте
mode-value-judgement = оценочное суждение
mode-mixed = смешанное
mode-satire = сатира
mode-question = вопрос
mode-call = призыв
topic-corruption = коррупция
topic-public-money = бюджетные деньги
topic-police = полиция
topic-courts = суды
topic-education = образование
topic-health = здравоохранение
topic-land = земля
topic-elections = выборы
topic-protest = протест
topic-child-safety = безопасность детей
topic-private-dispute = частный спор
topic-satire = сатира
topic-business = бизнес
topic-religion = религия
topic-other = иное
translated-human = человек
translated-machine = машина

# Codes: what became of an item.
platform-basis-local-law = местный закон
platform-basis-terms = правила самой платформы
platform-basis-both = и то и другое
platform-basis-none-given = основание не названо
platform-basis-unknown = не записано
platform-rules-yes = да
platform-rules-no = нет
platform-rules-unclear = неясно
platform-rules-unknown = неизвестно
source-list-platform = платформа
source-list-author = автор или адвокат
source-list-press = пресса
source-list-court = судебное дело
source-list-disclosure = утечка или запрос информации
source-list-monitoring = мониторинг
source-list-unknown = неизвестно
appeal-upheld = решение оставлено в силе
appeal-reversed = решение отменено
appeal-partly = изменено частично
appeal-none = жалобы не было
appeal-pending = рассматривается
reinstated-platform = платформа
reinstated-ministry = министерство
reinstated-court = суд
reinstated-author = автор

# Codes: actors.
actor-kind-person = человек
actor-kind-organisation = организация
actor-kind-account = аккаунт
age-under-13 = до 13 лет
age-13-15 = 13–15 лет
age-16-17 = 16–17 лет
age-adult = взрослый (18 и старше)
consent-none = согласия нет
consent-anonymous = без имени
consent-named-partner = с именем для партнёров
consent-public = публично, с именем
gender-female = женский
gender-male = мужской
gender-other = иной
role-complainant = заявитель
role-alleged-victim = предполагаемый пострадавший
role-person-criticised = тот, кого критикуют
role-beneficiary-official = должностное лицо, чьи интересы защищены
role-author = автор
role-publisher = издатель
role-signatory = подписавший
role-expert-member = член экспертной группы
role-lawyer = адвокат
role-witness = свидетель

# Codes: the expert group.
discipline-law = право
discipline-psychology = психология
discipline-linguistics = лингвистика
discipline-child-rights = права ребёнка
discipline-state-body = государственный орган
discipline-ngo = неправительственная организация
conclusion-bullying = травля есть
conclusion-not-bullying = травли нет
conclusion-partly = частично

# Codes: figures.
metric-orders = предписания
metric-items = материалы предписаний
metric-complaints = обращения
metric-materials = «противоправные материалы»
metric-requests = запросы
metric-accounts = аккаунты
reliability-official-document = официальный документ
reliability-official-statement = официальное заявление
reliability-secondary = из вторых рук

# Codes: proceedings.
forum-platform-appeal = апелляция к платформе
forum-ministry = министерство
forum-prosecutor = прокуратура
forum-admin-court = административный суд
forum-civil-court = гражданский суд
forum-constitutional-court = Конституционный Суд
forum-hrc = Комитет ООН по правам человека
forum-special-procedure = специальные процедуры ООН
forum-wgad = Рабочая группа ООН по произвольным задержаниям
forum-upr = универсальный периодический обзор
forum-other = иное

# Items that say nearly the same.
near-title = Почти тот же текст
near-about = Другие материалы говорят почти то же самое; слова, общие для всех писем, не считаются. Что они друг другу, решаете вы.
near-no-order = без предписания
near-repeat = Один повторённый текст
near-compare = Пара для сравнения
near-set-label = Повторы { $reference }
near-repeated = Теперь оба в одной группе повторов ({ $reference }).
near-shared = Почти тот же текст: общих пар слов — { $share }.
near-paired = Пара для сравнения записана ({ $reference }). Напишите, чем отличалось обращение с ними.

# Коды: что рецензенты думают о паре.
view-comparable = сравнимы
view-not-comparable = несравнимы
view-unknown = неизвестно

# Codes: exhibits and their custody.
exhibit-kind-order-scan = скан предписания
exhibit-kind-platform-notice = уведомление платформы
exhibit-kind-screenshot = снимок экрана
exhibit-kind-wacz = веб-архив (WACZ)
exhibit-kind-mhtml = сохранённая страница (MHTML)
exhibit-kind-video = видео
exhibit-kind-letter = письмо
exhibit-kind-court-act = судебный акт
exhibit-kind-testimony = показания
exhibit-kind-press = публикация
exhibit-kind-other = другое
copy-type-original = оригинал
copy-type-working = рабочая копия
copy-type-redacted = отредактированная копия
copy-type-unknown = неизвестно
acquisition-self = снято нами
acquisition-received = получено
acquisition-public-register = из открытого реестра
acquisition-unknown = неизвестно
release-court = суду
release-lawyer = адвокату
release-partner = организациям-партнёрам
release-press = прессе
release-public = всем
custody-ingest = принято
custody-verify = проверено
custody-view = просмотрено
custody-copy = скопировано
custody-redact = отредактировано
custody-export = сохранена копия
custody-transfer = передано
custody-restore = восстановлено
custody-destroy = уничтожено
custody-unknown = неизвестно
