### Reviewing by two people who do not see each other: seats, queues, sheets, outcomes, and what is found about an order.

# Seats and queues.
review-seat-title = Кто работает на этом месте?
review-seat-about = Каждый ответ принадлежит тому, кто его дал. Выберите себя или впишите имя.
review-seat-known = Известные рецензенты
review-seat-counts = зафиксировано: { $locked } · на руках: { $open }
review-seat-outside = не из организации
review-seat-new = Новый рецензент
review-seat-name = Имя
review-seat-take = Занять место
review-seat-back = Назад
review-seat-is = Рецензент: { $name }
review-seat-change = Сменить
review-lines = Очереди
review-line-todo = К оценке
review-line-waiting = Ожидают
review-line-disputed = Спорные
review-line-again = Заново
review-line-settled = Решённые
review-line-empty-todo = Здесь вас ничего не ждёт. Материалы могут быть у других, спорны или решены; новое предписание принесёт новые.
review-line-empty-waiting = Ни одна ваша оценка не ждёт второго рецензента.
review-line-empty-disputed = Спорных материалов нет.
review-line-empty-again = Заново оценивать нечего.
review-line-empty-settled = Пока ни по одному материалу нет вывода.
review-queue-left = Без вывода: { $open } · у вас: { $mine }
review-next = Следующий материал
review-next-none = Для вас материалов больше нет.
review-dispute-on = Спорные вопросы
review-dispute-all = Все
review-state-mine = у вас
review-state-free = свободен
review-state-waiting = ждёт второго
review-state-disputed = спорный
review-state-again = оценить заново
review-state-settled = решён
review-round-first = первая оценка
review-round-second = вторая оценка
review-round-adjudication = третейская оценка
review-cycle = цикл { $cycle }
review-changed = изменён с тех пор
review-disputes = спорно: { $codes }
review-assign = Раздать…
review-assign-title = Раздать материалы двум рецензентам
review-assign-about = Материалы, которых ещё ни у кого нет, получат оба. Каждый оценивает, не видя другого.
review-assign-first = Первый человек
review-assign-second = Второй человек
review-assign-count = Сколько материалов
review-assign-same = Выберите двух разных людей.
review-assign-few = Нужны два рецензента. Кто хотя бы раз занял место, дальше есть в списке.
review-assign-yes = Раздать
review-assign-done = Роздано материалов: { $count }.
review-cancel = Отмена

# Before the content is shown.
review-declare-title = До того, как откроется материал
review-declare-blind = Этот материал оценивают двое, каждый отдельно. Пока оба не зафиксируют оценки, никто не видит ответов другого; не показаны и похожие случаи, и чужие выводы. Не обсуждайте материал со вторым рецензентом.
review-declare-adjudication = Двое рецензентов разошлись. Вы решаете третьим и прочтёте обе оценки.
review-declare-question = Есть ли у вас конфликт интересов: знаете ли вы автора, того, о ком речь, или должностное лицо, занимались ли этим делом, выгоден ли вам его исход?
review-conflict-none = Конфликта нет, показать материал
review-conflict-have = Конфликт есть
review-conflict-note = В чём он состоит
review-conflict-hint = Это вносится в журнал, материал получит другой.
review-conflict-late = Это вносится в журнал, ваши ответы удаляются, материал получит другой.
review-conflict-declare = Заявить и вернуть материал
review-taken-title = Этот материал у других
review-taken-text = Оба места заняты. Пока оба не зафиксируют оценки, их ответы не показаны.
review-declined-title = Вы заявили о конфликте интересов
review-declined-text = Этот материал оценит другой. Возьмите следующий.

# The content.
review-masked = Имена должностных лиц закрыты ({ $count })
review-masked-why = Чтобы ответы не зависели от того, кого критикуют.
review-unmask = Открыть имена
review-unmask-title = Открыть имена?
review-unmask-text = В оценке будет записано, что имена видели. Эту отметку не снять.
review-unmask-yes = Открыть и записать
review-unmask-no = Оставить закрытыми
review-unmasked = Для этой оценки имена открыты.

# The questions.
review-part-c = Часть C: обстоятельства
review-part-answered = { $done } из { $of }
review-confidence = Уверенность (Shift + 1–3)
review-confidence-1 = низкая
review-confidence-2 = средняя
review-confidence-3 = высокая
review-ground-exhibit = Доказательство: метка, страница или секунда
review-take-first = Взять первый: { $value }
review-take-second = Взять второй: { $value }

# The statutory checklist.
review-statute = Требование закона по данным реестра
review-statute-open = Из реестра ответ не следует.
review-statute-fields = На чём основано
review-statute-law = Нормы
review-in-force-yes = действовала в день предписания
review-in-force-no = не действовала в день предписания
review-in-force-unknown = неизвестно, действовала ли в день предписания
review-force-from = с { $from }
review-force-to = по { $to }
review-force-between = { $from } – { $to }
review-force-open = даты неизвестны
review-unchecked = с официальным текстом не сверено
statute-why-before-statute = В день предписания этой нормы ещё не было.
statute-why-before-rules = В день предписания правила экспертной группы ещё не действовали.
statute-why-other-ground = Основание предписания другое: это требование неприменимо.
statute-why-not-in-force = Норма, на которую ссылается предписание, в тот день не действовала.
statute-why-decided-before = Экспертная группа решила до предписания.
statute-why-decided-after = Экспертная группа решила после предписания.
statute-why-not-sent-to-experts = Обращение не передали экспертной группе.
statute-why-agency-applied = Обратился государственный орган.
statute-why-anonymous-applied = Обращение анонимное.
statute-why-unsigned = Обращение не подписано.
statute-why-entitled-and-signed = Обратился тот, кто вправе, и подписал.
statute-why-in-term = Решение принято в течение 3 рабочих дней.
statute-why-extension-without-reasons = Срок продлён без обоснования.
statute-why-after-extension = Решение принято позже продлённых 15 календарных дней.
statute-why-after-term = Решение принято позже 3 рабочих дней, срок не продлевали.
statute-why-items-named = Предписание называет адрес каждого материала.
statute-why-items-not-named = Предписание не называет адрес каждого материала.
statute-why-reasons-specific = Приведены доводы по существу этого дела.
statute-why-reasons-missing = Доводов нет или они общие.
statute-why-instrument-of-law = Вид документа — предусмотренный законом.
statute-why-instrument-not-of-law = Такой вид документа законом не предусмотрен.

