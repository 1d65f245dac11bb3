"""A block in the builder: what is typed, and what the shop has of it. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rustok_desktop.content.pages import BlockView
    from rustok_desktop.gui.operations.block_forms import FieldSpec, TypeForm

Words = dict[str, Any]


@dataclass(slots=True)
class Block:
    """``key`` is its id, or a made-up one until the shop has it. ``texts`` by language."""

    key: str
    type: str
    version: int = 0
    hidden: bool = False
    data: Words = field(default_factory=dict)
    texts: dict[str, Words] = field(default_factory=dict)
    kept_data: Words = field(default_factory=dict)
    kept_texts: dict[str, Words] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    saving: bool = False
    refused: bool = False  # as it is; typing makes it worth another try

    @property
    def new(self) -> bool:
        """The shop does not have it yet."""
        return self.version == 0

    @property
    def dirty(self) -> bool:
        """Something was typed that the shop does not have."""
        return self.new or self.data != self.kept_data or self.texts != self.kept_texts

    def type_data(self, name: str, value: Any) -> None:
        """Another value of a field that is the same in every language."""
        self.refused = False
        _put(self.data, name, value)

    def type_text(self, locale: str, name: str, value: Any) -> None:
        """Another value of a translated field."""
        self.refused = False
        words = self.texts.setdefault(locale, {})
        _put(words, name, value)
        if not words:
            del self.texts[locale]

    def changes(self, form: TypeForm) -> tuple[Words | None, dict[str, Words | None]]:
        """What to tell the shop: data as a whole or None, and the languages that differ."""
        data = told(self.data, form.data) if self.new or self.data != self.kept_data else None
        texts: dict[str, Words | None] = {}
        for locale in sorted({*self.texts, *self.kept_texts}):
            now = self.texts.get(locale)
            if now != self.kept_texts.get(locale):
                texts[locale] = told(now, form.texts) if now else None
        return data, texts

    def keep(self, data: Words, texts: dict[str, Words]) -> None:
        """The shop has this now."""
        self.kept_data, self.kept_texts = deepcopy(data), deepcopy(texts)

    def take(self, view: BlockView) -> bool:
        """What the shop has now. Answers whether another version replaced what is shown; what is typed stays."""
        self.hidden = view.hidden
        if view.version == self.version:
            return False
        self.version = view.version
        typed = self.data != self.kept_data or self.texts != self.kept_texts
        same = view.data == self.kept_data and view.texts == self.kept_texts
        self.keep(view.data, view.texts)
        if typed or same:
            return False
        self.data, self.texts = deepcopy(view.data), deepcopy(view.texts)
        self.problems = {}
        return True

    def words(self, locale: str, fallback: str) -> Words:
        """The texts to show in a language."""
        return self.texts.get(locale) or self.texts.get(fallback) or next(iter(self.texts.values()), {})

    def summary(self, locale: str, fallback: str) -> str:
        """The first words of it, for a list."""
        said = [*_sayings(self.words(locale, fallback).values()), *_sayings(self.data.values())]
        return said[0] if said else ""


def of_view(view: BlockView) -> Block:
    """A block as the shop has it."""
    block = Block(view.id, view.type, view.version, view.hidden, deepcopy(view.data), deepcopy(view.texts))
    block.keep(view.data, view.texts)
    return block


def told(words: Words, fields: tuple[FieldSpec, ...]) -> Words:
    """The fields as a command gives them: those that may be empty but not left out are there."""
    return {spec.name: "" for spec in fields if spec.always} | words


def _put(words: Words, name: str, value: Any) -> None:
    if value is None or value in ("", [], ()):
        words.pop(name, None)
    else:
        words[name] = value


def _sayings(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str) and value.strip() and not value.startswith("media:"):
            yield " ".join(value.split()).lstrip("#>*- ")[:120]
        elif isinstance(value, list):
            yield from _sayings(part if isinstance(part, str) else next(iter(part.values()), "") for part in value)
