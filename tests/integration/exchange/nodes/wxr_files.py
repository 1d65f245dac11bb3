"""WordPress files for tests, written by hand as WordPress and its plug-ins do."""

from __future__ import annotations

from pathlib import Path


def item(
    number: int,
    title: str = "",
    *,
    kind: str = "post",
    status: str = "publish",
    body: str = "",
    name: str = "",
    date: str = "2024-05-01 10:00:00",
    more: str = "",
) -> str:
    """One item."""
    return f"""<item><title><![CDATA[{title or f"Item {number}"}]]></title><dc:creator>anna</dc:creator>
<content:encoded><![CDATA[{body}]]></content:encoded><excerpt:encoded></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date>{date}</wp:post_date><wp:post_date_gmt>{date}</wp:post_date_gmt>
<wp:post_name>{name or f"item-{number}"}</wp:post_name><wp:status>{status}</wp:status>
<wp:post_type>{kind}</wp:post_type>{more}</item>
"""


def meta(name: str, value: str) -> str:
    """A custom field."""
    inner = f"<wp:meta_key>{name}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value>"
    return f"<wp:postmeta>{inner}</wp:postmeta>"


def comment(number: int, text: str, *, approved: str = "1", parent: int = 0, kind: str = "", more: str = "") -> str:
    """A comment."""
    return f"""<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author>Bob</wp:comment_author>
<wp:comment_date_gmt>2024-05-02 10:00:0{number % 10}</wp:comment_date_gmt><wp:comment_content><![CDATA[{text}]]>
</wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved><wp:comment_type>{kind}</wp:comment_type>
<wp:comment_parent>{parent}</wp:comment_parent>{more}</wp:comment>"""


def wxr(*items: str, head: str = "", version: str = "1.2", language: str = "en") -> str:
    """A whole file."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Blog</title><language>{language}</language>
<wp:wxr_version>{version}</wp:wxr_version><wp:base_blog_url>https://blog.example</wp:base_blog_url>
<wp:author><wp:author_login>anna</wp:author_login><wp:author_display_name>Anna B.</wp:author_display_name></wp:author>
{head}
{"".join(items)}</channel></rss>"""


def write(folder: Path, *items: str, name: str = "blog.xml", **options: str) -> Path:
    """The file on disk."""
    path = folder / name
    path.write_text(wxr(*items, **options), encoding="utf-8")
    return path
