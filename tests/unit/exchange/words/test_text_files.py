"""Whatever a text holds comes back from every format as it was; what other programs write is understood."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rustok_desktop.exchange.nodes.wxr_xml import carried
from rustok_desktop.exchange.words.block_words import flat, merged
from rustok_desktop.exchange.words.table import TableReader, TableWriter, guarded, unguarded
from rustok_desktop.exchange.words.units import Key, Languages, ReadText, WrittenText
from rustok_desktop.exchange.words.xliff_reader import XliffReader
from rustok_desktop.exchange.words.xliff_writer import XliffWriter

LANGUAGES = Languages("en", "ru")
THING = "01a2229d-8bb0-76b7-930a-dd8da468df4c"
HOSTILE = st.sampled_from(
    ["=", "+", "-", "@", "'", '"', "\t", "\n", "\r", "\x00", "\x0b", "\ufeff", "\ufffe", "]]>", "<x/>", "&amp;", ";"]
)
TEXTS = st.lists(HOSTILE | st.text(st.characters(exclude_categories=("Cs",)), max_size=4), max_size=6).map("".join)


def there_and_back(form: str, texts: list[WrittenText], delimiter: str = ",") -> list[ReadText]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        with path.open("w", encoding="utf-8-sig" if form == "csv" else "utf-8", newline="") as file:
            writer: TableWriter | XliffWriter
            if form == "csv":
                writer = TableWriter(file, delimiter, LANGUAGES)
            else:
                writer = XliffWriter(file, int(form), 'a "shop" & co', LANGUAGES)
            writer.write(texts)
            writer.close()
        reader = TableReader(path) if form == "csv" else XliffReader(path)
        found = list(reader.texts())
        assert reader.languages == LANGUAGES
        return found


@pytest.mark.parametrize(("form", "delimiter"), [("1", ""), ("2", ""), ("csv", ","), ("csv", ";")])
@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4))
def test_a_text_comes_back_as_it_was(form: str, delimiter: str, words: list[tuple[str, str, str]]) -> None:
    texts = [
        WrittenText(Key("post", THING, f"items.{number}"), title, source, target, "done")
        for number, (title, source, target) in enumerate(words)
    ]
    found = there_and_back(form, texts, delimiter)
    assert [(text.key, text.source, text.target or "") for text in found] == [
        (str(text.key), carried(text.source), carried(text.target)) for text in texts
    ]
    assert not any(text.fault for text in found)


@given(TEXTS)
def test_no_cell_is_a_formula_and_every_cell_is_read_back(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\n"))
    assert unguarded(cell) == carried(text)


def read(tmp_path: Path, text: str) -> list[ReadText]:
    path = tmp_path / "t.xlf"
    path.write_text(text, encoding="utf-8")
    return list(XliffReader(path).texts())


def test_what_programs_for_translators_put_around_texts_is_understood(tmp_path: Path) -> None:
    (text,) = read(
        tmp_path,
        '<x:xliff xmlns:x="u" version="1.2"><x:file source-language="en-US" target-language="ru_RU"><x:body>'
        '<x:trans-unit id="a"><x:source>One. Two.</x:source><seg-source><mrk mtype="seg">One.</mrk></seg-source>'
        '<x:target><mrk mtype="seg" mid="1">Раз.</mrk> <mrk mtype="seg" mid="2">Два.</mrk></x:target>'
        "<alt-trans><source>One.</source><target>Один.</target></alt-trans><note>n</note></x:trans-unit>"
        "</x:body></x:file></x:xliff>",
    )
    assert (text.source, text.target, text.fault) == ("One. Two.", "Раз. Два.", "")
    parts = (
        '<segment state="translated"><source>One.</source><target>Раз.</target></segment>'
        "<ignorable><source> </source></ignorable><segment><source>Two.</source>{}</segment>"
        '<mtc:matches><mtc:match><source>One.</source><target>x</target></mtc:match></mtc:matches>'
    )
    targets = ("<target><pc id='1'>Два</pc>.</target>", "", "<target>Два<ph id='1'/></target>")
    units = "".join(f'<unit id="{number}">{parts.format(inner)}</unit>' for number, inner in enumerate(targets))
    head = '<xliff version="2.1" srcLang="en" trgLang="ru"><file id="f"><group id="g">'
    whole, half, coded = read(tmp_path, f"{head}{units}</group></file></xliff>")
    assert (whole.source, whole.target) == ("One. Two.", "Раз. Два.")
    assert half.target is None
    assert (coded.fault, coded.detail) == ("text_inline", "ph")


def test_a_copy_of_the_original_that_the_file_calls_new_is_no_translation(tmp_path: Path) -> None:
    unit = '<trans-unit id="a"><source>One</source><target state="{}">{}</target></trans-unit>'
    inner = unit.format("new", "One") + unit.format("translated", "One") + unit.format("new", "Раз")
    head = '<xliff version="1.2"><file source-language="en" target-language="ru"><body>'
    found = read(tmp_path, f"{head}{inner}</body></file></xliff>")
    assert [text.untouched for text in found] == [True, False, False]


def test_a_blocks_texts_are_put_where_they_belong() -> None:
    source = {"title": "T", "items": [{"title": "A", "points": ["a", "b"]}, {"title": "B"}]}
    first = {"items.0.title": "A", "items.0.points.0": "a", "items.0.points.1": "b"}
    assert flat(source) == {"title": "T", **first, "items.1.title": "B"}
    held = {"note": "stays", "items": [{"title": "Х"}]}
    becomes = merged(source, held, {"items.0.points.1": "б", "items.1.title": "Б"})
    assert becomes == {"note": "stays", "items": [{"title": "Х", "points": ["", "б"]}, {"title": "Б"}]}
    assert held == {"note": "stays", "items": [{"title": "Х"}]}
