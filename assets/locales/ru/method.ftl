### The method: its rule book, its versions, and what a check finds in them.

# The rule book.
method-kind = Сборник правил
method-title = Как оценивают предписание об удалении
method-line-version = Версия { $version }
method-line-published = опубликована вместе с программой
method-line-draft = черновик на основе версии { $base }, не действует
method-line-adopted = приняла организация «{ $by }», { $day }
method-line-adopted-undated = приняла организация «{ $by }»
method-line-retired = приняла организация «{ $by }», { $day }; затем отозвана
method-draft-warning = Это черновик: по нему ничего не оценивают, и он ещё может измениться.
method-order-of-work = Части проходят по порядку: сначала допуск, затем материал, предписание и обстоятельства. Каждый материал оценивают двое, не зная ответов друг друга; если они расходятся, решает третий. Каждый ответ и версия, по которой он дан, остаются в реестре.
method-scale = Обычная шкала
method-scale-text = У большинства вопросов одна шкала. «Выполнено» — это: { $met }. «Не выполнено» — это: { $unmet }. Любой другой ответ оставляет вопрос открытым. Такие ответы должны опираться на цитату, доказательство или примечание: { $grounded }.
method-usual-scale = обычная шкала
method-values = Ответы: { $values }
method-values-several = Ответы, можно несколько: { $values }
method-reads-met = Считается выполненным: { $values }
method-reads-unmet = Считается невыполненным: { $values }
method-element = Элемент: { $element }
method-source = Источник: { $source }
method-source-unchecked = Источник, формулировка ещё не сверена с оригиналом: { $source }
method-example = Пример: { $example }
method-content = Вывод о материале
method-content-text = Вывод следует из этих ответов, каждый из которых «выполнено» или «не выполнено»: { $inputs }. Правила читают от первого к последнему; решает первое, которое подходит. Полных наборов ответов — { $sets }; все они проверены, и у каждого ровно один вывод. Ни один другой ответ его не меняет. Отступить от вычисленного вывода можно только с письменным обоснованием.
method-joined = { $code } выполнено, когда выполнены все: { $codes }. Достаточно одного невыполненного, чтобы { $code } не было выполнено.
method-when = Подходит, если: { $conditions }
method-met = { $code } выполнено
method-not-met = { $code } не выполнено
method-or = {"; или "}
method-always = при любых ответах
method-any-answers = любые ответы
method-subtype = Подвид: { $subtype }
method-subtype-by = Подвид по { $code }. Выполнено: { $met }; не выполнено: { $unmet }; открыто: { $open }
method-subtype-chosen = как в ответе
method-decides = { $sets ->
    [one] Решает { $sets } набор ответов
    [few] Решает { $sets } набора ответов
   *[other] Решает { $sets } наборов ответов
}
method-open = Открытые ответы
method-open-text = Пока есть открытые ответы, пробуют все способы их дополнить. Если все ведут к одному выводу, он уже установлен; если нет, вывод — «установить нельзя», и называются вопросы, от которых он зависит. Такие материалы считают, а не отбрасывают.
method-verdicts = Шесть выводов
method-findings = Вывод о предписании
method-findings-text = Вывод о предписании состоит из отдельных признаков, не зависящих друг от друга. Они следуют из вывода о материале и из ответов на вопросы о предписании (их { $count }); вопрос, который неприменим, не считается. Взвешенного индекса нет: веса нельзя было бы обосновать. Сообщается, каких элементов произвольности касаются нарушения.
method-how-arbitrary = Вывод о материале: { $verdicts }; или не выполнено: { $codes }; или число затронутых элементов — не менее { $elements }
method-how-unlawful-on-its-face = Не выполнено хотя бы одно: { $codes }
method-how-defective-procedure = Вывод о материале: { $verdicts }; и не выполнено хотя бы одно требование к предписанию, кроме { $codes }
method-how-defective-procedure-any = Вывод о материале: { $verdicts }; и не выполнено хотя бы одно требование к предписанию
method-how-no-defect-found = На все применимые вопросы есть ответ, и все выполнены
method-how-not-assessable = Открыто больше { $share } применимых вопросов
method-derived = Если { $code } оставлен открытым, он следует из { $all }: выполнен, когда выполнены все. Невыполненным он считается лишь тогда, когда есть ответ хотя бы на один из { $once }: только тогда ясно, что этот перечень относится к предписанию.
method-elements = Элементы произвольности
method-reliability = Насколько согласны оценщики
method-reliability-text = Для каждого вопроса и для вывода публикуется α Криппендорфа с её интервалом. От 0,80 результат твёрдый; от 0,667 до 0,80 — предварительный, и об этом говорится; ниже 0,667 вопрос не стоит ни в одном заголовке и назван на каждой странице с долями, а доля не стоит в заголовке, если это так для шести выводов или для её вывода против всех остальных. Прежде чем оценивать настоящие материалы, оценщики работают с вымышленными, и в обе стороны: среди них есть и настоящая травля детей, и законная критика.
method-changes = Версии
method-changes-text = Опубликованная версия не меняется никогда. Номер следующей следует из того, что изменено: последняя цифра — только слова, средняя — добавлен вопрос, который ничего не решает, первая — изменено правило или добавлен вопрос о предписании. Выводы с разной первой цифрой никогда не складываются в одно число.
method-seal-whole = Версия { $version }
method-seal-note = SHA-256 файлов этой версии и всех трёх подряд. У кого есть файлы, тот может их проверить.

