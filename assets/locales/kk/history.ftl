# Журнал жазбасы не айтатыны, бір сөйлеммен. Нысанды үш мән атайды, белгісі болмаса, әрқайсысы бос: $of — бос орын мен белгі, $named — қос
# нүкте мен белгі, $for — бос орын мен told-for одан жасайтыны. Сөйлем оларсыз да толық.
told-vault-created = Тізілім құрылды
told-passphrase-changed = Құпия сөз тіркесі ауыстырылды
told-key-set = Тізілімді енді тағы біреу аша алады
told-key-removed = Тізілімді ашудың бір жолы алынып тасталды
told-keys-rotated = Барлық кілт жаңадан жасалды
told-vault-restored = Тізілім резервтік көшірмеден қалпына келтірілді
told-settings-changed = Баптаулар өзгертілді
told-authority-added = Орган қосылды{ $named }
told-platform-added = Платформа қосылды{ $named }
told-measure-added = Аудитория туралы дерек қосылды{ $named }
told-complaint-recorded = Өтініш{ $of } жазылды
told-order-recorded = Нұсқама{ $of } жазылды
told-order-amended = Нұсқама{ $of } толықтырылды
told-orders-amended = Бірнеше нұсқама бірге өзгертілді
told-change-undone = Бұрынғы өзгеріс қайтарылды{ $named }
told-outcome-recorded = Материалдың не болғаны жазылды{ $named }
told-record-added = Жазба қосылды{ $named }
told-record-amended = Жазба өзгертілді{ $named }
told-import-made = Файл{ $of } жүктелді
told-import-undone = Жүктеу{ $of } қайтарылды
told-register-imported = Тізілім экспорттан толық оқылды
told-seat-taken = Бағалаушы осы пернетақтадағы орынды алды{ $named }
told-items-assigned = Материалдар екі бағалаушыға бөлінді{ $named }
told-conflict-declared = { $detail ->
    [declared] Бағалаушы{ $for } мүдделер қақтығысы барын мәлімдеді: материалды басқа адам бағалайды
   *[other] Бағалаушы{ $for } мүдделер қақтығысы жоғын мәлімдеді
}
told-cycle-opened = { $detail ->
    [item_changed] Қайта бағалау{ $for } ашылды: материал не нұсқама өзгерген
    [new_major] Қайта бағалау{ $for } ашылды: әдістеме өзгерген
    [new_evidence] Қайта бағалау{ $for } ашылды: жаңа дерек шыққан
   *[other] Қайта бағалау{ $for } ашылды: қате табылған
}
told-review-locked = { $detail ->
    [second] Екінші жасырын бағалау{ $for } бекітілді
   *[other] Бірінші жасырын бағалау{ $for } бекітілді
}
told-review-superseded = Бекітілген бағалау{ $for } басқалар оқи алмай тұрғанда түзетілді; бұрынғысы сақталды
told-disagreement-adjudicated = Келіспеушілікті{ $for } үшінші бағалаушы шешті
told-calibration-answered = { $detail } жаттығу жағдайына жауап берілді
told-method-drafted = Әдістеменің жаңа нұсқасы басталды{ $named }
told-method-amended = Әдістеме жобасы сақталды{ $named }
told-method-discarded = Әдістеме жобасынан бас тартылды{ $named }
told-method-adopted = Әдістеменің нұсқасы қабылданды{ $named }
told-method-retired = Әдістеменің нұсқасы қолданыстан шығарылды{ $named }
told-paper-sealed = Құжат{ $of } сақталып, мөрленді
told-exhibit-added = Файл дәлелдеме ретінде қабылданды{ $named }
told-exhibit-handled = Дәлелдемемен жасалған әрекет жазылды{ $named }
told-example-laid-in = Ойдан шығарылған үлгі енгізілді
told-purged = Мәндер біржола өшірілді{ $named }: { $detail ->
    [court_order] сот шешімімен
    [persons_request] адамның өтінішімен
    [child_safety] балаға қауіп төнер еді
   *[mistake] мұны жазбау керек еді
    }
told-by = { $sentence } ({ $actor }).
told-alone = { $sentence }.
# Нұсқамада бірнеше материал болса, олар ондағы реттік нөмірімен аталады.
told-item = { $reference }, { $items }-материал
told-items = { $reference }, { $items }-материалдар
told-for = { $what } бойынша
