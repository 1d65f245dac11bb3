"""What names of files and folders tell."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from rustok_desktop.exchange.nodes.markdown_names import Named, locale_of, read_name


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("about.md", Named("about", "about", None, None, None)),
        ("about.de.md", Named("about", "about", "de", None, None)),
        ("de/about.md", Named("about", "about", "de", None, None)),
        ("content/pt-BR/pages/about.md", Named("content/pages/about", "about", "pt-BR", None, "page")),
        ("_posts/2024-05-01-hello-world.md", Named("_posts/hello-world", "hello-world", None, "2024-05-01", "post")),
        ("blog/trip/index.md", Named("blog/trip", "trip", None, None, "post")),
        ("blog/trip/index.ru.md", Named("blog/trip", "trip", "ru", None, "post")),
        ("posts/2024-05-01-trip/index.md", Named("posts/2024-05-01-trip", "trip", None, "2024-05-01", "post")),
        ("index.md", Named("index", "index", None, None, None)),
        ("v1.2.md", Named("v1.2", "v1.2", None, None, None)),
        ("docs/qq/a.md", Named("docs/qq/a", "a", None, None, "article")),
        ("notes/a.mdx", Named("notes/a", "a", None, None, None)),
    ],
)
def test_a_path_tells_language_date_address_and_kind(path: str, named: Named) -> None:
    assert read_name(PurePosixPath(path), {"en", "ru"}) == named


def test_a_pair_of_letters_is_a_language_when_one_is_or_the_shop_has_it() -> None:
    assert locale_of("de", set()) == "de"
    assert locale_of("pt_BR", set()) == "pt-BR"
    assert locale_of("xy", set()) is None
    assert locale_of("xy", {"xy"}) == "xy"
    assert locale_of("deu", set()) is None
