# Что говорит запись журнала, одним предложением. $of — пробел и обозначение предмета или ничего.
told-vault-created = Реестр создан
told-passphrase-changed = Парольная фраза заменена
told-settings-changed = Настройки изменены
told-authority-added = Добавлен орган{ $of }
told-platform-added = Добавлена платформа{ $of }
told-measure-added = Добавлены сведения об аудитории{ $of }
told-complaint-recorded = Жалоба{ $of } записана
told-order-recorded = Предписание{ $of } записано
told-order-amended = Предписание{ $of } дополнено
told-orders-amended = Несколько предписаний изменены вместе
told-change-undone = Прежнее изменение отменено{ $of }
told-outcome-recorded = Записано, что стало с материалом{ $of }
told-record-added = Добавлена запись{ $of }
told-record-amended = Запись изменена{ $of }
told-import-made = Файл{ $of } загружен
told-import-undone = Загрузка{ $of } отменена
told-register-imported = Реестр целиком прочитан из выгрузки
told-seat-taken = Место рецензента за этой клавиатурой:{ $of }
told-items-assigned = Материалы розданы двум рецензентам
told-conflict-declared = { $detail ->
    [declared] Заявлен конфликт интересов{ $of }: оценивать будет другой рецензент
   *[other] Рецензент заявил, что конфликта интересов нет{ $of }
}
told-cycle-opened = { $detail ->
    [item_changed] Открыта повторная оценка{ $of }: материал или предписание изменились
    [new_major] Открыта повторная оценка{ $of }: изменилась методика
    [new_evidence] Открыта повторная оценка{ $of }: появились новые сведения
   *[other] Открыта повторная оценка{ $of }: найдена ошибка
}
told-review-locked = { $detail ->
    [second] Вторая слепая оценка{ $of } зафиксирована
   *[other] Первая слепая оценка{ $of } зафиксирована
}
told-review-superseded = Зафиксированная оценка{ $of } исправлена, пока её никто другой не мог прочесть; прежняя сохранена
told-disagreement-adjudicated = Расхождение{ $of } разрешил третий рецензент
told-calibration-answered = Дан ответ на учебный случай { $detail }
told-method-drafted = Начата новая версия методики{ $of }
told-method-amended = Черновик методики{ $of } сохранён
told-method-discarded = Черновик методики{ $of } отброшен
told-method-adopted = Версия методики{ $of } принята
told-method-retired = Версия методики{ $of } выведена из употребления
told-paper-sealed = Документ{ $of } сохранён и опечатан
told-example-laid-in = Внесён вымышленный пример
told-by = { $sentence } ({ $actor }).
told-alone = { $sentence }.
