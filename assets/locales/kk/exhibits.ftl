### Exhibits on the page of an order.

exhibits-title = Дәлелдемелер
exhibits-none = Әзірге дәлелдеме жоқ. Қосқан файлыңыз шифрланып, тізілімге енеді; өз файлыңыз орнында қалады.
exhibits-add = Дәлелдеме қосу…
exhibits-add-hint = Файлды келесі қадамда таңдайсыз. Көлемі 2 ГиБ-қа дейін. Файл көшіріліп, шифрланады; оның SHA-256 дайджесті журналға жазылады.
exhibits-choose = Файл таңдау…
exhibits-progress = { $of } КиБ-тың { $done } КиБ-ы
exhibits-cancel = Тоқтату
exhibits-file = { $media }, { $size } байт
exhibits-no-file = тек сипаттама, файлсыз
exhibits-digest = SHA-256
exhibits-released = Кімге беруге болады: { $to }
exhibits-released-to-nobody = Әзірге ешкімге беруге болмайды
exhibits-custody = Сақтау тарихы: { $count } әрекет
exhibits-custody-failed = файл жазылғандағыдай болмай шықты
exhibits-save = Көшірмесін сақтау…
exhibits-save-of = { $reference } көшірмесін сақтау…
exhibits-save-hint = Көшірме шифрланбайды: қолына тигеннің бәрі оқи алады. Себебі сақтау тарихына жазылады.
exhibits-reason = Көшірме тізілімнен не үшін шығарылады
exhibits-saved = { $name } көшірмесі сақталды; бұл туралы журналдағы { $seq }-жазба айтады.
exhibits-verify = Тексеру
exhibits-verify-of = { $reference } дәлелдемесін тексеру
exhibits-verified-good = { $reference }: файл — жазылған файлдың өзі.
exhibits-verified-missing = { $reference }: файл жоқ. Оны бүкіл қалтаның резервтік көшірмесінен алыңыз.
exhibits-verified-altered = { $reference }: файл зақымданған не ауыстырылған. Оны бүкіл қалтаның резервтік көшірмесінен алыңыз.
