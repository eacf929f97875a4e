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

# What must be said beside a measure.
caveat-known-orders-only = Это только известные нам предписания. Предписаний, которых не видел ни один источник, в этих числах нет.
caveat-clustered = Материалы одного предписания похожи друг на друга, поэтому настоящий интервал шире показанного.
caveat-cannot-tell-counted = Выводы «установить нельзя» остаются в знаменателе.
caveat-small = Материалов слишком мало для процентов (менее 20).
caveat-not-random = Материалы не отобраны случайно: по известным случаям нельзя судить обо всей стране.
caveat-described-only = Предписания, известные только по описанию, в доли не входят.
