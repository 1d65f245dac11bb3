"""Commands on menus and their items."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from rustok_desktop.content.schemas import Command, Index, Title
from rustok_desktop.core import limits

Location = Literal["header", "footer", "sidebar", "mobile"]
TargetKind = Literal["page", "post", "article", "product", "category", "address"]


class MenuTarget(Command):
    """Where an item leads: to a thing of the shop by its ``id``, or to an ``address``."""

    kind: TargetKind
    id: str | None = None
    address: Annotated[str, StringConstraints(strip_whitespace=True, max_length=limits.URL)] | None = None


class CreateMenu(Command):
    """A new menu, named in at least one language."""

    location: Location
    titles: dict[str, Title]


class MenuCommand(Command):
    """An act on one menu."""

    menu_id: str
    base_version: int | None = None


class UpdateMenu(MenuCommand):
    """Another place in the shop, other names by language; ``None`` takes a language away."""

    location: Location | None = None
    titles: dict[str, Title | None] = Field(default_factory=dict)


class AddMenuItem(Command):
    """A new item in a menu, or below another item of it, at ``index`` or last."""

    parent_id: str
    titles: dict[str, Title]
    target: MenuTarget
    new_window: bool = False
    index: Index | None = None


class MenuItemCommand(Command):
    """An act on one item."""

    item_id: str
    base_version: int | None = None


class UpdateMenuItem(MenuItemCommand):
    """Other names by language, another target."""

    titles: dict[str, Title | None] = Field(default_factory=dict)
    target: MenuTarget | None = None
    new_window: bool | None = None


class MoveMenuItem(MenuItemCommand):
    """Below the menu or another item of the same menu; ``index`` counts the others there, None is last."""

    parent_id: str
    index: Index | None = None
