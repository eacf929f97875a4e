### Words of the command line, and of the ledger wherever it is shown.

cli-done = Готово.
cli-vault-absent = В папке «{ $label }» реестра нет.
cli-vault-locked = В папке «{ $label }» есть реестр, он закрыт.
cli-vault-open = В папке «{ $label }» есть реестр, он открылся.
cli-example-organisation = Организация для примера
cli-example-actor = Монитор для примера
cli-example-made = Реестр для примера создан в «{ $label }». Всё в нём вымышлено.
cli-example-passphrase = Парольная фраза: { $words }
cli-saved = Записано: { $reference } (запись журнала { $seq }).
cli-saved-plain = Записано (запись журнала { $seq }).
cli-import-dry = Строк: { $rows }; предписаний: { $orders }; материалов в них: { $items }. Повторов: { $duplicates }; уже в реестре: { $known }; отклонено строк: { $rejected }. Ничего не записано.
cli-import-made = Строк: { $rows }; записано предписаний: { $orders }; материалов в них: { $items }. Повторов: { $duplicates }; уже было в реестре: { $known }; отклонено строк: { $rejected }. Импорт { $batch } можно отменить.
cli-import-seen = Внимание: этот самый файл уже импортирован { $when } под именем «{ $name }», записано предписаний: { $orders }. Строки без номера запишутся второй раз.
cli-import-grown = Дополняется предписаний реестра: { $orders } (единиц: { $items }, исходов: { $outcomes }).
cli-import-differing = Исходов, о которых в реестре сказано иначе и которые остаются: { $count }.
cli-import-dates = Столбец «{ $column }»: «{ $sample }» читается двояко; укажите для него --dates day_first или month_first.
cli-import-warning = строка { $row }: адрес может обмануть глаз ({ $code }): { $shown }
cli-import-figures = Строк: { $rows }, официальных показателей: { $figures }; не прочитано: { $rejected }. Ничего не записано.
cli-import-rejected = строка { $row }: { $reason } «{ $cell }»
cli-orders-total = предписаний: { $count } из { $all }
cli-bulk-dry = Предписаний { $orders }: изменятся { $change }, уже имеют это значение { $already }, не могут его принять { $refused }. Ничего не записано.
cli-bulk-done = Изменено предписаний: { $changed }, записей журнала: { $entries }.
cli-bulk-nothing = Менять нечего.
cli-undone = Отменено: { $what } { $reference } (запись журнала { $seq }).
cli-queue = Место: { $seat }. Без вывода: { $open }; у вас: { $mine }; ждут второго рецензента: { $waiting }; спорных: { $disputed }; на повторную оценку: { $again }; решено: { $settled }
cli-stage-declare = сначала скажите, есть ли конфликт интересов
cli-stage-answer = ждёт ответов
cli-stage-locked = зафиксировано, вторая оценка ещё открыта
cli-stage-open = обе оценки можно прочесть
cli-stage-taken = материал у других
cli-stage-declined = заявлен конфликт интересов
cli-from-register = из реестра
cli-reviewer = зафиксировано: { $locked }, открыто: { $open }
cli-agreement = Методика { $major }.x: материалов с двумя слепыми оценками — { $pairs }; спорных: { $disputed }, разрешено третьим: { $adjudicated }. Только слепые ответы, до разрешения споров.
cli-measures = Обращений: { $complaints }; предписаний: { $orders }, документ видели: { $seen }; материалов: { $items }, оценено: { $reviewed }
cli-paper = { $name }: { $bytes } байт, SHA-256 { $digest }, запечатано записью журнала { $seq }
cli-verified = Всё сходится: записей журнала { $entries }, контрольных точек { $checkpoints }, записей реестра { $rows }. Корень { $root }
cli-verified-bad = Не сходится: находок { $findings }; записей журнала { $entries }, контрольных точек { $checkpoints }, записей реестра { $rows }. Проверка ничего не изменила.
cli-since-grown = Всё сходится: журнал по-прежнему начинается с тех записей, которые подписала эта контрольная точка (их { $from }); сейчас записей { $to }.
cli-since-foreign = Это не контрольная точка этого журнала, или её подпись неверна. О журнале она ничего не говорит.
cli-since-shorter = Не сходится: контрольная точка подписала записей: { $from }, а в журнале их { $to }. На место реестра положили его более старую копию.
cli-since-rewritten = Не сходится: журнал переписан. На месте записей, которые подписала эта контрольная точка (их { $from }), стоят другие.
cli-threshold-yes = выше порога
cli-threshold-no = не выше порога
cli-threshold-unknown = порог вычислить нельзя

