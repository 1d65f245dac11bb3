"""Sentences about texts that go to translators and come back: code -> (English, Russian)."""

from __future__ import annotations

CATALOG = {
    # -- refused as a whole
    "not_xliff": (
        "{path}, line {line}: this is no XLIFF (“{found}” is not what begins one).",
        "{path}, строка {line}: это не XLIFF (он не начинается с «{found}»).",
    ),
    "xliff_version": (
        "{path}: XLIFF of version “{version}” is not known here. Save it as 1.2 or 2.0.",
        "{path}: XLIFF версии «{version}» не поддерживается. Сохраните файл в версии 1.2 или 2.0.",
    ),
    "texts_no_languages": (
        "{path} does not say from which language it translates into which.",
        "В {path} не указано, с какого языка на какой сделан перевод.",
    ),
    "texts_languages_unreadable": (
        "{path}: “{source}” or “{target}” is no code of a language.",
        "{path}: «{source}» или «{target}» — не код языка.",
    ),
    "texts_languages_differ": (
        "{path}, line {line}: one part translates into {one}, another into {other}. Import them one by one.",
        "{path}, строка {line}: одна часть переводит на {one}, другая — на {other}. Импортируйте их по отдельности.",
    ),
    "texts_other_language": (
        "{path} translates into {found}, not into {wanted}.",
        "{path} переводит на {found}, а не на {wanted}.",
    ),
    "texts_language_off": (
        "{path}: the shop does not have these languages: {languages}. Switch them on in the settings.",
        "{path}: этих языков в магазине нет: {languages}. Включите их в настройках.",
    ),
    "texts_language_unclear": (
        "{path}: “{found}” could be any of these languages of the shop: {languages}. Write one of them in the file.",
        "{path}: «{found}» может быть любым из языков магазина: {languages}. Укажите в файле один из них.",
    ),
    "texts_same_language": (
        "Nothing is translated from {language} into itself.",
        "Переводить с {language} на тот же язык нечего.",
    ),
    "texts_columns_missing": (
        "{path}: the first line lacks columns: {columns}. It reads: id, source (language), target (language).",
        "{path}: в первой строке нет столбцов: {columns}. Нужны: id, source (язык), target (язык).",
    ),
    "texts_column_twice": (
        "{path}: the column “{column}” is there twice.",
        "{path}: столбец «{column}» встречается дважды.",
    ),
    "texts_is_folder": (
        "{path} is a folder. Choose one file with texts.",
        "{path} — это папка. Выберите один файл с текстами.",
    ),
    "texts_packed": (
        "{path} is packed or a workbook. Unpack it, or save the table as CSV.",
        "{path} — архив или книга Excel. Распакуйте его или сохраните таблицу как CSV.",
    ),
    # -- one text stays out
    "text_without_id": (
        "This text has no id, so nobody can say where it belongs.",
        "У текста нет id, поэтому неизвестно, к чему он относится.",
    ),
    "text_id_unknown": (
        "“{id}” is no id of a text of the shop.",
        "«{id}» — не id текста магазина.",
    ),
    "text_thing_unknown": (
        "What this text belongs to is not in the shop any more.",
        "Того, к чему относится текст, в магазине больше нет.",
    ),
    "text_field_unknown": (
        "There is no text “{field}” there any more.",
        "Текста «{field}» там больше нет.",
    ),
    "text_id_twice": (
        "This id is in the file already, in line {line}. The first one counts.",
        "Такой id уже есть в файле, в строке {line}. Учитывается первый.",
    ),
    "text_inline": (
        "The text holds a mark “{detail}” that stands for something else. Put the text itself there.",
        "В тексте стоит метка «{detail}» вместо содержимого. Впишите сам текст.",
    ),
    "text_formula": (
        "The cell holds a formula or a spreadsheet's error: {detail}. Put an apostrophe before the text.",
        "В ячейке формула или ошибка таблицы: {detail}. Поставьте перед текстом апостроф.",
    ),
    "text_row_short": (
        "The row ends before the translation.",
        "Строка обрывается до перевода.",
    ),
    "text_longer": (
        "“{field}” is longer than {limit} characters.",
        "Поле «{field}» длиннее {limit} символов.",
    ),
    "text_nothing_left": (
        "Nothing of “{field}” is left that may be shown.",
        "В поле «{field}» не осталось ничего, что можно показать.",
    ),
    "text_title_first": (
        "There is nothing in this language yet, and that begins with a title.",
        "На этом языке ещё ничего нет, а начинать надо с названия.",
    ),
    "text_block_refused": (
        "The block cannot be without “{fields}”, or does not take it.",
        "Блоку нужен текст «{fields}», или он ему не подходит.",
    ),
    # -- to know
    "texts_language_taken": (
        "The file says “{found}”; the shop's “{taken}” was taken for it.",
        "В файле указан язык «{found}»; взят «{taken}» магазина.",
    ),
    "text_source_changed": (
        "The original has changed since the file was made. It waits for your yes.",
        "Оригинал изменился после выгрузки файла. Ждёт вашего согласия.",
    ),
}
