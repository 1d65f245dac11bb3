"""Ghost's JSON: its posts and pages, and what of it stays out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes import ghost_reader
from rustok_desktop.exchange.nodes.schemas import ContentAction
from rustok_desktop.exchange.schemas import Tally

from .conftest import Content

POSTS: list[dict[str, Any]] = [
    {"id": "1", "uuid": "u1", "title": "Kiln", "slug": "kiln", "status": "published", "visibility": "public",
     "html": '<p>Hot <img src="__GHOST_URL__/content/images/a.png"></p>', "published_at": "2024-05-01T10:00:00.000Z",
     "custom_excerpt": "Short", "type": "post"},
    {"id": "2", "uuid": "u2", "title": "About", "slug": "about", "page": 1, "status": "draft", "html": "<p>Us</p>"},
    {"id": "3", "uuid": "u3", "title": "Paid", "slug": "paid", "status": "published", "visibility": "paid",
     "html": "<p>Secret</p>", "published_at": 1714557600000},
    {"id": "4", "uuid": "u4", "title": "Soon", "slug": "soon", "status": "scheduled", "html": "<p>x</p>",
     "published_at": "2999-01-01 00:00:00"},
    {"id": "5", "uuid": "u5", "title": "Inner", "slug": "inner", "status": "published", "lexical": "{}"},
    {"id": "7", "uuid": "u7", "title": "Undated", "slug": "undated", "status": "published", "html": "<p>x</p>"},
    {"id": "6", "uuid": "u1", "title": "Again", "slug": "again", "html": "<p>x</p>"},
]  # fmt: skip
DATA: dict[str, Any] = {
    "posts": POSTS,
    "posts_meta": [{"post_id": "1", "meta_title": "Search", "meta_description": "For"}],
    "tags": [{"id": "t1", "name": "Wood"}, {"id": "t2", "name": "#hidden"}, {"id": "t3", "name": "Ash"}],
    "posts_tags": [
        {"post_id": "1", "tag_id": "t3", "sort_order": 1},
        {"post_id": "1", "tag_id": "t1", "sort_order": 0},
        {"post_id": "1", "tag_id": "t2", "sort_order": 2},
    ],
    "users": [{"id": "a1", "name": "Nina"}, {"id": "a2", "name": "Ole"}],
    "posts_authors": [{"post_id": "1", "author_id": "a1"}, {"post_id": "1", "author_id": "a2", "sort_order": 1}],
    "members": [{"id": "m1"}],
}


def write(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8-sig")
    return path


async def test_posts_and_pages_come_in_once(content: Content, tmp_path: Path) -> None:
    path = write(tmp_path / "ghost.json", {"db": [{"meta": {"version": "6.0.0"}, "data": DATA}]})
    report = await content.bring_in(path)
    assert (report.tally, report.found.format, report.found.version) == (Tally(created=5, rejected=2), "ghost", "6.0.0")
    assert report.found.notes == ("Left out: members (1).",)
    nodes = content.platform.nodes
    kiln = (await nodes.get_by_slug(content.ctx, "post", "kiln")).node
    text = kiln.translations["en"]
    assert (kiln.status, kiln.published_at) == ("published", "2024-05-01T10:00:00.000000Z")
    assert list(kiln.tags) == ["Wood", "Ash"]
    assert (kiln.author_name, text.excerpt, text.meta_title) == ("Nina", "Short", "Search")
    assert (text.format, '"/content/images/a.png"' in (text.body or "")) == ("html", True)
    assert (await nodes.get_by_slug(content.ctx, "post", "undated")).node.status == "published"
    assert (await nodes.get_by_slug(content.ctx, "page", "about")).node.status == "draft"
    paid = (await nodes.get_by_slug(content.ctx, "post", "paid")).node
    assert (paid.status, paid.created_at) == ("draft", "2024-05-01T10:00:00.000000Z")
    assert (await nodes.get_by_slug(content.ctx, "post", "soon")).node.publish_at == "2999-01-01T00:00:00.000000Z"
    told = {item.title: (item.reason, " ".join(item.notes)) for item in report.items}
    assert "Ghost's own form" in told["Inner"][0]
    assert "already" in told["Again"][0]
    assert "#hidden" in told["Kiln"][1]
    assert "Ole" in told["Kiln"][1]
    assert (await content.bring_in(path, dry_run=True)).tally == Tally(unchanged=5, rejected=2)
    changed = [{**POSTS[0], "title": "Kilns"}, *POSTS[1:4]]
    again = await content.bring_in(write(path, {"data": {**DATA, "posts": changed}}))  # without the wrapper
    assert again.tally == Tally(updated=1, unchanged=3)
    assert not [item for item in again.items if item.action is ContentAction.SKIP]


async def test_what_is_no_export_of_ghost_is_refused(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, code in (
        ('{"db": [{"data": {"tags": []}}]}', "not_ghost"),
        ('{"db": [', "ghost_broken"),
        ("[" * 5000, "unknown_content"),
        ('{"db":' + "[" * 5000, "ghost_broken"),
        ('{"posts": []}', "not_ghost"),
    ):
        (tmp_path / "g.json").write_text(text, encoding="utf-8")
        with pytest.raises(UserError) as error:
            await content.bring_in(tmp_path / "g.json")
        assert error.value.code == code
    monkeypatch.setattr(ghost_reader, "LARGEST", 4)
    with pytest.raises(UserError) as error:
        await content.bring_in(tmp_path / "g.json")
    assert error.value.code == "ghost_too_big"
