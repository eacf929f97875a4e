### Тексты импорта, появившиеся после первой версии.

import-drop = Или перетащите файл в это окно. Читаются CSV, TSV и XLSX; формулы книги никогда не выполняются.
import-mapping = Что содержит каждый столбец
import-source-rows =
    { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[other] { $count } строк
    }
import-seen-before = Этот самый файл уже импортирован { $when } под именем «{ $name }», записано предписаний: { $orders }. Строки без номера предписания запишутся второй раз.
import-remembered = Взято сопоставление, которое вы уже использовали для такого файла.
import-preset-rkn-history = Распознано: история российского реестра. Столбцы известны.
import-preset-minjust-list = Распознано: список материалов Минюста России. Каждая строка — материал; номер в списке — не номер предписания.
import-preset-accessnow-stop = Распознано: таблица отключений Access Now. Конец отключения — не удаление, поэтому он попадает в примечание.
import-preset-takedown-letters = Распознано: письма государств платформе. Текст письма попадает в примечание.
import-preset-google-requesters = Распознано: данные Google по запрашивающим органам.
import-preset-google-reasons = Распознано: данные Google по причинам.
import-preset-linkedin-content = Распознано: данные LinkedIn о запросах на удаление.
import-preset-linkedin-data = Распознано: данные LinkedIn о запросах сведений.
import-preset-linkedin-content-history = Распознано: ряд LinkedIn о запросах на удаление.
import-preset-linkedin-data-history = Распознано: ряд LinkedIn о запросах сведений.
import-preset-rsf-index = Распознано: индекс свободы прессы «Репортёров без границ».
import-table = Таблица
import-table-choice = { $sheet } { $extent } (строк: { $rows })
import-header = Заголовок
import-header-none = без заголовка: все строки — данные
import-header-row = строка { $row }: { $cells }
import-encoding = Кодировка
import-separator = Разделитель
import-above = Пропущено над таблицей ({ $count }):
import-private = Похоже на имена, телефоны, школы или возраст. Лучше не импортировать.
import-contested = Два столбца заполнили бы одно поле «{ $field }»: этот и «{ $column }». Выберите один.
import-contested-take = Взять этот
import-dates-of = Как записаны даты в столбце «{ $column }»
import-dates-plain = как написано, сомнений нет
import-dates-open = по ячейкам не видно
import-dates-found = как видно по ячейкам: { $order }
import-dates-day-first = сначала день (31.12.2025)
import-dates-month-first = сначала месяц (12/31/2025)
import-dates-iso = сначала год (2025-12-31)
import-dates-question =
    { $count ->
        [one] «{ $sample }» читается двояко, и столбец этого не решает. Укажите, как верно; иначе дата останется интервалом между обоими чтениями.
       *[other] «{ $sample }» и другие ячейки (всего { $count }) читаются двояко, и столбец этого не решает. Укажите, как верно; иначе даты останутся интервалами между обоими чтениями.
    }
import-dates-asking =
    { $count ->
        [one] { $count } столбец дат читается двояко.
        [few] { $count } столбца дат читаются двояко.
       *[other] { $count } столбцов дат читаются двояко.
    }
import-count-added = Дополнения
import-count-added-help = Единицы, которые получили бы предписания, уже стоящие в реестре
import-grown =
    { $orders ->
        [one] { $orders } предписание реестра дополнится: единиц — { $items }, исходов — { $outcomes }.
        [few] { $orders } предписания реестра дополнятся: единиц — { $items }, исходов — { $outcomes }.
       *[other] { $orders } предписаний реестра дополнятся: единиц — { $items }, исходов — { $outcomes }.
    }
import-differing = Исходов, о которых в реестре сказано иначе: { $count }. Они остаются как есть; сверьте их сами.
import-done-grown = Дополнено известных предписаний: { $orders } (единиц — { $items }, исходов — { $outcomes }).
import-sizes = Строк на предписание
import-size-group-0 = одна строка
import-size-group-1 = от 2 до 9
import-size-group-2 = от 10 до 99
import-size-group-3 = 100 и больше
import-twins =
    { $count ->
        [one] { $count } номер с двумя датами
        [few] { $count } номера с двумя датами
       *[other] { $count } номеров с двумя датами
    }
import-twins-hint = Один орган и номер с разными датами дают два предписания. Если дата — описка, сначала исправьте её в файле.
import-twins-first = Первое предписание
import-twins-second = Второе предписание
import-twins-one = { $date }, строка { $row }, строк: { $rows }
import-receipts-differ = строки называют разные даты получения; все — в примечании
import-warnings =
    { $count ->
        [one] { $count } адрес может обмануть глаз
        [few] { $count } адреса могут обмануть глаз
       *[other] { $count } адресов могут обмануть глаз
    }
import-warning-bidi = Строка { $row }, невидимые знаки:
import-warning-mixed-script = Строка { $row }, буквы двух алфавитов в одном имени:
import-rejected-save = Сохранить все отклонённые строки…
import-rejected-saved = Сохранено как «{ $name }», строк: { $rows }.
import-stage-comparing = Сверка с реестром
import-figures = Официальные показатели
import-figures-hint = Строк: { $rows }, чисел в них: { $figures }, не прочитано: { $rejected }. Это числа о предписаниях, а не предписания: они попадают в «Источники», рядом с тем, что считается здесь.
import-figures-write = Записать числа в реестр
import-figures-done = Записано чисел: { $written }; пропущено: { $left } (баллы, места и доли ничего не считают). Их можно отменить, как любой импорт.
import-figure-publisher = Кто опубликовал
import-figure-period = Период
import-figure-country = Страна
import-figure-metric = Что посчитано
import-figure-value = Значение
import-figure-ground = Кто или почему