# Events of the ledger.
event-vault-created = реестр создан
event-passphrase-changed = парольная фраза сменена
event-key-set = реестр может открыть кто-то ещё
event-key-removed = способ открыть реестр убран
event-keys-rotated = все ключи созданы заново
event-vault-restored = реестр восстановлен из резервной копии
event-settings-changed = настройки изменены
event-authority-added = добавлен орган
event-platform-added = добавлена платформа
event-measure-added = добавлены данные об аудитории
event-complaint-recorded = записано обращение
event-order-recorded = записано предписание
event-order-amended = предписание дополнено
event-orders-amended = предписания изменены вместе
event-change-undone = изменение отменено
event-outcome-recorded = записан исход
event-record-added = запись добавлена
event-record-amended = запись исправлена
event-import-made = файл импортирован
event-import-undone = импорт отменён
event-register-imported = реестр прочитан обратно
event-review-locked = оценка зафиксирована
event-seat-taken = место занято
event-items-assigned = материалы розданы
event-conflict-declared = конфликт интересов
event-cycle-opened = повторная оценка
event-review-superseded = оценка исправлена
event-disagreement-adjudicated = расхождение разрешено
event-calibration-answered = учебный случай
event-method-drafted = начат черновик методики
event-method-amended = сохранён черновик методики
event-method-discarded = черновик методики удалён
event-method-adopted = принята версия методики
event-method-retired = версия методики отозвана
event-paper-sealed = документ запечатан
event-exhibit-added = доказательство добавлено
event-exhibit-handled = действие с доказательством
event-example-laid-in = заложен пример
event-purged = значения стёрты навсегда

# Exhibits on the command line.
cli-exhibit-verified-good = { $reference }: файл тот самый. Запись журнала { $seq }.
cli-exhibit-verified-missing = { $reference }: файла нет. Запись журнала { $seq }.
cli-exhibit-verified-altered = { $reference }: файл повреждён или подменён. Запись журнала { $seq }.
cli-exhibit-saved = { $reference }: копия сохранена как { $name }. SHA-256 { $digest }. Запись журнала { $seq }.
cli-exhibits-none = Доказательств нет.

# Чем открывается реестр, и его копии.
cli-key-passphrase = парольная фраза ({ $memory } МиБ, проходов { $passes })
cli-key-second = второй человек ({ $memory } МиБ, проходов { $passes })
cli-key-recovery = ключ восстановления{ $shares ->
    [0] {""}
   *[other] , разделён на { $shares } доли, открывают любые две
}
cli-backup-made = { $name }: { $bytes } байт, записей журнала { $entries }, файлов доказательств { $files }. Копия восстановлена во временном месте, всё в ней проверено.
cli-backup-made-found = { $name }: { $bytes } байт, записей журнала { $entries }, файлов доказательств { $files }. Копия оставлена, но проверенной не считается; более старые не тронуты. В ней найдено:
cli-backup-none = В выбранной папке нет резервных копий этого реестра.
cli-backup-line = { $name }  { $at }  { $bytes } байт
cli-backup-line-unverified = { $name }  { $at }  { $bytes } байт  (не проверена)
cli-backup-drilled = { $name } открывается ключом восстановления: записей журнала { $entries }, записей реестра { $rows }, файлов доказательств { $files }, найдено { $findings }.
