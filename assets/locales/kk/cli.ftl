### Words of the command line, and of the ledger wherever it is shown.

cli-done = Дайын.
cli-vault-absent = «{ $label }» қалтасында қойма жоқ.
cli-vault-locked = «{ $label }» қалтасында қойма бар, ол жабық.
cli-vault-open = «{ $label }» қалтасында қойма бар, ол ашылды.
cli-example-organisation = Мысал ұйым
cli-example-actor = Мысал бақылаушы
cli-example-made = Мысал тізілім «{ $label }» қалтасында жасалды. Ондағының бәрі ойдан шығарылған.
cli-example-passphrase = Құпия сөйлем: { $words }
cli-saved = Жазылды: { $reference } (журналдағы { $seq }-жазба).
cli-import-dry = Жол саны: { $rows }; нұсқама: { $orders }; ондағы материал: { $items }. Қайталанған жол: { $duplicates }; тізілімде бар нұсқама: { $known }; қабылданбаған жол: { $rejected }. Ештеңе жазылған жоқ.
cli-import-made = Жол саны: { $rows }; жазылған нұсқама: { $orders }; ондағы материал: { $items }. Қайталанған жол: { $duplicates }; тізілімде бар нұсқама: { $known }; қабылданбаған жол: { $rejected }. { $batch } импортын кері қайтаруға болады.
cli-import-rejected = { $row }-жол: { $reason } «{ $cell }»
cli-orders-total = нұсқама: { $all } ішінен { $count }
cli-queue = Бағалауды күтіп тұр: { $open }; жабылғаны: { $locked }
cli-measures = Өтініш: { $complaints }; нұсқама: { $orders }, құжаты көрілгені: { $seen }; материал: { $items }, бағаланғаны: { $reviewed }
cli-paper = { $name }: { $bytes } байт, SHA-256 { $digest }, журналдағы { $seq }-жазбамен мөрленді
cli-verified = Бәрі дұрыс: { $entries } жазба, { $checkpoints } бақылау нүктесі, { $rows } жол. Түбірі { $root }
cli-verified-bad = Сәйкес емес: { $findings } ақау; { $entries } жазба, { $checkpoints } бақылау нүктесі, { $rows } жол. Ештеңе өзгертілген жоқ. Осы көшірмені сақтап, резервтік көшірмемен салыстырыңыз.
cli-threshold-yes = шектен жоғары
cli-threshold-no = шектен жоғары емес
cli-threshold-unknown = шекті есептеу мүмкін емес

# Events of the ledger.
event-vault-created = қойма жасалды
event-passphrase-changed = құпия сөйлем ауыстырылды
event-settings-changed = баптаулар өзгертілді
event-authority-added = орган қосылды
event-platform-added = платформа қосылды
event-measure-added = аудитория дерегі қосылды
event-complaint-recorded = өтініш жазылды
event-order-recorded = нұсқама жазылды
event-order-amended = нұсқама толықтырылды
event-outcome-recorded = нәтиже жазылды
event-record-added = жазба қосылды
event-record-amended = жазба түзетілді
event-import-made = файл импортталды
event-import-undone = импорт кері қайтарылды
event-register-imported = тізілім қайта оқылды
event-review-locked = бағалау жабылды
event-paper-sealed = құжат мөрленді
event-example-laid-in = мысал енгізілді

# What verification can find.
finding-header-one-copy = тақырыптың екі көшірмесінің бірі оқылмайды
finding-header-old = тақырып — ескі көшірме
finding-page-damaged = дерекқордың беті зақымданған
finding-entry-unreadable = жазба оқылмайды:
finding-entry-missing = жазба жетіспейді:
finding-entry-altered = жазба өзгертілген:
finding-entry-foreign = жазба басқа қоймадан:
finding-checkpoint-missing = мына жазбадан кейін бақылау нүктесі жоқ:
finding-checkpoint-altered = мына жазбадан кейінгі бақылау нүктесі өзгертілген:
finding-checkpoint-gone = дерекқор жанындағы бақылау нүктесі файлы жоқ:
finding-checkpoint-disagrees = мына жазбадан кейінгі бақылау нүктесі сәйкес емес:
finding-rolled-back = дерекқор мына жазбаға дейінгі күйге қайтарылған:
finding-row-altered = жол өзгертілген:
finding-row-unknown = журналда жазбасы жоқ жол:
finding-row-missing = жол жетіспейді:
finding-batch-altered = импорт жолдары өзгертілген:
finding-index-altered = мына жазбаның көрсеткіші өзгертілген:
finding-words-altered = сүзгі сөздері өзгертілген:
