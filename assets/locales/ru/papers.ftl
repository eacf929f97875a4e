### Words of the papers.

# The press brief.
brief-kind = Справка для прессы
brief-title = Предписания об удалении: что затронули
brief-dateline = { $period } · по состоянию на { $day }
brief-dateline-undated = по состоянию на { $day }
brief-period = { $first } – { $last }
brief-example = Вымышленный пример: ни одного настоящего человека, предписания или числа здесь нет.

# The headline number with its denominator and its interval in one sentence.
brief-share = { $count } из { $of } { $of ->
    [one] оценённого материала
   *[other] оценённых материалов
} — законная критика: { $share } (95-процентный интервал { $range }).
brief-share-none-of = Среди оценённых материалов ({ $of }) законной критики нет; долю до { $high } исключить нельзя (95-процентный интервал).
brief-share-all = Все оценённые материалы ({ $of }) — законная критика; долю от { $low } исключить нельзя (95-процентный интервал).
brief-share-few = { $count } из { $of } { $of ->
    [one] оценённого материала
   *[other] оценённых материалов
} — законная критика. Материалов менее 20: процент не приводится.
brief-share-few-none = Среди оценённых материалов ({ $of }) законной критики нет; их менее 20, процент не приводится.
brief-share-nothing = Ни один материал ещё не оценён: доли пока нет.

# The row of counts. The number stands above its words.
brief-count-complaints = { $count ->
    [one] известное обращение
    [few] известных обращения
   *[other] известных обращений
}
brief-count-orders = { $count ->
    [one] известное предписание
    [few] известных предписания
   *[other] известных предписаний
}
brief-count-seen = { $count ->
    [one] документ увиден
    [few] документа увидены
   *[other] документов увидено
}
brief-count-items = { $count ->
    [one] материал в предписаниях
    [few] материала в предписаниях
   *[other] материалов в предписаниях
}
brief-count-reviewed = { $count ->
    [one] материал оценён
    [few] материала оценены
   *[other] материалов оценено
}

# The chart and its table.
chart-verdicts-title = { $of ->
    [one] { $of } оценённый материал: выводы
    [few] { $of } оценённых материала: выводы
   *[other] { $of } оценённых материалов: выводы
}
chart-share = доля критики
chart-note = Точка: доля. Линия: её 95-процентный интервал. Штриховка: докуда дошла бы доля, будь всё неустановленное критикой.
chart-note-plain = Точка: доля. Линия: её 95-процентный интервал.
chart-alt-share = Доля законной критики { $share }, 95-процентный интервал { $range }
chart-alt-band = если все «установить нельзя» отнести на одну или другую сторону, { $range }
chart-none = Ни один материал ещё не оценён.
table-verdicts = Выводы
table-verdict = Вывод
table-items = Число
table-share = Доля
table-total = Всего оценено

# Paragraphs.
brief-bullying = Настоящая травля
brief-bullying-share = { $count } из { $of } { $of ->
    [one] оценённого материала
   *[other] оценённых материалов
}: { $share } (95-процентный интервал { $range }). Ребёнок, которого травят, имеет право на защиту; такие случаи считаются с той же тщательностью.
brief-bullying-few = { $count } из { $of } { $of ->
    [one] оценённого материала
   *[other] оценённых материалов
}. Ребёнок, которого травят, имеет право на защиту; такие случаи считаются с той же тщательностью.
brief-deadline = Срок в 24 часа
brief-deadline-states = { $orders ->
    [one] Из { $orders } предписания:
   *[other] Из { $orders } предписаний:
} { $states }. Срок идёт с получения; судить о нём можно лишь там, где записаны оба момента.
brief-deadline-state = { $state } — { $count }
brief-deadline-none = Ни одного предписания ещё не записано.
brief-ministry = Ответ министерства
brief-ministry-none = В этом реестре ответ не записан.

# What the page does not know.
brief-unknown = Чего мы не знаем
brief-unknown-unreviewed = По { $count } из { $of } { $of ->
    [one] известного материала
   *[other] известных материалов
} ещё нет вывода двух рецензентов; в долю это не входит.
brief-unknown-all-reviewed = Оценены все известные материалы.
brief-unknown-apart = Ещё { $count } { $count ->
    [one] оценённый материал относится
    [few] оценённых материала относятся
   *[other] оценённых материалов относятся
} к предписаниям, известным только по описанию, и в долю не { $count ->
    [one] входит
   *[other] входят
}.
brief-unknown-band = По { $count } { $count ->
    [one] оценённому материалу
   *[other] оценённым материалам
} вывод установить нельзя: доля равна { $low }, если критики среди них нет, и { $high }, если критика все они.
brief-unknown-band-few = По { $count } { $count ->
    [one] оценённому материалу
   *[other] оценённым материалам
} вывод установить нельзя.
brief-unknown-documents = О { $count } из { $of } { $of ->
    [one] предписания
   *[other] предписаний
} известно, но самого документа мы не видели.

