"""Where an import is taken up again."""

from __future__ import annotations

_CONTENT = frozenset({"markdown", "wxr", "ghost"})
_TEXTS = frozenset({"xliff", "texts-csv"})


def page_of(form: str) -> str:
    """The page that reads files of this format."""
    if form in _CONTENT:
        return "import-content"
    return "translations" if form in _TEXTS else "import"


def things_of(form: str) -> str:
    """The page with what came from them."""
    return {"import-content": "content", "translations": "translations"}.get(page_of(form), "products")
