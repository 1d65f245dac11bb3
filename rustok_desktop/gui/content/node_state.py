"""What is being written about one node, beside what was loaded. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from rustok_desktop.content.views import NodeDraft, NodeView

_FIRST_WORDS = 60
FIELDS = ("title", "slug", "excerpt", "meta_title", "meta_description", "body")


@dataclass(slots=True)
class NodeState:
    """``view`` is None for a node that was never saved. ``typed`` holds what the database does not have yet.

    ``sent`` are the language and words of a save under way, ``beginning`` says that the node is being made.
    """

    view: NodeView | None
    kind: str
    locale: str
    typed: dict[str, dict[str, str]] = field(default_factory=dict)
    beginning: bool = False
    sent: tuple[str, dict[str, Any]] | None = None

    @property
    def id(self) -> str | None:
        """The node's id, None while it is new."""
        return self.view.id if self.view is not None else None

    def text(self, name: str) -> str:
        """What a field shows in the chosen language: typed, else drafted, else said."""
        typed = self.typed.get(self.locale, {})
        if name in typed:
            return typed[name]
        if self.view is None:
            return ""
        draft = self.view.drafts.get(self.locale)
        if draft is not None:
            return getattr(draft, name) or ""
        said = self.view.translations.get(self.locale)
        return getattr(said, name) or "" if said is not None else ""

    def said(self, name: str, locale: str) -> str:
        """What the node says, without drafts."""
        text = self.view.translations.get(locale) if self.view is not None else None
        return getattr(text, name) or "" if text is not None else ""

    def type(self, name: str, text: str) -> bool:
        """Something was typed; false when it shows that already."""
        if self.text(name) == text:
            return False
        self.typed.setdefault(self.locale, {})[name] = text
        return True

    def name_by_words(self) -> None:
        """A new node without a title gets its first words for one: without any it could not be kept."""
        if self.view is not None or self.beginning or any(words.get("title") for words in self.typed.values()):
            return
        for locale, words in self.typed.items():
            body = words.get("body", "").strip()
            if body:
                from rustok_desktop.content.markdown import excerpt

                self.locale = locale
                words["title"] = excerpt(body, _FIRST_WORDS) or body[:_FIRST_WORDS]
                return

    @property
    def unkept(self) -> bool:
        """Something typed has not reached the database."""
        return any(self.typed.values())

    @property
    def drafted(self) -> bool:
        """Something differs from what the node says."""
        return self.unkept or (self.view is not None and bool(self.view.drafts))

    def words(self, locale: str) -> dict[str, Any]:
        """The typed fields of a language for a command; an empty one is None, but for the title of a draft."""
        return {name: text or None for name, text in self.typed.get(locale, {}).items()}

    def unsent(self, locale: str) -> dict[str, Any]:
        """The same without what is being saved: kept beside that, it would come back as a draft of nothing."""
        sent = self.sent[1] if self.sent is not None and self.sent[0] == locale else {}
        return {name: text for name, text in self.words(locale).items() if name not in sent or sent[name] != text}

    def begun(self, view: NodeView, locale: str, words: dict[str, Any]) -> None:
        """These words are what the node says now."""
        self._drop(locale, words)
        self.show(view)

    def kept(self, locale: str, words: dict[str, Any]) -> None:
        """These words are in the database now, as a draft; what was typed meanwhile stays."""
        if self.view is not None:
            draft = self._draft(self.view, locale, words)
            self.view = replace(self.view, drafts={**self.view.drafts, locale: draft})
        self._drop(locale, words)

    def _drop(self, locale: str, words: dict[str, Any]) -> None:
        typed = self.typed.get(locale, {})
        for name, text in words.items():
            if name in typed and (typed[name] or None) == text:
                del typed[name]
        if not typed:
            self.typed.pop(locale, None)

    def _draft(self, view: NodeView, locale: str, words: dict[str, Any]) -> NodeDraft:
        base = view.drafts.get(locale) or view.translations.get(locale)
        fields = {name: words.get(name, getattr(base, name, None)) for name in FIELDS}
        return NodeDraft(
            locale, **fields, format=getattr(base, "format", "markdown"), based_on=view.version, updated_at=""
        )

    def show(self, view: NodeView) -> None:
        """The node as it is now."""
        self.view, self.kind = view, view.kind

    def moves(self) -> str | None:
        """The old address that a redirect will keep, when a public one is being changed."""
        if self.view is None or self.view.published_at is None:
            return None
        was, becomes = self.said("slug", self.locale), self.text("slug")
        return was if was and becomes and was != becomes else None
