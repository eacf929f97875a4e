### Words of the command line, and of the ledger wherever it is shown.

cli-done = Готово.
cli-vault-absent = В папке «{ $label }» хранилища нет.
cli-vault-locked = В папке «{ $label }» есть хранилище, оно закрыто.
cli-vault-open = В папке «{ $label }» есть хранилище, оно открылось.
cli-example-organisation = Организация для примера
cli-example-actor = Монитор для примера
cli-example-made = Реестр для примера создан в «{ $label }». Всё в нём вымышлено.
cli-example-passphrase = Парольная фраза: { $words }
cli-saved = Записано: { $reference } (запись журнала { $seq }).
cli-import-dry = Строк: { $rows }; предписаний: { $orders }; материалов в них: { $items }. Повторов: { $duplicates }; уже в реестре: { $known }; отклонено строк: { $rejected }. Ничего не записано.
cli-import-made = Строк: { $rows }; записано предписаний: { $orders }; материалов в них: { $items }. Повторов: { $duplicates }; уже было в реестре: { $known }; отклонено строк: { $rejected }. Импорт { $batch } можно отменить.
cli-import-rejected = строка { $row }: { $reason } «{ $cell }»
cli-orders-total = предписаний: { $count } из { $all }
cli-queue = Ждут оценки: { $open }; закрыто: { $locked }
cli-measures = Обращений: { $complaints }; предписаний: { $orders }, документ видели: { $seen }; материалов: { $items }, оценено: { $reviewed }
cli-paper = { $name }: { $bytes } байт, SHA-256 { $digest }, запечатано записью журнала { $seq }
cli-verified = Всё сходится: записей { $entries }, контрольных точек { $checkpoints }, строк { $rows }. Корень { $root }
cli-verified-bad = Не сходится: находок { $findings }; записей { $entries }, контрольных точек { $checkpoints }, строк { $rows }. Ничего не изменено. Сохраните эту копию и сравните с резервной.
cli-threshold-yes = выше порога
cli-threshold-no = не выше порога
cli-threshold-unknown = порог вычислить нельзя

# Events of the ledger.
event-vault-created = хранилище создано
event-passphrase-changed = парольная фраза сменена
event-settings-changed = настройки изменены
event-authority-added = добавлен орган
event-platform-added = добавлена платформа
event-measure-added = добавлены данные об аудитории
event-complaint-recorded = записано обращение
event-order-recorded = записано предписание
event-order-amended = предписание дополнено
event-outcome-recorded = записан исход
event-record-added = запись добавлена
event-record-amended = запись исправлена
event-import-made = файл импортирован
event-import-undone = импорт отменён
event-register-imported = реестр прочитан обратно
event-review-locked = оценка закрыта
event-paper-sealed = документ запечатан
event-example-laid-in = заложен пример

# What verification can find.
finding-header-one-copy = одна из двух копий заголовка не читается
finding-header-old = заголовок — старая копия
finding-page-damaged = повреждена страница базы
finding-entry-unreadable = запись не читается:
finding-entry-missing = не хватает записи:
finding-entry-altered = запись изменена:
finding-entry-foreign = запись из другого хранилища:
finding-checkpoint-missing = нет контрольной точки после записи
finding-checkpoint-altered = изменена контрольная точка после записи
finding-checkpoint-gone = исчез файл контрольной точки рядом с базой:
finding-checkpoint-disagrees = не сходится контрольная точка после записи
finding-rolled-back = база возвращена к состоянию до записи
finding-row-altered = строка изменена:
finding-row-unknown = строка без записи в журнале:
finding-row-missing = строки не хватает:
finding-batch-altered = изменены строки импорта:
finding-index-altered = изменён указатель записей у записи
finding-words-altered = изменены слова фильтра:
