### Words of the command line, and of the ledger wherever it is shown.

cli-done = Дайын.
cli-vault-absent = «{ $label }» қалтасында тізілім жоқ.
cli-vault-locked = «{ $label }» қалтасында тізілім бар, ол жабық.
cli-vault-open = «{ $label }» қалтасында тізілім бар, ол ашылды.
cli-example-organisation = Мысал ұйым
cli-example-actor = Мысал бақылаушы
cli-example-made = Мысал тізілім «{ $label }» қалтасында жасалды. Ондағының бәрі ойдан шығарылған.
cli-example-passphrase = Құпия сөйлем: { $words }
cli-saved = Жазылды: { $reference } (журналдағы { $seq }-жазба).
cli-saved-plain = Жазылды (журналдағы { $seq }-жазба).
cli-import-dry = Жол саны: { $rows }; нұсқама: { $orders }; ондағы материал: { $items }. Қайталанған жол: { $duplicates }; тізілімде бар нұсқама: { $known }; қабылданбаған жол: { $rejected }. Ештеңе жазылған жоқ.
cli-import-made = Жол саны: { $rows }; жазылған нұсқама: { $orders }; ондағы материал: { $items }. Қайталанған жол: { $duplicates }; тізілімде бар нұсқама: { $known }; қабылданбаған жол: { $rejected }. { $batch } импортын кері қайтаруға болады.
cli-import-seen = Назар аударыңыз: дәл осы файл { $when } «{ $name }» атымен импортталған, жазылған нұсқама: { $orders }. Нөмірі жоқ жолдар екінші рет жазылады.
cli-import-grown = Тізілімдегі толығатын нұсқама: { $orders } (бірлік: { $items }, нәтиже: { $outcomes }).
cli-import-differing = Тізілімде басқаша жазылып, сол күйінде қалатын нәтиже: { $count }.
cli-import-dates = «{ $column }» бағаны: «{ $sample }» екі түрлі оқылады; оған --dates day_first не month_first деп көрсетіңіз.
cli-import-warning = { $row }-жол: мекенжай көзді алдауы мүмкін ({ $code }): { $shown }
cli-import-figures = Жол: { $rows }, ресми көрсеткіш: { $figures }; оқылмағаны: { $rejected }. Ештеңе жазылған жоқ.
cli-import-rejected = { $row }-жол: { $reason } «{ $cell }»
cli-orders-total = нұсқама: { $all } ішінен { $count }
cli-bulk-dry = Нұсқама саны { $orders }: { $change } өзгереді, { $already } бұрыннан сол мәнде, { $refused } қабылдай алмайды. Ештеңе жазылған жоқ.
cli-bulk-done = Өзгертілген нұсқама: { $changed }, журнал жазбасы: { $entries }.
cli-bulk-nothing = Өзгертетін ештеңе жоқ.
cli-undone = Кері қайтарылды: { $what } { $reference } (журнал жазбасы { $seq }).
cli-queue = Орын: { $seat }. Қорытындысыз: { $open }; сізде: { $mine }; екінші бағалаушыны күтуде: { $waiting }; даулы: { $disputed }; қайта бағаланатын: { $again }; шешілген: { $settled }
cli-stage-declare = алдымен мүдделер қақтығысы бар-жоғын айтыңыз
cli-stage-answer = жауап күтуде
cli-stage-locked = бекітілді, екінші бағалау әлі ашық
cli-stage-open = екі бағалауды да оқуға болады
cli-stage-taken = материал басқаларда
cli-stage-declined = мүдделер қақтығысы мәлімделді
cli-from-register = тізілімнен
cli-reviewer = бекітілген: { $locked }, ашық: { $open }
cli-agreement = Әдістеме { $major }.x: екі жасырын бағалауы бар материал — { $pairs }; даулы: { $disputed }, үшінші адам шешкен: { $adjudicated }. Тек жасырын жауаптар, дау шешілгенге дейін.
cli-measures = Өтініш: { $complaints }; нұсқама: { $orders }, құжаты көрілгені: { $seen }; материал: { $items }, бағаланғаны: { $reviewed }
cli-paper = { $name }: { $bytes } байт, SHA-256 { $digest }, журналдағы { $seq }-жазбамен мөрленді
cli-verified = Бәрі дұрыс: { $entries } журнал жазбасы, { $checkpoints } бақылау нүктесі, { $rows } тізілім жазбасы. Түбірі { $root }
cli-verified-bad = Сәйкес емес: { $findings } ақау; { $entries } журнал жазбасы, { $checkpoints } бақылау нүктесі, { $rows } тізілім жазбасы. Тексеру ештеңені өзгерткен жоқ.
cli-since-grown = Бәрі дұрыс: журнал осы бақылау нүктесі қол қойған { $from } жазбадан басталады; қазір { $to } жазба бар.
cli-since-foreign = Бұл осы журналдың бақылау нүктесі емес немесе қолтаңбасы дұрыс емес. Ол журнал туралы ештеңе айтпайды.
cli-since-shorter = Сәйкес емес: бақылау нүктесі { $from } жазбаға қол қойған, ал журналда { $to } жазба бар. Тізілімнің орнына ескі көшірмесі қойылған.
cli-since-rewritten = Сәйкес емес: журнал қайта жазылған. Бақылау нүктесі қол қойған { $from } жазбаның орнында басқа жазбалар тұр.
cli-threshold-yes = шектен жоғары
cli-threshold-no = шектен жоғары емес
cli-threshold-unknown = шекті есептеу мүмкін емес

