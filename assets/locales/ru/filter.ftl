### Words of the filter and of search.

filter-field-platform = платформа
filter-field-authority = орган
filter-field-issued = вынесено
filter-field-received = получено платформой
filter-field-learned = когда мы узнали
filter-field-complied = когда платформа исполнила
filter-field-verdict = вердикт
filter-field-outcome = исход
filter-field-ground = основание
filter-field-instrument = вид акта
filter-field-action = что требуется
filter-field-deadline = срок 24 часа
filter-field-draft = черновик
filter-field-duplicate = признано повтором другого
filter-field-reviewed = оценено
filter-field-has = что заполнено
filter-field-items = число материалов
filter-field-number = номер
filter-field-reference = учётный номер
filter-field-document = виден ли документ
filter-field-how = откуда узнали
filter-field-reasons = мотивировка
filter-field-appeal = сказано ли об обжаловании
filter-field-notified = извещён ли автор
filter-field-language = язык материала
filter-field-kind = вид материала
filter-has-note = примечание
filter-has-text = текст
filter-has-address = адрес
filter-has-number = номер
filter-has-provisions = указанные нормы
filter-has-complaint = предшествующее обращение

filter-field-unknown = Поля «{ $part }» нет.
filter-value-unknown = У этого поля нет значения «{ $part }».
filter-value-missing = Здесь не хватает значения.
filter-date-bad = «{ $part }» – не дата: пишите 2025, 2025-03, 2025-03-14, 2025-01..2025-03 или неизвестно.
filter-number-bad = «{ $part }» – не число: пишите 5, 2..4 или >10.
filter-quote-open = Кавычка не закрыта.
filter-blank-missing = Здесь не хватает пробела.
filter-too-long = Фильтр слишком длинный.
filter-suggestions = Возможно: { $list }?

search-total = { $count ->
    [one] { $count } совпадение
    [few] { $count } совпадения
   *[other] { $count } совпадений
}
search-more = Совпадений больше { $count }; упорядочены { $count } самых новых.
search-none = Ничего не найдено.
