### Exhibits on the page of an order.

exhibits-title = Доказательства
exhibits-none = Доказательств пока нет. Добавленный файл шифруется в реестр; ваш собственный файл остаётся на своём месте.
exhibits-add = Добавить доказательство…
exhibits-add-hint = Файл вы выберете на следующем шаге. Размер — до 2 ГиБ. Файл копируется и шифруется; его SHA-256 записывается в журнал.
exhibits-choose = Выбрать файл…
exhibits-progress = { $done } из { $of } КиБ
exhibits-cancel = Отменить
exhibits-file = { $media }, байт: { $size }
exhibits-no-file = только описание, без файла
exhibits-digest = SHA-256
exhibits-released = Можно передать: { $to }
exhibits-released-to-nobody = Пока никому нельзя передать
exhibits-custody = История хранения: { $count ->
    [one] { $count } действие
    [few] { $count } действия
   *[other] { $count } действий
}
exhibits-custody-failed = файл оказался не тем, что записан
exhibits-save = Сохранить копию…
exhibits-save-of = Сохранить копию { $reference }…
exhibits-save-hint = Копия не зашифрована: её прочтёт любой, кто её получит. Причина записывается в историю хранения.
exhibits-reason = Зачем копия выходит из реестра
exhibits-saved = Копия { $name } сохранена; об этом говорит запись журнала { $seq }.
exhibits-verify = Проверить
exhibits-verify-of = Проверить { $reference }
exhibits-verified-good = { $reference }: файл тот самый.
exhibits-verified-missing = { $reference }: файла нет. Возьмите его из резервной копии всей папки.
exhibits-verified-altered = { $reference }: файл повреждён или подменён. Возьмите его из резервной копии всей папки.
