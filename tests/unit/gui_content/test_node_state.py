"""What is typed, kept as a draft, and said: which of them a field shows."""

from __future__ import annotations

from dataclasses import replace

from rustok_desktop.content.views import NodeDraft, NodeText, NodeView
from rustok_desktop.gui.content.node_state import NodeState


def view(**fields: object) -> NodeView:
    plain = dict.fromkeys(
        ("parent_id", "author_id", "author_name", "category_id", "template", "featured_media_id", "moderation",
         "archive_reason", "published_at", "archived_at", "publish_at", "unpublish_at", "deleted_at")
    )  # fmt: skip
    made = NodeView(
        id="n1", kind="post", status="draft", position=0, depth=0, reply_count=0, version=3,
        created_at="2026-11-01T10:00:00.000000Z", updated_at="2026-11-01T10:00:00.000000Z",
        translations={"en": NodeText("en", "Hello", "hello", body="Text")}, **plain,
    )  # fmt: skip
    return replace(made, **fields)


def test_typed_before_drafted_before_said() -> None:
    state = NodeState(view(), "post", "en")
    assert (state.text("title"), state.text("excerpt"), state.drafted) == ("Hello", "", False)
    draft = NodeDraft("en", "Drafted", "hello", None, None, None, "Text", "markdown", 3, "")
    state.show(view(drafts={"en": draft}))
    assert (state.text("title"), state.drafted, state.unkept) == ("Drafted", True, False)
    assert state.type("title", "Typed")
    assert not state.type("title", "Typed")
    assert (state.text("title"), state.unkept) == ("Typed", True)
    assert state.said("title", "en") == "Hello"


def test_what_is_typed_while_it_is_being_kept_stays() -> None:
    state = NodeState(view(), "post", "en")
    state.type("title", "A")
    state.type("body", "")
    sent = state.words("en")
    assert sent == {"title": "A", "body": None}
    state.type("title", "AB")
    state.kept("en", sent)
    assert state.words("en") == {"title": "AB"}
    state.kept("en", {"title": "AB"})
    assert not state.unkept
    assert state.drafted
    assert (state.text("title"), state.text("body"), state.text("slug")) == ("AB", "", "hello")
    assert state.said("title", "en") == "Hello"


def test_each_language_for_itself() -> None:
    state = NodeState(view(), "post", "en")
    state.type("title", "Hi")
    state.locale = "ru"
    assert state.text("title") == ""
    state.type("title", "Привет")
    assert state.words("en") == {"title": "Hi"}
    assert state.words("ru") == {"title": "Привет"}


def test_only_an_address_that_was_public_keeps_a_redirect() -> None:
    state = NodeState(view(), "post", "en")
    state.type("slug", "hi")
    assert state.moves() is None
    state.show(view(published_at="2026-11-02T10:00:00.000000Z"))
    assert state.moves() == "hello"
    state.type("slug", "hello")
    assert state.moves() is None


def test_a_new_one_has_no_words_yet() -> None:
    state = NodeState(None, "page", "en")
    assert (state.id, state.text("title"), state.drafted) == (None, "", False)
