"""The catalogue of sentences: code -> (English, Russian). ``{name}`` stands for a parameter."""

from __future__ import annotations

WORDS = {
    "product": "товар",
    "variant": "вариант",
    "location": "место хранения",
    "reservation": "резерв",
    "stocktake": "инвентаризация",
    "tenant": "магазин",
    "shop": "магазин",
    "event": "событие",
    "image": "изображение",
    "media": "медиафайл",
    "option": "опция",
    "import": "импорт",
    "database": "база данных",
    "locale": "язык",
    "projection": "индекс",
    "index": "индекс",
    "category": "категория",
    "tag": "метка",
    "collection": "коллекция",
    "distinction": "пометка «не дубликаты»",
    "price_list": "прайс-лист",
    "draft": "черновик",
    "active": "опубликован",
    "archived": "в архиве",
    "publish": "опубликовать",
    "unpublish": "снять с публикации",
    "archive": "убрать в архив",
    "unarchive": "вернуть из архива",
    "trash": "в корзину",
    "restore": "восстановить",
    "purge": "удалить навсегда",
}

_GENERAL = {
    "invalid": ("Some fields need attention.", "Проверьте отмеченные поля."),
    "required": ("This field cannot be empty.", "Это поле не может быть пустым."),
    "too_long": ("At most {limit} characters fit here.", "Длина — не более {limit} знаков."),
    "too_small": ("The least possible value is {limit}.", "Наименьшее возможное значение — {limit}."),
    "too_big": ("The greatest possible value is {limit}.", "Наибольшее возможное значение — {limit}."),
    "not_found": ("There is no {kind} {id}.", "Не найдено: {kind} {id}."),
    "forbidden": (
        "Your role does not allow this ({resource}: {action}).",
        "Ваша роль не разрешает это действие ({resource}: {action}).",
    ),
    "version_conflict": (
        "Somebody saved this first (version {actual}, you edited {expected}). Nothing was overwritten.",
        "Кто-то сохранил раньше (версия {actual}, вы правили {expected}). Ничего не перезаписано.",
    ),
    "bad_log_level": (
        "“{value}” is not a log level; use debug, info, warning or error, or module=level.",
        "«{value}» — не уровень журнала: debug, info, warning, error или модуль=уровень.",
    ),
    "cancelled": ("Cancelled.", "Отменено."),
    "usage": ("{detail}", "{detail}"),
    "bug": (
        "Something went wrong inside the program. Your data is safe; the log has the details.",
        "Внутренняя ошибка программы. Данные в порядке, подробности — в журнале.",
    ),
}

_CATALOG = {
    "duplicate_handle": (
        "The address “{handle}” already belongs to {holder}.",
        "Адрес «{handle}» уже занят: {holder}.",
    ),
    "duplicate_sku": ("The SKU “{sku}” already belongs to {holder}.", "Артикул «{sku}» уже занят: {holder}."),
    "duplicate_handle_trash": (
        "The address “{handle}” belongs to {holder}, which is in the trash.",
        "Адрес «{handle}» занят товаром в корзине: {holder}.",
    ),
    "duplicate_sku_trash": (
        "The SKU “{sku}” belongs to {holder}, which is in the trash.",
        "Артикул «{sku}» занят товаром в корзине: {holder}.",
    ),
    "duplicate_combination": (
        "Two variants have the same options: {combination}.",
        "У двух вариантов одинаковые опции: {combination}.",
    ),
    "duplicate_option": ("The option “{option}” is given twice.", "Опция «{option}» указана дважды."),
    "no_variants": ("A product needs at least one variant.", "Товару нужен хотя бы один вариант."),
    "no_translations": (
        "A product needs a title in at least one language.",
        "Товару нужно название хотя бы на одном языке.",
    ),
    "last_variant": ("The last variant cannot be removed.", "Последний вариант удалить нельзя."),
    "bad_transition": (
        "Cannot {act} this: its status is “{current}”.",
        "Действие «{act}» недоступно: состояние — «{current}».",
    ),
    "cannot_delete_published": (
        "A published product cannot be deleted. Unpublish or archive it first.",
        "Опубликованный товар удалить нельзя. Сначала снимите его с публикации или уберите в архив.",
    ),
    "not_in_trash": (
        "It is not in the trash; move it there first.",
        "Этого нет в корзине; сначала переместите это туда.",
    ),
    "in_trash": (
        "It is in the trash; restore it first.",
        "Это в корзине; сначала восстановите.",
    ),
    "insufficient_inventory": (
        "Only {available} on hand, {requested} asked for.",
        "В наличии только {available}, а запрошено {requested}.",
    ),
    "compare_at_below_price": (
        "The compare-at price must not be lower than the price ({price}).",
        "Старая цена не может быть ниже цены ({price}).",
    ),
    "too_many_options": ("At most {limit} options per product.", "Не более {limit} опций на товар."),
    "too_many_variants": ("At most {limit} variants per product.", "Не более {limit} вариантов на товар."),
    "too_many_images": ("At most {limit} images per product.", "Не более {limit} изображений на товар."),
    "too_many_tags": ("At most {limit} tags per product.", "Не более {limit} меток на товар."),
    "option_value_missing": (
        "The variant has no value for the option “{option}”.",
        "У варианта нет значения опции «{option}».",
    ),
    "option_mismatch": (
        "The variant's values do not match the product's options.",
        "Значения варианта не соответствуют опциям товара.",
    ),
    "option_value_used": (
        "“{value}” cannot be removed: variants use it ({variants}).",
        "«{value}» нельзя убрать: это значение есть у вариантов ({variants}).",
    ),
    "given_twice": ("“{value}” is given twice.", "«{value}» указано дважды."),
    "unknown_variant": ("There is no variant {id} in this product.", "В этом товаре нет варианта {id}."),
    "unknown_option": ("There is no option {id} in this product.", "В этом товаре нет опции {id}."),
    "unknown_image": ("There is no image {id} in this product.", "В этом товаре нет изображения {id}."),
    "changed_meanwhile": (
        "The product was changed after the plan was made; it was left as it is.",
        "Товар изменился после составления плана и оставлен как есть.",
    ),
}