# The verdict and the lock.
review-still-deciding = Ещё решают:
review-elements = Элементы произвольности: { $count } из 7
review-applicable = Применимых вопросов о предписании: { $applicable }; без ответа: { $unanswered }
order-element-predictability = отсутствие предсказуемости
order-element-inappropriateness = неуместность меры
order-element-due-process = отсутствие надлежащей процедуры
order-element-reasonableness = отсутствие разумных оснований
order-element-injustice = несправедливость меры
order-element-necessity = отсутствие необходимости
order-element-proportionality = отсутствие соразмерности
review-overtaken = Пока вы оценивали, материал или предписание изменились. Ваши ответы сохранены. Посмотрите материал ещё раз и зафиксируйте.
review-look-again = Посмотреть снова
review-locked-blind = Вторая оценка ещё открыта. Пока не зафиксированы обе, из неё ничего не показано; и ваши ответы второму рецензенту не показаны.
review-changed-since = После оценки материал или предписание изменились.
review-correct = Исправить
review-context-later = Что стоит рядом с этим материалом (похожие материалы и выводы по ним, пары для сравнения, заключения экспертов), видно, когда зафиксированы обе слепые оценки: до тех пор эту можно исправить.
review-correcting = Вы исправляете зафиксированную оценку. Пока вы не зафиксируете её снова, ничего не сохраняется; прежняя остаётся в журнале.
review-correct-no = Оставить прежнюю
review-blind-yes = имена должностных лиц были закрыты
review-blind-no = имена должностных лиц открывали
review-minutes = { $minutes } мин

# What became of two reviews.
review-outcome = Итог двух оценок
review-outcome-agreed = Оба рецензента пришли к нему отдельно.
review-outcome-adjudicated = Решил третий человек.
review-outcome-disputed = Оценки расходятся: решит третий человек.
review-outcome-apart = В показателях не учитывается.
review-readings = Оценки рядом
review-readings-show = Какие вопросы
review-readings-all = Все
review-readings-differing = С расхождением
review-readings-same = Все ответы совпадают.
review-readings-former = Прежние оценки: цикл { $cycle }
review-reading-register = из реестра, ничего не добавлено
review-readings-question = Вопрос
review-readings-grounds = { $code }: основания
review-readings-none = нет ответа
review-contradict = противоречат
review-differ = различаются
review-superseded = позже исправлена
review-adjudicating = Вы решаете между двумя оценками. На каждый вопрос ответьте сами; «взять» переносит ответ с его основаниями.
review-again = Оценить заново…
review-again-title = Оценить материал заново
review-again-about = Двое снова оценят его отдельно. Прежние оценки не меняются.
review-again-reason = Причина
review-again-item-changed = изменился материал или предписание
review-again-new-major = новая основная версия методики
review-again-new-evidence = новые доказательства
review-again-error = ошибка
review-again-note = Примечание
review-again-yes = Отдать на новую оценку
review-again-done = Материал отдан на новую оценку (запись журнала { $seq }).

# Beside a judged item.
review-context = Вокруг этого материала
review-context-why = Показано только после фиксации, чтобы не повлиять на ответы.
review-similar = Похожие материалы
review-similar-none = Похожих материалов нет.
review-similar-share = сходство { $share }
review-similar-open = вывода нет
review-comparators = Пары для сравнения
review-comparators-none = Пар нет.
review-comparator-shared = Общее:
review-comparator-difference = Различие:
review-comparator-counts = Учитывается: двое считают, что сравнить можно.
review-comparator-not-yet = Не учитывается: нужно, чтобы двое разных людей сочли пару сравнимой.
review-opinions = Эксперты государства и независимые эксперты
review-opinions-state = Решение экспертов государства
review-opinions-state-none = Решение неизвестно.
review-opinions-outside = Мнения независимых экспертов
review-opinions-outside-none = Мнений нет.
review-opinions-agrees = Согласие с решением государства: { $value }
review-opinions-dissent = Особое мнение: { $value }
review-opinions-reasons = Мотивировка: { $value }

# A pause.
review-reminder = Вы оцениваете уже { $minutes } мин. Перерыв бережёт и вас, и ответы.
review-reminder-close = Закрыть

# What was found about an order.
order-findings = Что установлено о предписании
order-findings-judged = Оценено материалов: { $judged } из { $of }
order-findings-none = Ни по одному материалу предписания ещё нет вывода.
order-findings-flag = материалов: { $count }
order-findings-apart = Каждый признак действует сам по себе; их не взвешивают и не складывают.
order-findings-label = Одна отметка для таблиц:
