# Журнал жазбасы не айтатыны, бір сөйлеммен. $of — бос орын мен нысан белгісі немесе ештеңе.
told-vault-created = Тізілім құрылды
told-passphrase-changed = Құпия сөз тіркесі ауыстырылды
told-settings-changed = Баптаулар өзгертілді
told-authority-added = Орган{ $of } қосылды
told-platform-added = Платформа{ $of } қосылды
told-measure-added = Аудитория туралы дерек{ $of } қосылды
told-complaint-recorded = Өтініш{ $of } жазылды
told-order-recorded = Нұсқама{ $of } жазылды
told-order-amended = Нұсқама{ $of } толықтырылды
told-orders-amended = Бірнеше нұсқама бірге өзгертілді
told-change-undone = Бұрынғы өзгеріс{ $of } қайтарылды
told-outcome-recorded = Материалдың{ $of } не болғаны жазылды
told-record-added = Жазба{ $of } қосылды
told-record-amended = Жазба{ $of } өзгертілді
told-import-made = Файл{ $of } жүктелді
told-import-undone = Жүктеу{ $of } қайтарылды
told-register-imported = Тізілім экспорттан толық оқылды
told-seat-taken = Осы пернетақтадағы бағалаушы орны:{ $of }
told-items-assigned = Материалдар екі бағалаушыға бөлінді
told-conflict-declared = { $detail ->
    [declared] Мүдделер қақтығысы{ $of } мәлімделді: басқа адам бағалайды
   *[other] Бағалаушы{ $of } бойынша мүдделер қақтығысы жоғын мәлімдеді
}
told-cycle-opened = { $detail ->
    [item_changed] Қайта бағалау{ $of } ашылды: материал не нұсқама өзгерген
    [new_major] Қайта бағалау{ $of } ашылды: әдістеме өзгерген
    [new_evidence] Қайта бағалау{ $of } ашылды: жаңа дерек шыққан
   *[other] Қайта бағалау{ $of } ашылды: қате табылған
}
told-review-locked = { $detail ->
    [second] Екінші жасырын бағалау{ $of } бекітілді
   *[other] Бірінші жасырын бағалау{ $of } бекітілді
}
told-review-superseded = Бекітілген бағалау{ $of } басқалар оқи алмай тұрғанда түзетілді; бұрынғысы сақталды
told-disagreement-adjudicated = Келіспеушілікті{ $of } үшінші бағалаушы шешті
told-calibration-answered = { $detail } жаттығу жағдайына жауап берілді
told-method-drafted = Әдістеменің жаңа нұсқасы{ $of } басталды
told-method-amended = Әдістеме жобасы{ $of } сақталды
told-method-discarded = Әдістеме жобасынан{ $of } бас тартылды
told-method-adopted = Әдістеменің{ $of } нұсқасы қабылданды
told-method-retired = Әдістеменің{ $of } нұсқасы қолданыстан шығарылды
told-paper-sealed = Құжат{ $of } сақталып, мөрленді
told-example-laid-in = Ойдан шығарылған үлгі енгізілді
told-by = { $sentence } ({ $actor }).
told-alone = { $sentence }.