_VALUES = {
    "bad_amount": ("“{value}” is not an amount of money.", "«{value}» — не денежная сумма."),
    "bad_amount_digits": (
        "“{value}” has more decimals than {currency} knows ({digits}).",
        "В «{value}» больше знаков после запятой, чем бывает у {currency} ({digits}).",
    ),
    "amount_too_big": ("“{value}” is too large an amount.", "«{value}» — слишком большая сумма."),
    "negative_amount": ("An amount cannot be negative.", "Сумма не может быть отрицательной."),
    "bad_currency": ("“{value}” is not a currency code like EUR.", "«{value}» — не код валюты вроде EUR."),
    "bad_locale": (
        "“{value}” is not a language code like en or pt-BR.",
        "«{value}» — не код языка вроде ru или pt-BR.",
    ),
    "bad_fallback_locale": (
        "“{value}” cannot stand in for a missing text: it is not enabled, or leads back here.",
        "«{value}» не может заменять недостающий текст: язык выключен или ведёт обратно сюда.",
    ),
    "bad_cursor": (
        "This place in the list is no longer valid; start again from its beginning.",
        "Это место списка больше не действительно; начните с начала.",
    ),
    "bad_handle": (
        "“{value}” is not a web address part: use a–z, 0–9 and single hyphens.",
        "«{value}» не годится для адреса: только a–z, 0–9 и одиночные дефисы.",
    ),
    "reserved_handle": ("“{value}” is reserved by the system.", "«{value}» зарезервировано системой."),
    "bad_sku": (
        "A SKU cannot contain line breaks or control characters.",
        "В артикуле не может быть переносов строк.",
    ),
    "bad_barcode_check": (
        "Last digit should be {expected}",
        "Последняя цифра должна быть {expected}",
    ),
    "barcode_destroyed": (
        "A spreadsheet has destroyed this number ({value}). Export the file again, without Excel.",
        "Таблица испортила это число ({value}). Выгрузите файл заново, не открывая его в Excel.",
    ),
    "not_a_number": ("“{value}” is not a number.", "«{value}» — не число."),
    "not_whole_number": ("“{value}” is not a whole number.", "«{value}» — не целое число."),
    "bad_status": (
        "“{value}” is not a status; use active, draft or archived.",
        "«{value}» — не состояние; бывает active, draft или archived.",
    ),
    "bad_boolean": ("“{value}” is neither true nor false.", "«{value}» — не true и не false."),
    "bad_weight_unit": (
        "“{value}” is not a unit of weight; use g, kg, oz or lb.",
        "«{value}» — не единица веса: g, kg, oz, lb.",
    ),
    "bad_policy": (
        "“{value}” is not a stock policy; use deny or continue.",
        "«{value}» — не правило продажи: deny или continue.",
    ),
    "bad_url": ("“{value}” is not a web address.", "«{value}» — не веб-адрес."),
    "title_missing": ("The product has no title.", "У товара нет названия."),
    "handle_missing": ("The row has no handle.", "В строке нет адреса (Handle)."),
}

