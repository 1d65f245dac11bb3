"""Sentences about pages, posts, menus and discussions: code -> (English, Russian)."""

from __future__ import annotations

WORDS = {
    "node": "материал",
    "post": "запись",
    "page": "страница",
    "article": "статья",
    "custom": "материал",
    "block": "блок",
    "menu": "меню",
    "menu_item": "пункт меню",
    "forum_category": "раздел форума",
    "forum_topic": "тема форума",
    "forum_reply": "ответ",
    "comment": "комментарий",
    "redirect": "перенаправление",
    "published": "опубликован",
    "restore_to_draft": "вернуть в черновики",
    "schedule": "запланировать",
    "pending": "ждёт проверки",
    "approved": "одобрен",
    "rejected": "отклонён",
    "hidden": "скрыт",
    "approve": "одобрить",
    "reject": "отклонить",
    "hide": "скрыть",
    "open": "открыто",
    "closed": "закрыто",
    "close": "закрыть",
    "reopen": "открыть снова",
}

CATALOG: dict[str, tuple[str, str]] = {
    "no_node_translations": (
        "A title is needed in at least one language.",
        "Нужен заголовок хотя бы на одном языке.",
    ),
    "node_exists": (
        "There is something with this id already.",
        "Материал с таким идентификатором уже есть.",
    ),
    "unknown_parent": (
        "The parent is not there, or is of another kind.",
        "Родительского материала нет, или он другого вида.",
    ),
    "node_cycle": (
        "A page cannot be moved below itself.",
        "Страницу нельзя переместить внутрь неё самой.",
    ),
    "node_too_deep": (
        "Pages may be at most {limit} levels deep.",
        "Вложенность страниц — не более {limit} уровней.",
    ),
    "unknown_category": (
        "This category is not there any more.",
        "Такой категории больше нет.",
    ),
    "duplicate_slug_trash": (
        "The address “{slug}” belongs to “{holder}” in the trash. Restore or delete that first.",
        "Адрес «{slug}» занят: «{holder}» в корзине. Сначала восстановите или удалите этот материал.",
    ),
    "cannot_trash_published": (
        "Unpublish or archive it first.",
        "Сначала снимите с публикации или уберите в архив.",
    ),
    "bad_time": (
        "“{value}” is not a point in time.",
        "«{value}» — не дата и время.",
    ),
    "time_in_past": (
        "This time has passed. Publish at once, or choose a later one.",
        "Это время уже прошло. Опубликуйте сразу или выберите более позднее.",
    ),
    "unpublish_before_publish": (
        "The end of publication must be after its beginning.",
        "Снятие с публикации должно быть позже публикации.",
    ),
    "already_published": (
        "It is published already: only the end of publication can be scheduled.",
        "Материал уже опубликован: можно запланировать только снятие с публикации.",
    ),
    "not_published_no_end": (
        "Only what is published, or will be, can end.",
        "Снять с публикации можно только то, что опубликовано или запланировано.",
    ),
    "nothing_scheduled": (
        "Nothing is scheduled.",
        "Ничего не запланировано.",
    ),
    "no_draft": (
        "There is no draft to publish.",
        "Черновика нет.",
    ),
    "metadata_too_big": (
        "The additional data is too long: at most {limit} characters.",
        "Слишком много дополнительных данных: не более {limit} знаков.",
    ),
    "too_many_node_tags": (
        "At most {limit} tags fit here.",
        "Меток может быть не более {limit}.",
    ),
    "bad_json_body": (
        "The text is marked as JSON, but it is not JSON.",
        "Текст помечен как JSON, но это не JSON.",
    ),
    "redirect_to_live": (
        "The address “{slug}” is in use by “{holder}”: a redirect from it would never be followed.",
        "Адрес «{slug}» занят: «{holder}». Перенаправление с него не сработает.",
    ),
    "redirect_exists": (
        "The address “{slug}” already leads to “{holder}”.",
        "Адрес «{slug}» уже ведёт на «{holder}».",
    ),
    "thread_closed": (
        "This discussion is closed.",
        "Обсуждение закрыто.",
    ),
    "thread_archived": (
        "This discussion is in the archive.",
        "Обсуждение в архиве.",
    ),
    "thread_locked": (
        "Only staff can reply here.",
        "Отвечать здесь могут только сотрудники.",
    ),
    "unknown_comment": (
        "What this answers is not in this discussion.",
        "Того, на что это ответ, в этом обсуждении нет.",
    ),
    "menu_cycle": (
        "An item cannot be moved below itself.",
        "Пункт нельзя переместить внутрь него самого.",
    ),
    "menu_too_deep": (
        "Menus may be at most {limit} levels deep.",
        "Вложенность меню — не более {limit} уровней.",
    ),
    "other_menu": (
        "An item stays in its menu.",
        "Пункт нельзя переместить в другое меню.",
    ),
    "too_many_menu_items": (
        "A menu has room for {limit} items.",
        "В меню может быть не более {limit} пунктов.",
    ),
    "unknown_target": (
        "What this item leads to is not there any more.",
        "Того, на что ведёт этот пункт, больше нет.",
    ),
    "bad_address": (
        "An address begins with https://, mailto:, tel:, / or #.",
        "Адрес начинается с https://, mailto:, tel:, / или #.",
    ),
    "too_many_blocks": (
        "A page has room for {limit} blocks.",
        "На странице может быть не более {limit} блоков.",
    ),
    "too_many_items": (
        "At most {limit} fit here.",
        "Здесь помещается не более {limit}.",
    ),
    "unknown_block_field": (
        "This type of block has no such field.",
        "У блоков этого типа такого поля нет.",
    ),
    "bad_block_field": (
        "This does not fit here.",
        "Такое значение здесь не подходит.",
    ),
    "no_source_text": (
        "There is no text in the shop's own language to compare with.",
        "Нет текста на основном языке магазина, с которым можно сравнить.",
    ),
}
