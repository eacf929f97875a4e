### Нұсқамалар кестесі электрондық кестедей: бағандар, ұяшықтар, таңдау, алмасу буфері, сақталған сүзгілер, тарих және кері қайтару.

# Бағандар.
column-deadline-end = Мерзімнің соңы
column-outcomes = Алынған / белгілі
column-verdicts = Қорытындылар
column-first-address = Бірінші мекенжай
column-draft = Жоба
column-origin = Импорт
column-recorded-at = Енгізілген
columns-open = Бағандар…
columns-title = Кестенің бағандары
columns-hint = Alt пен ↑ не ↓ бағанды жылжытады. Кестенің көрінісі тізілімнің осы көшірмесінде сақталады.
columns-shown = Көрсетілгендер, ретімен
columns-hidden = Көрсетілмегендер
columns-up = «{ $column }» бағанын жоғары жылжыту
columns-down = «{ $column }» бағанын төмен жылжыту
columns-width = «{ $column }» бағанының ені, пиксель
columns-width-head = Ені, пиксель
columns-reset = Бастапқыдай
cell-day-form = 2025-03-14, 14.03.2025, 2025-03 немесе 2025

# Сүзгі.
filter-hints = Әрі қарай не жазуға болады
saved-filters = Сақталған сүзгілер
saved-filter-new = Сүзгіні сақтау…
saved-filter-title = Сүзгіні сақтау
saved-filter-name = Атауы
saved-filter-hint = Сүзгі, рет және бағандар осы тізіліммен жұмыс істейтіндердің бәріне сақталады.
saved-filter-save = Сақтау
saved-filter-saved = «{ $name }» сүзгісі сақталды.
saved-filter-drop = «{ $name }» сүзгісін алып тастау

# Таңдау және жаппай өзгерту.
select-count =
    { $count ->
        [one] { $count } таңдалды
       *[other] { $count } таңдалды
    }
select-too-many = Қатарынан { $limit } жолдан артық таңдауға болмайды. Ctrl+A сүзгі тапқанның бәрін таңдайды.
bulk-open = Өзгерту…
bulk-title =
    { $count ->
        [one] { $count } нұсқаманы өзгерту
       *[other] { $count } нұсқаманы өзгерту
    }
bulk-title-pasted =
    { $count ->
        [one] { $count } нұсқаманың «{ $field }» өрісін толтыру
       *[other] { $count } нұсқаманың «{ $field }» өрісін толтыру
    }
bulk-field = Өріс
bulk-value = Жаңа мән
bulk-counting = Саналып жатыр…
bulk-would-change = Өзгереді
bulk-already = Бұл мән бұрыннан бар
bulk-refused = Қабылдай алмайды
bulk-entries = Мұнша өзгеріс журналға { $count } жазба болып түседі: не бәрі, не бірде-бірі.
bulk-samples = Алғашқылары
bulk-refused-why = Сол күйінде қалады
bulk-refused-invalid = бұл өрісте мұндай мән жоқ
bulk-refused-not-found = мұндай нұсқама енді жоқ
bulk-cancel = Ештеңе өзгертпеу
bulk-look = Не өзгеретінін көрсету
bulk-run =
    { $count ->
        [one] { $count } нұсқаманы өзгерту
       *[other] { $count } нұсқаманы өзгерту
    }
bulk-done =
    { $count ->
        [one] { $count } нұсқама өзгертілді (журнал жазбасы { $entries }).
       *[other] { $count } нұсқама өзгертілді (журнал жазбасы { $entries }).
    }

# Алмасу буфері.
copy-open = Көшіру
copy-done =
    { $rows ->
        [one] { $rows } жол көшірілді, бағандар: { $columns }.
       *[other] { $rows } жол көшірілді, бағандар: { $columns }.
    }
copy-too-many = { $limit } жолдан артығы алмасу буферіне тым көп. Оның орнына экспорттаңыз.
copy-failed = Жүйе жолдарды алмасу буферіне жібермеді. Ештеңе көшірілген жоқ.
paste-title = Кестені қою
paste-size = Жол: { $rows }, баған: { $columns }.
paste-misfit = Бағанда { $rows } мән бар, ал таңдалған жол саны — { $selected }. Бағанды толтыру үшін сонша жол таңдаңыз.
paste-import-hint = Оны нұсқамалар кестесі ретінде импорттаңыз: жазылмай тұрып, не алынатынын көресіз.
paste-import = Нұсқамалар ретінде импорттау…
paste-fill =
    { $rows ->
        [one] { $rows } жолдың «{ $column }» бағанын толтыру…
       *[other] { $rows } жолдың «{ $column }» бағанын толтыру…
    }

# Пернелер.
keys-title = Кестенің пернелері
keys-move = басқа ұяшыққа өту
keys-edit = ұяшыққа жазу; өзгертуге болмайтын ұяшықта — нұсқаманы ашу. Бірден тере беруге де болады
keys-editing = сақтау; сақтап, әрі қарай өту; бұрынғысынша қалдыру
keys-open = нұсқаманы кестенің жанынан ашу
keys-back = таңдауды алып тастау; нұсқаманы жабу
keys-extend = жолдарды таңдау
keys-toggle = бір жолды таңдау не шығарып тастау (Ctrl мен шерту де солай)
keys-all = сүзгі тапқанның бәрін таңдау
keys-bulk = таңдалған нұсқамаларды өзгерту
keys-clipboard = жолдарды көрініп тұрған күйінде көшіру; кестені не бағанды қою
keys-undo = осы сеанстың соңғы өзгерісін кері қайтару; оны қайта жасау
keys-filter = сүзгіге өту
keys-resize = тақырыпта: тарылту, кеңейту
keys-column = тақырыпта: бағанды жылжыту
keys-help = осы бет

# Тарих және кері қайтару.
change-field = Өріс
change-before = Бұрын
change-after = Кейін
change-sealed = жабық
change-none = Бұл жазба бірде-бір өрісті өзгертпеген.
change-more-rows = { $rows } жазбаның алғашқы 200-і көрсетілген.
change-undoes = { $seq }-жазбаны кері қайтарады.
change-undone-by = { $seq }-жазба кері қайтарған.
change-undo = Мұны кері қайтару
undo-done = Кері қайтарылды: { $what } { $reference } (журнал жазбасы { $seq }).
redo-done = Қайта жасалды: { $what } { $reference } (журнал жазбасы { $seq }).
undo-nothing = Бұл сеанста кері қайтаруға болатын өзгеріс болған жоқ.
redo-nothing = Қайта жасауға болатын кері қайтарылған өзгеріс жоқ.
