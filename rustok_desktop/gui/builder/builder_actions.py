"""What can be done in the page builder by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rustok_desktop.gui.actions import Action
from rustok_desktop.gui.builder.block_texts import type_name

if TYPE_CHECKING:
    from rustok_desktop.gui.builder.builder_page import BuilderPage

_ADD = str(QT_TRANSLATE_NOOP("BuilderActions", "Add a block to the page"))
_COPY = str(QT_TRANSLATE_NOOP("BuilderActions", "Duplicate block"))
_HIDE = str(QT_TRANSLATE_NOOP("BuilderActions", "Hide or show block"))
_REMOVE = str(QT_TRANSLATE_NOOP("BuilderActions", "Remove block"))


def builder_actions(page: BuilderPage) -> list[Action]:
    """Add, duplicate, hide, remove; those on a block name it."""

    def text(source: str) -> partial[str]:
        return partial(QCoreApplication.translate, "BuilderActions", source)

    def open_() -> bool:
        return page.isVisible() and page.controller.page is not None

    def chosen() -> bool:
        return open_() and page.controller.block is not None

    def target() -> str:
        block = page.controller.block
        return type_name(block.type) if block is not None else ""

    def act(name: str) -> partial[None]:
        return partial(page.act, name)

    words = ("block", "builder", "page", "блок", "страница", "конструктор")
    return [
        Action("builder.add", text(_ADD), page.add, "products", None, "plus", open_, words),
        Action("builder.copy", text(_COPY), act("duplicate"), "products", None, "copy", chosen, words, target),
        Action("builder.hide", text(_HIDE), act("hide"), "products", None, "eye-off", chosen, words, target),
        Action("builder.remove", text(_REMOVE), act("remove"), "products", None, "trash", chosen, words, target),
    ]
