"""Sentences about bringing content in and out: code -> (English, Russian)."""

from __future__ import annotations

CATALOG = {
    # -- refused as a whole
    "xml_broken": (
        "{path}, line {line}, column {column}: this is not well-formed XML ({detail}).",
        "{path}, строка {line}, столбец {column}: это не правильный XML ({detail}).",
    ),
    "xml_cut_off": (
        "{path} ends too early, in line {line}: the file is cut off. Export or download it again.",
        "{path} обрывается на строке {line}: файл неполный. Выгрузите или скачайте его ещё раз.",
    ),
    "xml_entities": (
        "{path}, line {line}: the file declares an entity of its own (“{name}”). Such files are refused: they can grow"
        " without end.",
        "{path}, строка {line}: файл объявляет собственную сущность («{name}»). Такие файлы не принимаются: они могут"
        " разрастись без предела.",
    ),
    "xml_too_deep": (
        "{path}, line {line}: more than {limit} elements within one another.",
        "{path}, строка {line}: вложенность элементов больше {limit}.",
    ),
    "xml_part_too_big": (
        "{path}, line {line}: one item holds more than {limit} million characters.",
        "{path}, строка {line}: в одной записи больше {limit} млн символов.",
    ),
    "not_wxr": (
        "{path}, line {line}: this is no WordPress export (“{found}” is not what begins one).",
        "{path}, строка {line}: это не выгрузка WordPress (она не начинается с «{found}»).",
    ),
    "wxr_version": (
        "This WordPress export has version {found}; {known} are known.",
        "Версия этой выгрузки WordPress — {found}; известны {known}.",
    ),
    "folder_is_no_wxr": (
        "{path} is a folder. A WordPress export is one XML file.",
        "{path} — папка. Выгрузка WordPress — один файл XML.",
    ),
    "content_packed": (
        "{path} is packed. Unpack it first.",
        "{path} — архив. Сначала распакуйте его.",
    ),
    "unknown_content": (
        "{path} is neither a Markdown file or folder nor a WordPress export.",
        "{path} — не файл или папка Markdown и не выгрузка WordPress.",
    ),
    "no_texts": (
        "There is no Markdown file in {path}.",
        "В {path} нет файлов Markdown.",
    ),
    # -- one file or item stays out
    "front_matter_broken": (
        "Line {line} of the front matter: {detail}.",
        "Строка {line} заголовка файла: {detail}.",
    ),
    "text_not_utf8": (
        "Line {line} is not UTF-8 (byte {position}). Save the file as UTF-8.",
        "Строка {line} не в UTF-8 (байт {position}). Сохраните файл в UTF-8.",
    ),
    "text_too_long": (
        "The text is longer than {limit} characters.",
        "Текст длиннее {limit} символов.",
    ),
    "text_twice": (
        "{other} is the same text in the same language ({language}).",
        "{other} — тот же текст на том же языке ({language}).",
    ),
    "item_without_id": (
        "The item has no number (wp:post_id).",
        "У записи нет номера (wp:post_id).",
    ),
    "item_twice": (
        "The item {id} stands in the file a second time; the first one counts.",
        "Запись {id} встречается в файле ещё раз; взята первая.",
    ),
    "item_in_its_trash": (
        "It is in the trash there, or was never written ({status}).",
        "Она там в корзине или так и не написана ({status}).",
    ),
    "technical_item": (
        "A part of the other program itself ({type}), not content.",
        "Служебная часть другой программы ({type}), не контент.",
    ),
    "products_elsewhere": (
        "Products are imported from product files, not from here.",
        "Товары импортируются из файлов товаров, а не отсюда.",
    ),
    "picture_elsewhere": (
        "The picture is not beside the file, and nothing is fetched: its address stays as it is ({address}).",
        "Изображения рядом с файлом нет, а из сети ничего не загружается: адрес остаётся прежним ({address}).",
    ),
    "menu_item_without_menu": (
        "The item belongs to no menu.",
        "Пункт не относится ни к одному меню.",
    ),
    "menu_target_unknown": (
        "What it leads to is neither in the file nor an address ({target}).",
        "То, куда он ведёт, не найдено в файле и не является адресом ({target}).",
    ),
    "comment_kind_left_out": (
        "Not said by a person ({type}).",
        "Это не слова человека ({type}).",
    ),
    "comment_state_left_out": (
        "Marked as “{status}” there.",
        "Там помечен как «{status}».",
    ),
    "comment_empty": (
        "The comment has no words.",
        "В комментарии нет слов.",
    ),
    "comment_without_place": (
        "What it belongs to is not imported.",
        "То, к чему он относится, не импортируется.",
    ),
    "item_changed_meanwhile": (
        "It was changed in the meantime and left as it is. Import again to see the difference.",
        "Тем временем это изменили, поэтому оно оставлено как есть. Импортируйте ещё раз, чтобы увидеть разницу.",
    ),
    "needed_item_left_out": (
        "Something it belongs to was left out.",
        "То, к чему это относится, не импортировано.",
    ),
    "bad_value": (
        "This value does not fit: {detail}.",
        "Такое значение не подходит: {detail}.",
    ),
    # -- to know of an item that comes in
    "title_made": (
        "It has no title; it is called “{title}”.",
        "Заголовка нет; назван «{title}».",
    ),
    "title_markup_left_out": (
        "The markup in the title is left out.",
        "Разметка в заголовке опущена.",
    ),
    "not_ghost": (
        "{path} is no export of Ghost: it holds no posts.",
        "{path} — не выгрузка Ghost: в ней нет записей.",
    ),
    "ghost_broken": (
        "{path} is not readable JSON ({detail}). Export it again.",
        "{path} — не читаемый JSON ({detail}). Выгрузите его ещё раз.",
    ),
    "ghost_too_big": (
        "{path} is larger than {limit} MB. Export it in parts.",
        "{path} больше {limit} МБ. Выгрузите его частями.",
    ),
    "ghost_twice": (
        "This text is in the file already; the first one counts.",
        "Этот текст в файле уже есть; учитывается первый.",
    ),
    "ghost_no_html": (
        "The text stands only in Ghost's own form. Open and save it there, then export again.",
        "Текст записан только во внутренней форме Ghost. Откройте и сохраните его там, затем выгрузите ещё раз.",
    ),
    "ghost_left_out": (
        "Left out: {names}.",
        "Опущено: {names}.",
    ),
    "ghost_pictures": (
        "Its pictures are not in the file; their addresses stay.",
        "Изображений в файле нет, остались их адреса.",
    ),
    "ghost_internal_tags": (
        "Internal tags are left out: {names}.",
        "Внутренние метки опущены: {names}.",
    ),
    "ghost_authors": (
        "Further authors: {names}. The first one is kept.",
        "Ещё авторы: {names}. Сохранён первый.",
    ),
    "ghost_members": (
        "Only for “{visibility}” there: a draft here.",
        "Там видно только «{visibility}»: здесь это черновик.",
    ),
    "blocks_unreadable": (
        "The page's blocks in the file cannot be read and are left out.",
        "Блоки страницы в файле не читаются и опущены.",
    ),
    "block_picture_left_out": (
        "Block {number} ({type}): there is no picture “{picture}”; the block comes without it.",
        "Блок {number} ({type}): изображения «{picture}» нет; блок будет без него.",
    ),
    "block_thing_left_out": (
        "Block {number} ({type}): {thing} is not in this shop; the block comes without it.",
        "Блок {number} ({type}): в этом магазине нет {thing}; блок будет без него.",
    ),
    "block_left_out": (
        "Block {number} ({type}) cannot be without a fitting “{field}” and stays out.",
        "Блок {number} ({type}) не может быть без подходящего поля «{field}» и опущен.",
    ),
    "link_leads_nowhere": (
        "A link leads to {link}, which is not in this shop. It stays as it is.",
        "Ссылка ведёт на {link}, а этого в магазине нет. Она остаётся как есть.",
    ),
    "text_cut": (
        "“{field}” is cut to {limit} characters.",
        "Поле «{field}» обрезано до {limit} символов.",
    ),
    "address_changed": (
        "The address “{was}” becomes “{becomes}”.",
        "Адрес «{was}» станет «{becomes}».",
    ),
    "address_pattern": (
        "The address “{value}” is a pattern; the file's name is taken instead.",
        "Адрес «{value}» — шаблон; вместо него взято имя файла.",
    ),
    "address_taken": (
        "The address “{was}” is taken; it becomes “{becomes}”.",
        "Адрес «{was}» занят; будет «{becomes}».",
    ),
    "alias_taken": (
        "The old address “{slug}” leads elsewhere already, or cannot be one.",
        "Старый адрес «{slug}» уже ведёт в другое место или невозможен.",
    ),
    "parent_left_out": (
        "It stands below {id} there; only pages stand below one another here.",
        "Там это вложено в {id}; здесь вкладываются только страницы.",
    ),
    "parent_unknown": (
        "What it stands below is not in the file; it stands at the top.",
        "Того, во что это вложено, в файле нет; оно будет на верхнем уровне.",
    ),
    "parent_not_possible": (
        "It would stand too deep or below itself; it stands at the top.",
        "Оно оказалось бы слишком глубоко или внутри себя; оно будет на верхнем уровне.",
    ),
    "categories_as_tags": (
        "One category is possible; these become tags: {names}.",
        "Категория может быть одна; остальные станут тегами: {names}.",
    ),
    "tags_left_out": (
        "{count} tags are too many and left out.",
        "Тегов слишком много: {count} опущено.",
    ),
    "blocks_as_html": (
        "Made of blocks: the text is kept as HTML, without the marks of the block editor.",
        "Составлено из блоков: текст сохранён как HTML, без пометок редактора блоков.",
    ),
    "shortcodes_kept": (
        "Shortcodes stay as text: {names}.",
        "Шорткоды остаются текстом: {names}.",
    ),
    "components_kept": (
        "Components and imports of MDX stay as text.",
        "Компоненты и импорты MDX остаются текстом.",
    ),
    "elements_cleaned": (
        "Not shown in the shop and left out of the text: {names}.",
        "В магазине не показывается и опущено в тексте: {names}.",
    ),
    "status_as_draft": (
        "Its status there is “{status}”; here it is a draft.",
        "Там состояние «{status}»; здесь это черновик.",
    ),
    "password_left_out": (
        "It was protected by a password. It is a draft here, and the password is not kept.",
        "Там доступ был по паролю. Здесь это черновик, пароль не сохраняется.",
    ),
    "type_as_custom": (
        "Its type “{type}” is not known; it becomes content of a kind of your own.",
        "Тип «{type}» неизвестен; станет контентом собственного вида.",
    ),
    "metas_left_out": (
        "{count} custom fields are not kept: {names}.",
        "Не сохранено произвольных полей: {count} ({names}).",
    ),
    "featured_picture_unknown": (
        "Its picture {id} is not in the file.",
        "Изображения {id} нет в файле.",
    ),
    "picture_not_found": (
        "There is no picture “{path}” beside the text.",
        "Рядом с текстом нет изображения «{path}».",
    ),
    "time_passed": (
        "The planned time {time} has passed; nothing is planned.",
        "Запланированное время {time} прошло; ничего не запланировано.",
    ),
    "date_unreadable": (
        "The date “{value}” cannot be read.",
        "Дата «{value}» не читается.",
    ),
    "differs_by_language": (
        "“{field}” differs between the languages; that of {kept} is taken.",
        "Поле «{field}» различается в разных языках; взято из {kept}.",
    ),
    "edited_elsewhere": (
        "It was edited in another program since the export; what that program knows is taken.",
        "После выгрузки это меняли в другой программе; взято то, что знает она.",
    ),
    "menu_place_guessed": (
        "Its place in the shop is a guess: {place}.",
        "Место меню в магазине выбрано по названию: {place}.",
    ),
    "menu_item_lifted": (
        "Menus are at most {limit} levels deep; the item stands on the last one.",
        "Вложенность меню — не более {limit} уровней; пункт стоит на последнем.",
    ),
    "menu_item_style_left_out": (
        "Its style classes and relations are left out.",
        "Классы оформления и отношения опущены.",
    ),
    "menu_item_words_left_out": (
        "Its description is left out.",
        "Описание пункта опущено.",
    ),
    "comment_personal_data": (
        "The writer's e-mail and network address are not kept.",
        "Почта и сетевой адрес автора не сохраняются.",
    ),
    "reply_left_out": (
        "What it answers is not imported; it stands on its own.",
        "То, на что это ответ, не импортировано; комментарий стоит отдельно.",
    ),
    # -- to know of the whole file
    "authors_by_name": (
        "Authors are kept by name, no accounts are made: {names}.",
        "Авторы сохранены по именам, учётные записи не создаются: {names}.",
    ),
    "categories_left_out": (
        "{count} categories that no text has as its first one are not made: {names}.",
        "Не создано категорий, которые ни у одного текста не первые: {count} ({names}).",
    ),
    "elements_left_out": (
        "Elements nobody knows here are left out: {names}.",
        "Неизвестные элементы опущены: {names}.",
    ),
    "control_characters_removed": (
        "{count} control characters that XML does not allow were removed.",
        "Удалено управляющих символов, недопустимых в XML: {count}.",
    ),
    "other_language": (
        "The file's language is {language}; its texts come in as {locale}. Choose another language if that is wrong.",
        "Язык файла — {language}; тексты импортируются как {locale}. Если это не так, выберите другой язык.",
    ),
    "languages_not_enabled": (
        "These languages are not switched on in the shop; their texts are kept all the same: {languages}.",
        "Эти языки в магазине не включены; тексты на них всё равно сохраняются: {languages}.",
    ),
    "files_left_out": (
        "{count} files are no texts and shown by none: {names}.",
        "Файлов, которые не тексты и нигде не показаны: {count} ({names}).",
    ),
    # -- exports
    "export_exists": (
        "{path} is there already and not empty. Choose another place.",
        "{path} уже существует и не пуст. Выберите другое место.",
    ),
    "export_unwritable": (
        "{path} cannot be written: {detail}.",
        "Не удаётся записать {path}: {detail}.",
    ),
    "export_trash": (
        "{count} in the trash are not in the file.",
        "Не выгружено из корзины: {count}.",
    ),
    "export_comments": (
        "{count} comments are not in the files: Markdown has no place for them.",
        "Комментариев не выгружено: {count}. В Markdown для них нет места.",
    ),
    "export_menus": (
        "{count} menus are not in the files: Markdown has no place for them.",
        "Меню не выгружено: {count}. В Markdown для них нет места.",
    ),
    "export_drafts": (
        "{count} unpublished changes being written are not in the file.",
        "Не выгружено незаконченных правок: {count}.",
    ),
    "export_pictures_missing": (
        "{count} pictures have no file any more.",
        "Изображений без файла: {count}.",
    ),
    "export_languages": (
        "WordPress knows one language: the texts in {languages} come back only here.",
        "В WordPress один язык: тексты на {languages} вернутся только в эту программу.",
    ),
}
