"""Front matter in its three ways of writing: what is text stays text, what is wrong is told with its line."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes.front_matter import parse, write

TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r"))
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12
)


def test_yaml_guesses_nothing() -> None:
    page = parse("---\ntitle: no\ncode: 012\nday: 2024-05-01\nflag: on\nnothing: ~\nempty:\n---\nBody\n---\nmore")
    assert page.values == {"title": "no", "code": "012", "day": "2024-05-01", "flag": "on", "nothing": "~", "empty": ""}
    assert (page.form, page.body, page.line) == ("yaml", "Body\n---\nmore", 9)


def test_toml_and_json_become_text_as_well() -> None:
    toml = parse('+++\ntitle = "A"\nday = 2024-05-01\nwhen = 2024-05-01T10:00:00Z\nweight = 3\ndraft = true\n+++\nB')
    assert toml.values == {
        "title": "A",
        "day": "2024-05-01",
        "when": "2024-05-01T10:00:00+00:00",
        "weight": "3",
        "draft": "true",
    }
    json = parse('{"title": "A", "price": 1.50, "tags": ["x", null, false]}\n\nB')
    assert (json.values, json.body) == ({"title": "A", "price": "1.50", "tags": ["x", "", "false"]}, "\nB")


@pytest.mark.parametrize("text", ["Just text", "# Head\n---\n", "{{< shortcode >}}\ntext", "{% raw %}", ""])
def test_a_text_without_front_matter_is_all_body(text: str) -> None:
    assert (parse(text).form, parse(text).body) == ("", text)


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("---\ntitle: A\n", 1, "no end"),
        ("---\ntitle: [A\n---\n", 3, "expected"),
        ("---\na: 1\nb: 2\na: 3\n---\n", 4, "'a' stands twice"),
        ("---\n- a\n- b\n---\n", 2, "names and values"),
        ("---\na: &x 1\n? [a]\n: b\n---\n", 3, "a key must be text"),
        ("+++\ntitle = 'A'\ntitle = 'B'\n+++\n", 3, "overwrite"),
        ("+++\ntitle = \n+++\n", 2, "Invalid value"),
        ('{"title": }\n', 1, "Expecting value"),
        ('{"title": "A"} text\n', 1, "line of its own"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, part: str) -> None:
    with pytest.raises(UserError) as refused:
        parse(text)
    assert refused.value.code == "front_matter_broken"
    assert refused.value.params["line"] == line
    assert part in str(refused.value.params["detail"])


def test_a_few_lines_cannot_become_a_billion_values() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    with pytest.raises(UserError) as refused:
        parse("---\n" + "\n".join(lines) + "\n---\n")
    assert refused.value.params["detail"] == "too many values"


def test_nothing_is_ever_built_from_a_tag() -> None:
    page = parse("---\nrun: !!python/object/apply:os.system ['true']\nage: !!int '3'\n---\n")
    assert page.values == {"run": ["true"], "age": "3"}


@given(st.dictionaries(TEXTS, VALUES, max_size=6), TEXTS)
def test_what_is_written_is_read_again(values: dict[str, Any], body: str) -> None:
    page = parse(write(values, body))
    assert (page.values, page.body) == (values, body)
