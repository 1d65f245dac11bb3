"""What is being typed about one collection, beside what was loaded. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from rustok_desktop.commerce.collections_views import CollectionView, ConditionView, RuleView

Words = tuple[str, str]  # title, handle


@dataclass(slots=True)
class CollectionDraft:
    """``view`` is None for a collection that was never saved."""

    view: CollectionView | None
    rule: RuleView | None
    words: dict[str, Words] = field(default_factory=dict)

    @classmethod
    def of(cls, view: CollectionView) -> CollectionDraft:
        """What was loaded, untouched."""
        return cls(view, view.rule, _words(view))

    @classmethod
    def new(cls, kind: str) -> CollectionDraft:
        """Nothing yet; a rule begins with one condition to fill in."""
        rule = RuleView("all", (ConditionView("tag", "is", ""),)) if kind == "rule" else None
        return cls(None, rule)

    @property
    def id(self) -> str | None:
        """The collection's id, None while it is new."""
        return self.view.id if self.view is not None else None

    @property
    def by_rule(self) -> bool:
        """Whether a rule chooses the products."""
        return self.rule is not None

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what was loaded."""
        if self.view is None:
            return any(title or handle for title, handle in self.words.values())
        return bool(self.changed_words()) or self.rule != self.view.rule

    def copy(self) -> CollectionDraft:
        """As it stands now, for instance when it is sent to be saved."""
        return CollectionDraft(self.view, self.rule, dict(self.words))

    def bring(self, fresh: CollectionDraft, sent: CollectionDraft) -> None:
        """Put what was typed here since ``sent`` upon ``fresh``, which says what was saved."""
        for locale, (title, handle) in self.words.items():
            saved = fresh.words.get(locale, ("", ""))
            fresh.words[locale] = (
                saved[0] if title == sent.title(locale) else title,
                saved[1] if handle == sent.handle(locale) else handle,
            )
        if self.rule != sent.rule:
            fresh.rule = self.rule

    def title(self, locale: str) -> str:
        """The title in ``locale``."""
        return self.words.get(locale, ("", ""))[0]

    def handle(self, locale: str) -> str:
        """The handle in ``locale``; empty: made from the title."""
        return self.words.get(locale, ("", ""))[1]

    def set_words(self, locale: str, title: str, handle: str) -> None:
        """What was typed."""
        self.words[locale] = (title.strip(), handle.strip())

    def changed_words(self) -> tuple[tuple[str, str, str], ...]:
        """(locale, title, handle) of the languages that differ and have a title."""
        loaded = _words(self.view) if self.view is not None else {}
        return tuple(
            (locale, title, handle)
            for locale, (title, handle) in self.words.items()
            if title and loaded.get(locale) != (title, handle)
        )


def _words(view: CollectionView) -> dict[str, Words]:
    return {locale: (words.title, words.handle) for locale, words in view.translations.items()}
