### Words of the filter and of search.

filter-field-platform = платформа
filter-field-authority = орган
filter-field-issued = шығарылған күні
filter-field-received = платформа алған уақыт
filter-field-learned = біз білген уақыт
filter-field-complied = платформа орындаған уақыт
filter-field-verdict = баға
filter-field-outcome = нәтиже
filter-field-ground = негіз
filter-field-instrument = акт түрі
filter-field-action = не талап етіледі
filter-field-deadline = 24 сағаттық мерзім
filter-field-draft = жоба
filter-field-duplicate = басқаның қайталамасы деп танылған
filter-field-reviewed = бағаланды
filter-field-has = не толтырылған
filter-field-items = материал саны
filter-field-number = нөмір
filter-field-reference = тізілім нөмірі
filter-field-document = құжат көрілді ме
filter-field-how = қайдан білдік
filter-field-reasons = дәлелдеме
filter-field-appeal = шағымдану туралы айтылған ба
filter-field-notified = авторға хабарланды ма
filter-field-language = материал тілі
filter-field-kind = материал түрі
filter-has-note = ескертпе
filter-has-text = мәтін
filter-has-address = мекенжай
filter-has-number = нөмір
filter-has-provisions = көрсетілген нормалар
filter-has-complaint = алдындағы өтініш

filter-field-unknown = «{ $part }» деген өріс жоқ.
filter-value-unknown = Бұл өрісте «{ $part }» деген мән жоқ.
filter-value-missing = Бұл жерде мән жетіспейді.
filter-date-bad = «{ $part }» – күн емес: 2025, 2025-03, 2025-03-14, 2025-01..2025-03 немесе белгісіз деп жазыңыз.
filter-number-bad = «{ $part }» – сан емес: 5, 2..4 немесе >10 деп жазыңыз.
filter-quote-open = Тырнақша жабылмаған.
filter-blank-missing = Бұл жерде бос орын жетіспейді.
filter-too-long = Сүзгі тым ұзын.
filter-suggestions = Мүмкін: { $list }?

search-total = { $count ->
    [one] { $count } сәйкестік
   *[other] { $count } сәйкестік
}
search-more = { $count }-нан астам сәйкестік бар; ең жаңа { $count } сәйкестік реттелді.
search-none = Ештеңе табылмады.
