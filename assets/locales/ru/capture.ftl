### Что говорит быстрая запись сверх самих полей.
capture-passage = В тексте: { $before }⟨{ $passage }⟩{ $after }
capture-passage-hint = Распознанное помечено. Перейдите к полю, чтобы увидеть место в тексте; Delete отклоняет.
capture-certain = распознано, сказано прямо
capture-reject = Отклонить
capture-rejected = { $field }: отклонено.
capture-also-read = Прочитано также
capture-also-read-item = Отклонить: { $field } – { $value }
capture-also-empty = Остальное отклонено.
capture-field-actions = Требует
capture-field-deadline-stated = Срок
capture-field-deadline-basis = Отсчёт срока
capture-field-stated-reasons = Мотивы дословно
capture-field-secrecy-demanded = Требует тайны
capture-field-scope = Территория
capture-field-duration = Продолжительность
capture-field-signatory-role = Подписал
capture-field-court-act-cited = Упомянутый судебный акт
capture-field-language = Язык письма
capture-value-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[other] { $count } часов
 }
capture-value-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
 }
capture-value-working-days = { $count ->
    [one] { $count } рабочий день
    [few] { $count } рабочих дня
   *[other] { $count } рабочих дней
 }
capture-value-immediate = немедленно
capture-value-asap = поскорее, без даты
capture-value-until = до { $day }
capture-value-h24-from-receipt = с получения
capture-value-h24-from-issue = с издания
capture-value-other = ни с получения, ни с издания
capture-value-yes = да
capture-value-kz = Казахстан
capture-value-worldwide = весь мир
capture-value-permanent = бессрочно
capture-value-kk = казахский
capture-value-ru = русский
capture-value-en = английский
capture-value-mixed = несколько
capture-value-other-language = другой
capture-duplicate-open = Открыть ту запись
capture-duplicate-add = Добавить адреса в ту запись
capture-duplicate-anyway = Всё равно записать
capture-duplicate-choices = { $reference }: что сделать
capture-duplicate-added = Адреса добавлены в { $reference }, запись журнала { $seq }.
duplicate-same-number-issuer = У { $reference } тот же номер и тот же орган.
duplicate-alike-locator = { $reference } называет почти тот же адрес.
duplicate-there = Там он записан так: { $locator }
duplicate-how = Различие: { $how }.
duplicate-how-scheme = http или https, порт
duplicate-how-host-case = заглавные буквы в имени сайта
duplicate-how-www = www.
duplicate-how-mobile = мобильная версия сайта
duplicate-how-alias = другое имя того же сайта
duplicate-how-slash = косая черта в конце
duplicate-how-escape = буквы записаны кодами с процентом
duplicate-how-tracking = метки отслеживания
duplicate-how-query-order = порядок параметров
duplicate-how-fragment = часть после #
duplicate-how-defanged = обезвреженная запись (hxxp, [.])
duplicate-how-other = способ записи
capture-stub = Предписание касается сексуальных материалов с детьми
capture-stub-title = Из этого материала не записывается ничего
capture-stub-note = Сохраняются только номер, орган, дата и платформа: ни адреса, ни текста, ни примечания. Не открывайте, не копируйте и не пересылайте материал. Сообщите о нём в полицию, на детскую горячую линию 111 или на горячую линию сети INHOPE.
capture-stub-found = Во вставленном тексте говорится о сексуальных материалах с детьми, поэтому останется только краткая запись. Если это не так, снимите отметку; текст не сохранён.
capture-referral = Кому и когда сообщено
capture-referral-none = Ещё никому не сообщено.
