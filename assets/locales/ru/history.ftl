# Что говорит запись журнала, одним предложением. О предмете говорят три значения, и каждое пусто, если обозначения нет: $of — пробел и
# обозначение, $named — двоеточие и обозначение, $for — пробел и то, что делает из него told-for. Предложение обходится и без них.
told-vault-created = Реестр создан
told-passphrase-changed = Парольная фраза заменена
told-key-set = Реестр теперь может открыть кто-то ещё
told-key-removed = Один из способов открыть реестр убран
told-keys-rotated = Все ключи созданы заново
told-vault-restored = Реестр восстановлен из резервной копии
told-settings-changed = Настройки изменены
told-authority-added = Добавлен орган{ $named }
told-platform-added = Добавлена платформа{ $named }
told-measure-added = Добавлены сведения об аудитории{ $named }
told-complaint-recorded = Жалоба{ $of } записана
told-order-recorded = Предписание{ $of } записано
told-order-amended = Предписание{ $of } дополнено
told-orders-amended = Несколько предписаний изменены вместе
told-change-undone = Прежнее изменение отменено{ $named }
told-outcome-recorded = Записано, что стало с материалом{ $named }
told-record-added = Добавлена запись{ $named }
told-record-amended = Запись изменена{ $named }
told-import-made = Файл{ $of } загружен
told-import-undone = Загрузка{ $of } отменена
told-register-imported = Реестр целиком прочитан из выгрузки
told-seat-taken = Место рецензента за этой клавиатурой занято{ $named }
told-items-assigned = Материалы розданы двум рецензентам{ $named }
told-conflict-declared = { $detail ->
    [declared] Рецензент заявил о конфликте интересов{ $for }: оценивать материал будет другой
   *[other] Рецензент заявил, что у него нет конфликта интересов{ $for }
}
told-cycle-opened = { $detail ->
    [item_changed] Открыта повторная оценка{ $for }: материал или предписание изменились
    [new_major] Открыта повторная оценка{ $for }: изменилась методика
    [new_evidence] Открыта повторная оценка{ $for }: появились новые сведения
   *[other] Открыта повторная оценка{ $for }: найдена ошибка
}
told-review-locked = { $detail ->
    [second] Зафиксирована вторая слепая оценка{ $for }
   *[other] Зафиксирована первая слепая оценка{ $for }
}
told-review-superseded = Исправлена зафиксированная оценка{ $for }: прочесть её никто другой ещё не мог; прежняя сохранена
told-disagreement-adjudicated = Третий рецензент разрешил расхождение{ $for }
told-calibration-answered = Дан ответ на учебный случай { $detail }
told-method-drafted = Начата новая версия методики{ $named }
told-method-amended = Черновик методики сохранён{ $named }
told-method-discarded = Черновик методики отброшен{ $named }
told-method-adopted = Версия методики принята{ $named }
told-method-retired = Версия методики выведена из употребления{ $named }
told-paper-sealed = Документ{ $of } сохранён и опечатан
told-exhibit-added = Файл принят как доказательство{ $named }
told-exhibit-handled = Записано действие с доказательством{ $named }
told-example-laid-in = Внесён вымышленный пример
told-purged = Значения стёрты навсегда{ $named }: { $detail ->
    [court_order] по решению суда
    [persons_request] по просьбе человека
    [child_safety] ребёнку грозила бы опасность
   *[mistake] этого не следовало записывать
    }
told-by = { $sentence } ({ $actor }).
told-alone = { $sentence }.
# Если материалов в предписании несколько, они названы своими номерами в нём.
told-item = { $reference }, материал { $items }
told-items = { $reference }, материалы { $items }
told-for = по { $what }
