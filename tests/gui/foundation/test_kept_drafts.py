"""What was typed stays with its thing, and only the answer to the last question counts."""

from __future__ import annotations

from dataclasses import dataclass

from rustok_desktop.gui.kept_drafts import KeptDrafts


@dataclass
class Typed:
    """Text typed into the thing ``id``."""

    id: str | None
    text: str = ""

    @property
    def dirty(self) -> bool:
        return bool(self.text)


def test_what_was_typed_is_not_replaced_by_what_was_loaded() -> None:
    drafts: KeptDrafts[Typed] = KeptDrafts()
    first = drafts.loaded(Typed("a"))
    second = drafts.loaded(Typed("a"))
    assert second is not first
    second.text = "Bowl"
    assert drafts.loaded(Typed("a")) is second
    drafts.forget("a")
    assert drafts.loaded(Typed("a")) is not second


def test_a_new_thing_goes_unless_something_was_typed_into_it() -> None:
    drafts: KeptDrafts[Typed] = KeptDrafts()
    begun = drafts.keep(Typed(None))
    begun.text = "Mug"
    drafts.choose("a")
    assert drafts.new is begun
    begun.text = ""
    drafts.choose("a")
    assert drafts.new is None


def test_only_the_last_question_about_the_chosen_thing_is_awaited() -> None:
    drafts: KeptDrafts[Typed] = KeptDrafts()
    drafts.choose("a")
    early, late = drafts.ask(), drafts.ask()
    assert [drafts.awaits(early, "a"), drafts.awaits(late, "a"), drafts.awaits(late, "b")] == [False, True, False]
    drafts.leave()
    assert drafts.chosen is None
    assert not drafts.awaits(late, "a")


def test_a_thing_that_is_gone_takes_its_text_along() -> None:
    drafts: KeptDrafts[Typed] = KeptDrafts()
    lost = drafts.keep(Typed("a", "Bowl"))
    drafts.choose("a")
    drafts.lose()
    assert drafts.chosen is None
    assert drafts.loaded(Typed("a")) is not lost
