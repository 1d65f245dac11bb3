"""What types of blocks, their fields and choices are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# Type: icon, name, one sentence.
TYPES: dict[str, tuple[str, str, str]] = {
    "hero": (
        "monitor",
        str(QT_TRANSLATE_NOOP("Blocks", "Hero")),
        str(QT_TRANSLATE_NOOP("Blocks", "The large opening: a headline, a picture, one button.")),
    ),
    "text": (
        "article",
        str(QT_TRANSLATE_NOOP("Blocks", "Text")),
        str(QT_TRANSLATE_NOOP("Blocks", "Paragraphs, headings and lists, written in Markdown.")),
    ),
    "image": (
        "image",
        str(QT_TRANSLATE_NOOP("Blocks", "Picture")),
        str(QT_TRANSLATE_NOOP("Blocks", "One picture with a caption, as wide as you like.")),
    ),
    "gallery": (
        "grid",
        str(QT_TRANSLATE_NOOP("Blocks", "Gallery")),
        str(QT_TRANSLATE_NOOP("Blocks", "Several pictures in columns.")),
    ),
    "cta": (
        "arrow-right",
        str(QT_TRANSLATE_NOOP("Blocks", "Call to action")),
        str(QT_TRANSLATE_NOOP("Blocks", "A sentence and a button that leads on.")),
    ),
    "features": (
        "check-circle",
        str(QT_TRANSLATE_NOOP("Blocks", "Advantages")),
        str(QT_TRANSLATE_NOOP("Blocks", "What speaks for you, side by side.")),
    ),
    "testimonials": (
        "quote",
        str(QT_TRANSLATE_NOOP("Blocks", "Testimonials")),
        str(QT_TRANSLATE_NOOP("Blocks", "What customers say, with their names.")),
    ),
    "pricing": (
        "dollar",
        str(QT_TRANSLATE_NOOP("Blocks", "Prices")),
        str(QT_TRANSLATE_NOOP("Blocks", "Plans or packages with prices to compare.")),
    ),
    "faq": (
        "help",
        str(QT_TRANSLATE_NOOP("Blocks", "Questions and answers")),
        str(QT_TRANSLATE_NOOP("Blocks", "What people ask most, answered.")),
    ),
    "contact": (
        "user",
        str(QT_TRANSLATE_NOOP("Blocks", "Contact")),
        str(QT_TRANSLATE_NOOP("Blocks", "Mail, phone, address and a map.")),
    ),
    "product_grid": (
        "box",
        str(QT_TRANSLATE_NOOP("Blocks", "Products")),
        str(QT_TRANSLATE_NOOP("Blocks", "Products in columns: the newest, a collection, or chosen ones.")),
    ),
    "newsletter": (
        "mail",
        str(QT_TRANSLATE_NOOP("Blocks", "Newsletter")),
        str(QT_TRANSLATE_NOOP("Blocks", "Visitors leave their address for news.")),
    ),
    "video": (
        "play",
        str(QT_TRANSLATE_NOOP("Blocks", "Video")),
        str(QT_TRANSLATE_NOOP("Blocks", "A film from elsewhere, with a picture before it plays.")),
    ),
    "html": (
        "code",
        str(QT_TRANSLATE_NOOP("Blocks", "HTML")),
        str(QT_TRANSLATE_NOOP("Blocks", "Your own HTML; what could run in it is taken out.")),
    ),
    "spacer": (
        "minus",
        str(QT_TRANSLATE_NOOP("Blocks", "Space")),
        str(QT_TRANSLATE_NOOP("Blocks", "Room between two blocks.")),
    ),
    "code": (
        "command",
        str(QT_TRANSLATE_NOOP("Blocks", "Code")),
        str(QT_TRANSLATE_NOOP("Blocks", "A listing, shown as it is written.")),
    ),
}
_FIELDS = {
    "address": str(QT_TRANSLATE_NOOP("BlockFields", "Postal address")),
    "align": str(QT_TRANSLATE_NOOP("BlockFields", "Alignment")),
    "alt": str(QT_TRANSLATE_NOOP("BlockFields", "Description for those who cannot see it")),
    "amount": str(QT_TRANSLATE_NOOP("BlockFields", "Price")),
    "author": str(QT_TRANSLATE_NOOP("BlockFields", "Who says it")),
    "button": str(QT_TRANSLATE_NOOP("BlockFields", "Button")),
    "caption": str(QT_TRANSLATE_NOOP("BlockFields", "Caption")),
    "captions": str(QT_TRANSLATE_NOOP("BlockFields", "Captions, one per line")),
    "code": str(QT_TRANSLATE_NOOP("BlockFields", "Code")),
    "columns": str(QT_TRANSLATE_NOOP("BlockFields", "Columns")),
    "consent": str(QT_TRANSLATE_NOOP("BlockFields", "Consent")),
    "currency_code": str(QT_TRANSLATE_NOOP("BlockFields", "Currency")),
    "email": str(QT_TRANSLATE_NOOP("BlockFields", "Mail")),
    "highlighted": str(QT_TRANSLATE_NOOP("BlockFields", "Stands out")),
    "html": str(QT_TRANSLATE_NOOP("BlockFields", "HTML")),
    "items": str(QT_TRANSLATE_NOOP("BlockFields", "Entries")),
    "language": str(QT_TRANSLATE_NOOP("BlockFields", "Programming language")),
    "link": str(QT_TRANSLATE_NOOP("BlockFields", "Link")),
    "look": str(QT_TRANSLATE_NOOP("BlockFields", "Look")),
    "map_link": str(QT_TRANSLATE_NOOP("BlockFields", "Link to a map")),
    "phone": str(QT_TRANSLATE_NOOP("BlockFields", "Phone")),
    "picture": str(QT_TRANSLATE_NOOP("BlockFields", "Picture")),
    "pictures": str(QT_TRANSLATE_NOOP("BlockFields", "Pictures")),
    "plans": str(QT_TRANSLATE_NOOP("BlockFields", "Price and link of each entry")),
    "points": str(QT_TRANSLATE_NOOP("BlockFields", "What it includes, one per line")),
    "product_ids": str(QT_TRANSLATE_NOOP("BlockFields", "Chosen products")),
    "role": str(QT_TRANSLATE_NOOP("BlockFields", "Who that is")),
    "shown": str(QT_TRANSLATE_NOOP("BlockFields", "How many")),
    "size": str(QT_TRANSLATE_NOOP("BlockFields", "Size")),
    "source": str(QT_TRANSLATE_NOOP("BlockFields", "Which products")),
    "source_id": str(QT_TRANSLATE_NOOP("BlockFields", "Collection or category")),
    "subtitle": str(QT_TRANSLATE_NOOP("BlockFields", "Below the headline")),
    "text": str(QT_TRANSLATE_NOOP("BlockFields", "Text")),
    "title": str(QT_TRANSLATE_NOOP("BlockFields", "Headline")),
    "width": str(QT_TRANSLATE_NOOP("BlockFields", "Width")),
}
_CHOICES = {
    "category": str(QT_TRANSLATE_NOOP("BlockChoices", "of a category")),
    "center": str(QT_TRANSLATE_NOOP("BlockChoices", "centred")),
    "chosen": str(QT_TRANSLATE_NOOP("BlockChoices", "chosen ones")),
    "collection": str(QT_TRANSLATE_NOOP("BlockChoices", "of a collection")),
    "full": str(QT_TRANSLATE_NOOP("BlockChoices", "full width")),
    "large": str(QT_TRANSLATE_NOOP("BlockChoices", "large")),
    "left": str(QT_TRANSLATE_NOOP("BlockChoices", "left")),
    "medium": str(QT_TRANSLATE_NOOP("BlockChoices", "medium")),
    "newest": str(QT_TRANSLATE_NOOP("BlockChoices", "the newest")),
    "normal": str(QT_TRANSLATE_NOOP("BlockChoices", "as wide as the text")),
    "primary": str(QT_TRANSLATE_NOOP("BlockChoices", "strong")),
    "right": str(QT_TRANSLATE_NOOP("BlockChoices", "right")),
    "secondary": str(QT_TRANSLATE_NOOP("BlockChoices", "quiet")),
    "small": str(QT_TRANSLATE_NOOP("BlockChoices", "small")),
    "wide": str(QT_TRANSLATE_NOOP("BlockChoices", "wider")),
}


def type_icon(block_type: str) -> str:
    """The drawing of a type."""
    return TYPES[block_type][0] if block_type in TYPES else "layers"


def type_name(block_type: str) -> str:
    """What a type is called."""
    return QCoreApplication.translate("Blocks", TYPES[block_type][1]) if block_type in TYPES else block_type


def type_note(block_type: str) -> str:
    """What a type is for."""
    return QCoreApplication.translate("Blocks", TYPES[block_type][2]) if block_type in TYPES else ""


def field_name(name: str) -> str:
    """What a field is called."""
    return QCoreApplication.translate("BlockFields", _FIELDS[name]) if name in _FIELDS else name


def choice_name(value: str) -> str:
    """What a choice is called."""
    return QCoreApplication.translate("BlockChoices", _CHOICES[value]) if value in _CHOICES else value
