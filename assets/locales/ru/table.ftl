### Таблица предписаний как электронная таблица: столбцы, ячейки, выбор, буфер обмена, сохранённые фильтры, история и отмена.

# Столбцы.
column-deadline-end = Конец срока
column-outcomes = Снято / известно
column-verdicts = Выводы
column-first-address = Первый адрес
column-draft = Черновик
column-origin = Импорт
column-recorded-at = Внесено
columns-open = Столбцы…
columns-title = Столбцы таблицы
columns-hint = Alt со стрелкой ↑ или ↓ передвигает столбец. Вид таблицы хранится в этой копии реестра.
columns-shown = Показаны, по порядку
columns-hidden = Не показаны
columns-up = Поднять «{ $column }»
columns-down = Опустить «{ $column }»
columns-width = Ширина «{ $column }», пикселей
columns-width-head = Ширина, пиксели
columns-reset = Как вначале
cell-day-form = 2025-03-14, 14.03.2025, 2025-03 или 2025

# Фильтр.
filter-hints = Что можно ввести дальше
saved-filters = Сохранённые фильтры
saved-filter-new = Сохранить фильтр…
saved-filter-title = Сохранить фильтр
saved-filter-name = Название
saved-filter-hint = Фильтр, порядок и столбцы сохраняются для всех, кто работает с этим реестром.
saved-filter-save = Сохранить
saved-filter-saved = Фильтр «{ $name }» сохранён.
saved-filter-drop = Убрать фильтр «{ $name }»

# Выбор и общая правка.
select-count =
    { $count ->
        [one] выбрано { $count }
        [few] выбрано { $count }
       *[other] выбрано { $count }
    }
select-too-many = Подряд нельзя выбрать больше { $limit } строк. Ctrl+A выбирает всё, что нашёл фильтр.
bulk-open = Изменить…
bulk-title =
    { $count ->
        [one] Изменить { $count } предписание
        [few] Изменить { $count } предписания
       *[other] Изменить { $count } предписаний
    }
bulk-title-pasted =
    { $count ->
        [one] Заполнить «{ $field }» у { $count } предписания
        [few] Заполнить «{ $field }» у { $count } предписаний
       *[other] Заполнить «{ $field }» у { $count } предписаний
    }
bulk-field = Поле
bulk-value = Новое значение
bulk-counting = Подсчёт…
bulk-would-change = Изменятся
bulk-already = Уже имеют это значение
bulk-refused = Не могут его принять
bulk-entries = Столько изменений записываются в журнал несколькими записями (их { $count }): или все, или ни одной.
bulk-samples = Первые из них
bulk-refused-why = Останутся как есть
bulk-refused-invalid = у этого поля нет такого значения
bulk-refused-not-found = такого предписания больше нет
bulk-cancel = Ничего не менять
bulk-look = Показать, что изменится
bulk-run =
    { $count ->
        [one] Изменить { $count } предписание
        [few] Изменить { $count } предписания
       *[other] Изменить { $count } предписаний
    }
bulk-done =
    { $count ->
        [one] Изменено { $count } предписание (запись журнала { $entries }).
        [few] Изменено { $count } предписания (запись журнала { $entries }).
       *[other] Изменено { $count } предписаний (запись журнала { $entries }).
    }

# Буфер обмена.
copy-open = Копировать
copy-done =
    { $rows ->
        [one] Скопирована { $rows } строка, столбцов: { $columns }.
        [few] Скопированы { $rows } строки, столбцов: { $columns }.
       *[other] Скопировано { $rows } строк, столбцов: { $columns }.
    }
copy-too-many = Больше { $limit } строк — слишком много для буфера обмена. Воспользуйтесь экспортом.
copy-failed = Система не пустила строки в буфер обмена. Ничего не скопировано.
paste-title = Вставить таблицу
paste-size = Строк: { $rows }, столбцов: { $columns }.
paste-misfit = В столбце { $rows } значений, а выбрано строк: { $selected }. Чтобы заполнить столбец, выберите столько же строк.
paste-import-hint = Импортируйте её как таблицу предписаний: до записи вы увидите, что будет взято.
paste-import = Импортировать как предписания…
paste-fill =
    { $rows ->
        [one] Заполнить «{ $column }» в { $rows } строке…
        [few] Заполнить «{ $column }» в { $rows } строках…
       *[other] Заполнить «{ $column }» в { $rows } строках…
    }

# Клавиши.
keys-title = Клавиши таблицы
keys-move = перейти к другой ячейке
keys-edit = писать в ячейке; если её нельзя изменить — открыть предписание. Можно сразу начать печатать
keys-editing = сохранить; сохранить и перейти дальше; оставить как было
keys-open = открыть предписание рядом с таблицей
keys-back = снять выбор; закрыть предписание
keys-extend = выбрать строки
keys-toggle = выбрать или исключить одну строку (также Ctrl и щелчок)
keys-all = выбрать всё, что нашёл фильтр
keys-bulk = изменить выбранные предписания
keys-clipboard = скопировать строки, как они показаны; вставить таблицу или столбец
keys-undo = отменить последнее изменение этого сеанса; вернуть его
keys-filter = к фильтру
keys-resize = на заголовке: уже, шире
keys-column = на заголовке: передвинуть столбец
keys-help = эта страница

# История и отмена.
change-field = Поле
change-before = Было
change-after = Стало
change-sealed = закрыто
change-none = Эта запись не изменила ни одного поля.
change-more-rows = Показаны первые 200 записей из { $rows }.
change-undoes = Отменяет запись { $seq }.
change-undone-by = Отменена записью { $seq }.
change-undo = Отменить это
undo-done = Отменено: { $what } { $reference } (запись журнала { $seq }).
redo-done = Возвращено: { $what } { $reference } (запись журнала { $seq }).
undo-nothing = В этом сеансе не было изменений, которые можно отменить.
redo-nothing = Нет отменённого, которое можно вернуть.