# Events of the ledger.
event-vault-created = тізілім жасалды
event-passphrase-changed = құпия сөйлем ауыстырылды
event-key-set = тізілімді тағы біреу аша алады
event-key-removed = тізілімді ашу жолы алынып тасталды
event-keys-rotated = барлық кілт жаңадан жасалды
event-vault-restored = тізілім резервтік көшірмеден қалпына келтірілді
event-settings-changed = баптаулар өзгертілді
event-authority-added = орган қосылды
event-platform-added = платформа қосылды
event-measure-added = аудитория дерегі қосылды
event-complaint-recorded = өтініш жазылды
event-order-recorded = нұсқама жазылды
event-order-amended = нұсқама толықтырылды
event-orders-amended = нұсқамалар бірге өзгертілді
event-change-undone = өзгеріс кері қайтарылды
event-outcome-recorded = нәтиже жазылды
event-record-added = жазба қосылды
event-record-amended = жазба түзетілді
event-import-made = файл импортталды
event-import-undone = импорт кері қайтарылды
event-register-imported = тізілім қайта оқылды
event-review-locked = бағалау бекітілді
event-seat-taken = орын алынды
event-items-assigned = материалдар бөлінді
event-conflict-declared = мүдделер қақтығысы
event-cycle-opened = қайта бағалау
event-review-superseded = бағалау түзетілді
event-disagreement-adjudicated = келіспеушілік шешілді
event-calibration-answered = жаттығу жағдайы
event-method-drafted = әдістеменің жобасы басталды
event-method-amended = әдістеменің жобасы сақталды
event-method-discarded = әдістеменің жобасы алып тасталды
event-method-adopted = әдістеменің нұсқасы қабылданды
event-method-retired = әдістеменің нұсқасы қолданыстан шығарылды
event-paper-sealed = құжат мөрленді
event-exhibit-added = дәлелдеме қосылды
event-exhibit-handled = дәлелдемемен жасалған әрекет
event-example-laid-in = мысал енгізілді
event-purged = мәндер біржола өшірілді

# Exhibits on the command line.
cli-exhibit-verified-good = { $reference }: файл — жазылған файлдың өзі. Журналдағы { $seq }-жазба.
cli-exhibit-verified-missing = { $reference }: файл жоқ. Журналдағы { $seq }-жазба.
cli-exhibit-verified-altered = { $reference }: файл зақымданған не ауыстырылған. Журналдағы { $seq }-жазба.
cli-exhibit-saved = { $reference }: көшірме { $name } атымен сақталды. SHA-256 { $digest }. Журналдағы { $seq }-жазба.
cli-exhibits-none = Дәлелдеме жоқ.

# Тізілім немен ашылады және оның көшірмелері.
cli-key-passphrase = құпия сөйлем ({ $memory } МиБ, өту саны { $passes })
cli-key-second = екінші адам ({ $memory } МиБ, өту саны { $passes })
cli-key-recovery = қалпына келтіру кілті{ $shares ->
    [0] {""}
   *[other] , { $shares } үлеске бөлінген, кез келген екеуі ашады
}
cli-backup-made = { $name }: { $bytes } байт, журнал жазбасы { $entries }, дәлелдеме файлы { $files }. Көшірме уақытша орында қалпына келтіріліп, ішіндегінің бәрі тексерілді.
cli-backup-made-found = { $name }: { $bytes } байт, журнал жазбасы { $entries }, дәлелдеме файлы { $files }. Резервтік көшірме сақталды, бірақ тексерілген болып саналмайды; ескілерінің бірде-бірі алынған жоқ. Ішінен табылғаны:
cli-backup-none = Таңдалған қалтада бұл тізілімнің резервтік көшірмесі жоқ.
cli-backup-line = { $name }  { $at }  { $bytes } байт
cli-backup-line-unverified = { $name }  { $at }  { $bytes } байт  (тексерілмеген)
cli-backup-drilled = { $name } қалпына келтіру кілтімен ашылады: журнал жазбасы { $entries }, тізілім жазбасы { $rows }, дәлелдеме файлы { $files }, табылғаны { $findings }.
