"""Nodes in words, like products: a builder never changes, each word gives a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rustok_desktop.content.kinds import WrittenKind
from rustok_desktop.content.schemas import CreateNode


@dataclass(frozen=True, slots=True)
class NodeBuilder:
    """A new node; without further words a post called "Post", a draft."""

    _kind: WrittenKind = "post"
    _texts: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: {"en": {"title": "Post"}})
    _fields: Mapping[str, Any] = field(default_factory=dict)

    def of_kind(self, kind: WrittenKind) -> NodeBuilder:
        """page, article, custom…"""
        return replace(self, _kind=kind)

    def titled(self, title: str, *, locale: str = "en") -> NodeBuilder:
        """The title in a language."""
        return self._text(locale, title=title)

    def written(self, body: str, *, locale: str = "en", form: str = "markdown") -> NodeBuilder:
        """The body in a language that has a title."""
        return self._text(locale, body=body, format=form)

    def with_slug(self, slug: str, *, locale: str = "en") -> NodeBuilder:
        """The address; without one it is made from the title."""
        return self._text(locale, slug=slug)

    def tagged(self, *tags: str) -> NodeBuilder:
        """Its tags."""
        return self.having(tags=tags)

    def by(self, author: str) -> NodeBuilder:
        """The author's name."""
        return self.having(author_name=author)

    def published(self) -> NodeBuilder:
        """Public from the start."""
        return self.having(publish=True)

    def having(self, **fields: Any) -> NodeBuilder:
        """Any other fields of the command."""
        return replace(self, _fields={**self._fields, **fields})

    def build(self) -> CreateNode:
        """The command; pydantic's error for words that no command may hold."""
        return CreateNode.model_validate({"kind": self._kind, "translations": self._texts, **self._fields})

    def _text(self, locale: str, **words: Any) -> NodeBuilder:
        return replace(self, _texts={**self._texts, locale: {**self._texts.get(locale, {}), **words}})


def a_node() -> NodeBuilder:
    """Begin a node."""
    return NodeBuilder()