_FILES = {
    "data_dir_locked": (
        "Another window or command is working with this data folder ({holder}). Close it and try again.",
        "С этой папкой данных уже работает другое окно или команда ({holder}). Закройте и попробуйте снова.",
    ),
    "instance_running": (
        "RusToK Desktop is already running with this data folder.",
        "RusToK Desktop уже запущен с этой папкой данных.",
    ),
    "network_folder": (
        "The data folder {path} is on a network drive. Use a local disk: databases break over a network.",
        "Папка данных {path} — на сетевом диске. Перенесите её на локальный диск: по сети база портится.",
    ),
    "foreign_file": (
        "{path} is not a RusToK Desktop database. It was left untouched.",
        "{path} — не база RusToK Desktop. Файл не тронут.",
    ),
    "newer_schema": (
        "The data was written by a newer version of the program ({found}; this one knows {known}). "
        "Nothing was changed. Update the program.",
        "Данные записаны более новой версией программы ({found}; эта знает {known}). "
        "Ничего не изменено. Обновите программу.",
    ),
    "disk_full": (
        "The disk is full. Nothing was lost: free some space and try again.",
        "На диске нет места. Ничего не потеряно: освободите место и повторите.",
    ),
    "older_schema": (
        "The data is of an older version ({found}; this program works with {known}). "
        "Open the window once to upgrade it.",
        "Данные старой версии ({found}; эта программа работает с {known}). Откройте окно, чтобы обновить их.",
    ),
    "cannot_write": (
        "Cannot write to {path}. Check the folder's permissions.",
        "Не удаётся записать в {path}. Проверьте права на папку.",
    ),
    "database_corrupt": (
        "The database is damaged ({detail}). Do not write to it; restore a backup.",
        "База данных повреждена ({detail}). Не пишите в неё; восстановите копию.",
    ),
    "database_busy": (
        "The database is busy. Nothing was changed; try again.",
        "База данных занята. Ничего не изменено; повторите.",
    ),
    "event_too_new": (
        "The event {event_type} has version {version}, newer than this program knows. Update the program.",
        "Событие {event_type} версии {version} новее этой программы. Обновите программу.",
    ),
    "no_database": (
        "There is no shop in {path} yet. Open the window once, or import something.",
        "В {path} ещё нет магазина. Откройте окно или загрузите товары.",
    ),
    "read_only": (
        "The data was opened for reading only.",
        "Данные открыты только для чтения.",
    ),
}

_IMPORT = {
    "file_not_found": ("There is no file {path}.", "Нет файла {path}."),
    "file_unreadable": ("The file {path} cannot be read.", "Файл {path} не читается."),
    "not_a_csv": ("{path} is not a CSV file.", "{path} — не файл CSV."),
    "wrong_format": (
        "This is a {found}; RusToK Desktop imports Shopify product CSV.",
        "Это {found}; RusToK Desktop загружает товары из Shopify CSV.",
    ),
    "binary_file": (
        "{path} is not a text file. Save it as CSV (UTF-8) first.",
        "{path} — не текстовый файл. Сначала сохраните его как CSV (UTF-8).",
    ),
    "import_stopped": (
        "The import stopped by a fault; what is counted here was kept.",
        "Импорт прерван из-за сбоя; то, что здесь посчитано, сохранено.",
    ),
    "bad_encoding": (
        "The text is not {encoding} (line {line}). Choose another encoding, for example {candidates}.",
        "Текст не в кодировке {encoding} (строка {line}). Выберите другую, например {candidates}.",
    ),
    "empty_file": ("{path} has no rows.", "В {path} нет строк."),
    "unknown_format": (
        "The columns are not those of a format RusToK Desktop knows.",
        "Столбцы не похожи ни на один из известных форматов.",
    ),
    "unsupported_format": ("The format “{value}” is not known.", "Формат «{value}» неизвестен."),
    "missing_columns": ("Columns are missing: {columns}.", "Не хватает столбцов: {columns}."),
    "bad_csv": ("Line {line} is not valid CSV: {detail}.", "Строка {line} — не правильный CSV: {detail}."),
    "too_many_cells": (
        "The row has more cells than the header.",
        "В строке больше ячеек, чем в заголовке.",
    ),
    "columns_left_out": (
        "These columns have no place here and are left out: {columns}.",
        "Этим столбцам здесь нет места, они пропущены: {columns}.",
    ),
    "google_columns_left_out": (
        "The Google Shopping columns are left out.",
        "Столбцы Google Shopping пропущены.",
    ),
    "characters_lost": (
        "Some characters were lost before this file was written. Rows concerned: {rows}.",
        "Часть знаков потеряна ещё до записи этого файла. Затронуто строк: {rows}.",
    ),
    "short_rows": (
        "Some rows are shorter than the header; what is missing counts as empty. Rows: {rows}.",
        "Некоторые строки короче заголовка; недостающее считается пустым. Строк: {rows}.",
    ),
    "long_rows": (
        "Some rows are longer than the header; what is beyond it is left out. Rows: {rows}.",
        "Некоторые строки длиннее заголовка; лишнее пропущено. Строк: {rows}.",
    ),
    "plan_gone": (
        "The import plan is gone; read the file again.",
        "План загрузки исчез; прочитайте файл снова.",
    ),
}

CATALOG: dict[str, tuple[str, str]] = {**_GENERAL, **_CATALOG, **_VALUES, **_FILES, **_IMPORT}
