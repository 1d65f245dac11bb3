"""What can be done on the Pages & posts page by name and by key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rustok_desktop.gui.actions import Action, always

if TYPE_CHECKING:
    from rustok_desktop.gui.content.content_page import ContentPage

_NEW = str(QT_TRANSLATE_NOOP("ContentActions", "New page or post"))
_SAVE = str(QT_TRANSLATE_NOOP("ContentActions", "Save text"))
_PUBLISH = str(QT_TRANSLATE_NOOP("ContentActions", "Publish or unpublish text"))
_TRASH = str(QT_TRANSLATE_NOOP("ContentActions", "Move text to the trash"))
_VERSIONS = str(QT_TRANSLATE_NOOP("ContentActions", "Versions of the text"))
_CHANGES = str(QT_TRANSLATE_NOOP("ContentActions", "All changes of the text"))
_LINK = str(QT_TRANSLATE_NOOP("ContentActions", "Link to a product, page or post…"))
_PREVIEW = str(QT_TRANSLATE_NOOP("ContentActions", "Show or hide the preview"))

_FOCUS = str(QT_TRANSLATE_NOOP("ContentActions", "Focus on the text"))


def content_actions(page: ContentPage) -> list[Action]:
    """New, save, publish, trash, preview; those of the editor name the text they act on."""

    def text(source: str) -> partial[str]:
        return partial(QCoreApplication.translate, "ContentActions", source)

    def open_() -> bool:
        return page.isVisible() and page.controller.state is not None and page.controller.state.view is not None

    def writing() -> bool:
        return page.isVisible() and page.controller.state is not None

    def target() -> str:
        return page.controller.text("title")

    def preview() -> None:
        page.editor.body.preview_button.toggle()

    alone = ("full screen", "distraction", "фокус", "полный экран")
    past = ("history", "diff", "restore", "история", "вернуть")
    words = ("write", "blog", "article", "написать", "статья", "запись")
    return [
        Action("content.new", text(_NEW), page.begin_here, "products", None, "article", always, words),
        Action("content.save", text(_SAVE), page.controller.commit, "products", None, "save", open_, (), target),
        Action("content.publish", text(_PUBLISH), page.publish_or_not, "products", None, "eye", open_, (), target),
        Action("content.trash", text(_TRASH), page.trash, "products", None, "trash", open_, (), target),
        Action(
            "content.versions", text(_VERSIONS), page.past.show_version, "products", None, "clock", open_, past, target
        ),
        Action(
            "content.changes", text(_CHANGES), page.past.show_changes, "products", None, "clock", open_, past, target
        ),
        Action("content.link", text(_LINK), page.editor.body.ask_link, "products", None, "link", writing),
        Action("content.focus", text(_FOCUS), page.focus.toggle, "view", "F11", "pencil", writing, alone),
        Action("content.preview", text(_PREVIEW), preview, "view", None, "eye", page.isVisible),
    ]
