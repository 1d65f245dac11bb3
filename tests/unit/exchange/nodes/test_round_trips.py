"""Whatever people write comes back from both formats exactly as it was."""

from __future__ import annotations

import io
import json
from pathlib import Path, PurePosixPath
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.content.views import NodeText, NodeView
from rustok_desktop.core.clock import utc_now
from rustok_desktop.exchange.nodes.drafts import NodeDraft
from rustok_desktop.exchange.nodes.export_reading import ExportedNode
from rustok_desktop.exchange.nodes.front_matter import parse
from rustok_desktop.exchange.nodes.markdown_names import read_name
from rustok_desktop.exchange.nodes.markdown_nodes import PageMapper
from rustok_desktop.exchange.nodes.markdown_pages import read_page
from rustok_desktop.exchange.nodes.markdown_pictures import PicturesBeside
from rustok_desktop.exchange.nodes.markdown_writer import page_file
from rustok_desktop.exchange.nodes.wxr_files import FilesBeside
from rustok_desktop.exchange.nodes.wxr_nodes import NodeMapper
from rustok_desktop.exchange.nodes.wxr_written import ItemWriter
from rustok_desktop.exchange.nodes.wxr_xml import xml
from rustok_desktop.exchange.nodes.xml_stream import ChannelReader

HOSTILE = st.sampled_from(
    [
        *("]]>", "<![CDATA[", "-->", "&amp;", "&#1;", "\x00", "\x01", "\x0b", "\x85", "\u2028", "\ufeff", "\ufffe"),
        *("---", "+++", "\n", "\r", "\t", "'", '"', ": ", "# ", "- ", "!!int 3", "&a", "*a", "{{< x >}}", "%"),
        *("[gallery]", "😀"),
        *("<script>", "<!-- wp:p -->", "no", "012", "א", "é", " ", "|", ">", "media:x", "wp-content/uploads/x"),
    ]
)
TEXTS = st.lists(HOSTILE | st.text(st.characters(exclude_categories=("Cs",)), max_size=6), max_size=8).map("".join)
LINES = TEXTS.map(str.strip).filter(bool)
BODIES = TEXTS.map(lambda text: text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")).filter(str.strip)
TIMES = st.none() | st.just("2024-05-01T10:00:00.123456Z")


def maybe(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | strategy


@st.composite
def texts(draw: st.DrawFn, locale: str) -> NodeText:
    return NodeText(
        locale,
        draw(LINES),
        f"slug-{locale}",
        draw(maybe(LINES)),
        draw(maybe(LINES)),
        draw(maybe(LINES)),
        draw(maybe(BODIES)),
        draw(st.sampled_from(("markdown", "html", "plain", "json"))),
    )


@st.composite
def views(draw: st.DrawFn) -> NodeView:
    locales = draw(st.sets(st.sampled_from(("en", "ru")), min_size=1))
    status = draw(st.sampled_from(("draft", "published", "archived")))
    return NodeView(
        id="01890000-0000-7000-8000-000000000001",
        kind=draw(st.sampled_from(("post", "page", "article", "custom"))),
        status=status,
        parent_id=None,
        author_id=None,
        author_name=draw(maybe(LINES)),
        category_id=None,
        position=draw(st.integers(0, 9)),
        depth=0,
        reply_count=0,
        template=draw(maybe(LINES)),
        featured_media_id=None,
        moderation=None,
        archive_reason=draw(maybe(LINES)) if status == "archived" else None,
        version=1,
        created_at="2024-01-02T03:04:05.678901Z",
        updated_at="2024-01-02T03:04:05.678901Z",
        published_at=draw(TIMES),
        archived_at=None,
        publish_at=None,
        unpublish_at=None,
        deleted_at=None,
        tags=tuple(draw(st.lists(LINES, max_size=3))),
        metadata=draw(st.dictionaries(TEXTS, TEXTS | st.integers(0, 9) | st.lists(TEXTS, max_size=2), max_size=3)),
        translations={locale: draw(texts(locale)) for locale in locales},
    )


class ShopOfOne:
    """Stands in for what an export reads: no pictures, no categories, no comments."""

    locale = "en"

    def picture(self, _media_id: str) -> None:
        return None

    def rewritten(self, text: str | None, _place: str) -> str | None:
        return text

    def comments(self, _node_id: str) -> list[NodeView]:
        return []


class NumberOne:
    def of(self, _thing_id: str) -> int:
        return 1


class MemoryFile:
    name = "o.xml"

    def __init__(self, text: str) -> None:
        self._data = text.encode()

    def open(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self._data)


def same(view: NodeView, draft: NodeDraft) -> None:
    assert draft.exact
    assert (draft.own_id, draft.kind, draft.status) == (view.id, view.kind, view.status)
    assert draft.metadata == view.metadata
    assert draft.fields["tags"] == list(view.tags)
    assert (draft.fields["author_name"], draft.fields["template"]) == (view.author_name, view.template)
    assert (draft.fields["position"], draft.archive_reason) == (view.position, view.archive_reason)
    assert (draft.published_at, draft.created_at) == (view.published_at, view.created_at)
    assert draft.texts.keys() == view.translations.keys()
    for locale, text in view.translations.items():
        words = draft.texts[locale]
        for name in ("title", "slug", "excerpt", "meta_title", "meta_description", "body"):
            assert words.get(name) == getattr(text, name), name
        if text.body is not None:
            assert words["format"] == text.format


def through_wxr(view: NodeView, edit: Any = None) -> NodeDraft:
    writer = ItemWriter(ShopOfOne(), NumberOne(), "https://shop.invalid", {})  # type: ignore[arg-type]
    item = writer.item(ExportedNode(view))
    assert item is not None
    text = f"<rss><channel>{xml(item)}</channel></rss>"
    (read,) = ChannelReader(MemoryFile(edit(text) if edit else text)).parts()  # type: ignore[arg-type]
    mapper = NodeMapper("en", {}, FilesBeside(Path("/nowhere")), lambda number: f"wxr:x#{number}", {})
    return mapper.node(read, {"key": "wxr:x#1", "title": "", "line": 1})


@given(views())
def test_a_node_comes_back_from_wordpress_files(view: NodeView) -> None:
    same(view, through_wxr(view))


@given(views())
def test_a_node_comes_back_from_markdown(view: NodeView) -> None:
    node, files = ExportedNode(view), []
    for locale in sorted(view.translations, key=lambda locale: (locale != "en", locale)):
        data = page_file(ShopOfOne(), {}, node, view.translations[locale])  # type: ignore[arg-type]
        text = data.decode().replace("\r\n", "\n").replace("\r", "\n")
        name = f"posts/x.{locale}.md"
        files.append((locale, read_page(name, read_name(PurePosixPath(name), {"en", "ru"}), parse(text))))
    mapper = PageMapper("en", utc_now(), PicturesBeside(Path("/nowhere")), Path("/nowhere"))
    same(view, mapper.node(files))


@given(views())
def test_what_others_edited_since_the_export_counts(view: NodeView) -> None:
    def edit(text: str) -> str:
        return text.replace("<wp:post_name>", "<wp:post_name>x", 1)

    draft = through_wxr(view, edit)
    assert [note.code for note in draft.notes if note.code == "edited_elsewhere"] == ["edited_elsewhere"]
    assert (draft.own_id, draft.exact) == (view.id, False)


def test_metas_of_others_go_out_again() -> None:
    view = NodeView(
        "01890000-0000-7000-8000-000000000001", "post", "draft", None, None, None, None, 0, 0, 0, None, None, None,
        None, 1, "2024-01-02T03:04:05.678901Z", "2024-01-02T03:04:05.678901Z", None, None, None, None, None,
        metadata={"wordpress": {"metas": {"colour": "red", "sizes": ["S", "M"]}, "sticky": True}},
        translations={"en": NodeText("en", "A", "a")},
    )  # fmt: skip
    writer = ItemWriter(ShopOfOne(), NumberOne(), "https://shop.invalid", {})  # type: ignore[arg-type]
    item = writer.item(ExportedNode(view))
    assert item is not None
    metas = [(meta.value("wp:meta_key"), meta.value("wp:meta_value")) for meta in item.all("wp:postmeta")]
    assert [pair for pair in metas if pair[0] != "_rustok"] == [("colour", "red"), ("sizes", "S"), ("sizes", "M")]
    assert item.value("wp:is_sticky") == "1"
    assert json.loads(dict(metas)["_rustok"])["metadata"] == view.metadata