# The method, in three sentences.
brief-method = Как считали
brief-method-text = Каждый материал оценивают двое, не видя ответов друг друга, по опубликованной методике, версия { $version }; твёрдые правила дают один из шести выводов, при расхождении решает третий. Отступить от вычисленного вывода можно лишь с письменным обоснованием; зафиксированная оценка не меняется. Интервал учитывает связь материалов (по Корну и Граубарду; где её нет — по Вильсону): поправка на малое число, не оценка неизвестных предписаний.
brief-method-agreement = Двое сошлись в { $same } из { $pairs } (альфа Криппендорфа { $alpha }).
brief-method-agreement-split = Двое сошлись в { $same } из { $pairs } (альфа Криппендорфа { $alpha }; критика или нет — { $split }).
brief-method-agreement-low = Альфа ниже 0,667, поэтому доля не вынесена в заголовок.

# The seal.
brief-seal-snapshot = Снимок реестра
brief-seal-rubric = Методика { $version }
brief-seal-ledger = { $count ->
    [one] Журнал, { $count } запись
    [few] Журнал, { $count } записи
   *[other] Журнал, { $count } записей
}
brief-seal-note = Хеши SHA-256 именно тех данных, методики и журнала, по которым сделана эта страница.

# Page furniture.
paper-page = { $page } / { $pages }

# Texts that people write into papers, and the right of reply.
paper-text-foreword = Предисловие
paper-text-comment-known = Комментарий организации: что известно
paper-text-comment-verdicts = Комментарий организации: выводы
paper-text-comment-procedure = Комментарий организации: процедура
paper-text-comment-platforms = Комментарий организации: платформы
paper-text-comment-limits = Комментарий организации: ограничения
paper-text-recommendations = Рекомендации организации
paper-text-reply-asked-on = День запроса министерству
paper-text-reply-answered-on = День ответа министерства
paper-text-reply = Ответ министерства
paper-text-independence = Заявление о независимости
paper-text-contact = Контакты
paper-text-year = Год обзора
paper-text-comment-changes = Комментарий организации: что изменилось
paper-text-cases = Случаи, по которым видно год: номера, без имён
paper-reply-asked = Министерство запрошено { $asked }; день ответа не записан.
paper-reply-answered = Министерство ответило { $answered }; день запроса не записан.
paper-reply-both = Министерство запрошено { $asked }; ответило { $answered }.
paper-reply-silent = Министерство запрошено { $asked }; ответ не записан.
paper-reply-undated = Ответ министерства; дни не записаны.
# Тексты, которые адвокат пишет в досье дела.
paper-text-summary = Краткое изложение дела
paper-text-legal-argument = Правовые доводы
paper-text-relief-sought = Требования
paper-text-route = Порядок обжалования
paper-text-term-for-claim = Срок для иска
paper-text-translator-statement = Заявление переводчика
paper-text-certified-copy = Заверенная копия: кем и когда
paper-text-signature = Подпись
# Texts that people write into the papers for the United Nations.
paper-text-circumstances = Обстоятельства дела
paper-text-victim-statement = Взгляды и принадлежность человека — в словах, на которые он согласен
paper-text-medium-orientation = Характер, охват и направленность издания
paper-text-perpetrator-why = Почему ответственность возлагается на эти органы
paper-text-remedies-note = Внутренние средства защиты: что было предпринято
paper-text-submitter-contact = Контакт представителя
paper-text-word-limit = Предел слов
paper-text-joint-submitters = Соавторы материала, по одному в строке
paper-text-earlier-recommendations = Прежние рекомендации и их выполнение
paper-text-from-day = Первый день периода обзора
paper-text-to-day = Последний день периода обзора
# Проверка утечек: что нашлось в документе из того, что его читателям видеть нельзя, и в каком написании.
leak-title = Проверка утечек
leak-none = Не найдено ничего, что нельзя видеть этому кругу читателей: { $audience }. Поиск знает написания, а не смысл: прочтите документ, прежде чем отдать его.
leak-count = { $count ->
    [one] { $count } значение в документе, которое его читателям видеть нельзя
    [few] { $count } значения в документе, которые его читателям видеть нельзя
   *[other] { $count } значений в документе, которые его читателям видеть нельзя
}
leak-how-plain = как записано в реестре
leak-how-stem = в другом падеже или форме
leak-how-initials = с инициалами
leak-how-kazakh_latin = казахской латиницей
leak-how-transliterated = другим алфавитом
leak-how-digits = по цифрам
leak-how-path = адрес, аккаунт или папка
leak-how-words = слова текста подряд
leak-how-bytes = внутри файла, не на страницах
leak-machine = Этот компьютер
leak-machine-user = имя пользователя компьютера
leak-machine-host = имя компьютера
leak-machine-folder = папка на компьютере
leak-reason = Почему эти значения остаются, словами юриста
leak-reason-hint = Не короче 10 букв. Причина запечатывается вместе с документом и стоит в журнале.
leak-reason-child = В документе для прессы или публики ничего, по чему можно узнать ребёнка, остаться не может, какой бы ни была причина.
leak-limits = Не находятся: пересказ, перевод и прозвища; короткие и обычные слова, которые бывают и именами, если стоят отдельно; буквы на картинках; место, возраст и школа, которые вместе выдают человека.