# Where a version stands, and how far it is from the one it was made from.
method-status-published = опубликована с программой
method-status-draft = черновик
method-status-adopted = принята
method-status-retired = отозвана
method-step-none = без изменений
method-step-patch = слова
method-step-minor = новый вопрос
method-step-major = другое правило

# Fields of the forms about versions.
field-adopted-by = кто принял
field-adopted-on = день принятия
field-change = что меняет эта версия
field-why = причина

# What a check finds.
method-fault-hole = Ни одно правило не подходит к ответам: { $answers }.
method-fault-never-reached = { $by ->
    [none] Правило { $rule } не подходит ни к каким ответам.
   *[other] Правило { $rule } никогда не решает: всё, к чему оно подходит, забирают правила перед ним ({ $by }).
}
method-fault-overlap = Правило { $rule } никогда не решает: правило { $with } забирает всё, к чему оно подходит, и говорит иное. К этим ответам подходят оба: { $answers }.
method-fault-unknown-code = { $rule }: названо { $code }, а такого нет.
method-fault-unknown-value = Вопрос { $question } читается по значению «{ $value }», которого нет в его шкале или которое прочитано двояко.
method-fault-unknown-verdict = { $rule }: «{ $verdict }» — такого вывода нет.
method-fault-missing-verdict = Не назван вывод «{ $verdict }», а должны быть названы все шесть.
method-fault-unworded-subtype = { $rule }: назван подвид «{ $subtype }», для которого нет слов ни на одном языке.
method-fault-unworded-value = Для ответа «{ $value }» на вопрос { $question } нет слов ни на одном языке.
method-fault-missing-translation = Нет текста: { $place }, { $lang }.
method-fault-duplicate-code = Код «{ $code }» пуст или стоит дважды.
method-fault-no-scale = У вопроса { $question } нет ответов на выбор, или один из них стоит дважды.
method-fault-no-source = У вопроса { $question } не назван источник.
method-fault-unread = Ни один ответ на { $code } не считается выполненным, или ни один — невыполненным.
method-fault-too-many-inputs = Решающих ответов { $count }; перебрать можно не более { $limit }.
method-fault-out-of-range = В «{ $place }» число вне допустимого. Элементов — не меньше 1 и не больше, чем затрагивают вопросы о предписании. Доля — не больше чем из 100 вопросов и не больше целого.
method-fault-never-holds = Вывод о предписании «{ $place }» никогда не наступит: к нему не ведут никакие ответы.
method-fault-too-many-rules = Правил { $count } — слишком много; самое большее { $limit }.
method-fault-unreadable = Файла «{ $file }» нет, или он не того вида, какого должен быть.
method-fault-unknown-key = Ключа «{ $key }» в методике не бывает.
method-fault-unsealed = SHA256SUMS нет, поэтому эту папку нельзя импортировать: ничто не говорит, что опубликованы именно эти байты.
method-fault-changed-byte = Файл «{ $file }» — не тот, что опубликован: его отпечаток другой.
method-fault-bad-version = «{ $version }» — не номер версии: он имеет вид 1.0.0.
method-fault-step-too-small = Номер { $version } обещает меньше, чем изменено по сравнению с { $other }.

# The command line.
method-refused = Ничего не изменено. Ошибок: { $count }
method-line-row = { $version }  { $status }  { $digest }
method-in-use = действует
method-check-clean = Ошибок нет. Полных наборов ответов: { $sets }, у каждого ровно один вывод. SHA-256 { $digest }
method-check-faults = Ошибок: { $count }
method-check-sealed = SHA256SUMS сходится.
method-check-unsealed = SHA256SUMS нет, поэтому эту папку нельзя импортировать: ничто не говорит, что опубликованы именно эти байты.
method-saved = Сохранено: { $name }, SHA-256 { $digest }
method-adopted-now = Версия { $version } принята: { $by }.
