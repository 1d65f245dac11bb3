"""Files of XML that are large, old, broken or meant to harm."""

from __future__ import annotations

import io

import pytest

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes import xml_stream
from rustok_desktop.exchange.nodes.xml_stream import ChannelReader, Part


class MemoryFile:
    """A file that is only bytes."""

    name = "blog.xml"

    def __init__(self, data: bytes) -> None:
        self._data = data

    def open(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self._data)


def read(text: str | bytes) -> list[Part]:
    data = text.encode() if isinstance(text, str) else text
    return list(ChannelReader(MemoryFile(data)).parts())  # type: ignore[arg-type]


def refused(text: str | bytes) -> UserError:
    with pytest.raises(UserError) as error:
        read(text)
    return error.value


def channel(inner: str) -> str:
    return f"<rss>\n<channel>\n{inner}\n</channel>\n</rss>"


def test_children_of_the_channel_come_one_by_one_with_their_lines() -> None:
    first, item = read(channel("<title>T</title>\n<item><a x='1'>b<c>d</c>e</a><a>z</a></item>"))
    assert (first.name, first.text, first.line) == ("title", "T", 3)
    assert (item.line, item.value("a"), item.value("nothing")) == (4, "be", "")
    assert item.all("a")[0].attributes == {"x": "1"}
    assert item.all("a")[0].value("c") == "d"


def test_a_part_is_handed_out_before_the_file_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_stream, "CHUNK", 64)
    reader = ChannelReader(MemoryFile(channel("<a>1</a>" + "<b>2</b>" * 50 + "<wrong>").encode()))  # type: ignore[arg-type]
    assert next(reader.parts()).text == "1"


def test_cdata_may_be_split_and_prefixes_need_no_declaration() -> None:
    (part,) = read(channel("<wp:x>a<![CDATA[ <b>]]]]><![CDATA[> ]]>&amp;</wp:x>"))
    assert (part.name, part.text) == ("wp:x", "a <b>]]> &")


def test_control_characters_of_old_programs_are_removed_and_counted() -> None:
    reader = ChannelReader(MemoryFile(channel("<a>x\x01\x08y\x0b</a>").encode()))  # type: ignore[arg-type]
    (part,) = reader.parts()
    assert (part.text, reader.removed) == ("xy", 3)


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1251", "iso-8859-1"])
def test_other_encodings_are_read_as_they_say(encoding: str) -> None:
    text = {"windows-1251": "Привет"}.get(encoding, "é")
    (part,) = read((f'<?xml version="1.0" encoding="{encoding}"?>' + channel(f"<a>{text}</a>")).encode(encoding))
    assert part.text == text


def test_a_billion_laughs_are_refused_at_the_first_one() -> None:
    laughs = '<!DOCTYPE rss [\n<!ENTITY a "ha">\n<!ENTITY b "&a;&a;&a;">\n]>\n'
    error = refused(laughs + channel("<a>&b;</a>"))
    assert (error.code, error.params["name"], error.params["line"]) == ("xml_entities", "a", 2)


def test_no_file_of_this_computer_is_read() -> None:
    error = refused('<!DOCTYPE rss [<!ENTITY own SYSTEM "file:///etc/passwd">]>' + channel("<a>&own;</a>"))
    assert error.code == "xml_entities"


def test_a_file_that_is_cut_off_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = channel("<item>\n<title><![CDATA[A]]></title>\n</item>")
    for end in range(whole.index("<item>"), len(whole)):
        error = refused(whole[:end])
        assert error.code == "xml_cut_off", whole[:end]
        assert 3 <= int(str(error.params["line"])) <= 7


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "xml_cut_off", 1),
        (channel("<a>\n</b>"), "xml_broken", 4),
        (channel("<a>&nbsp;</a>"), "xml_broken", 3),
        (channel("<a>\n\n&#x1;</a>"), "xml_broken", 5),
        (channel("<a>é</a>").encode("latin-1"), "xml_broken", 3),
        ("<html><body/></html>", "not_wxr", 1),
        ("<rss>\n<item/></rss>", "not_wxr", 2),
        ("plain words", "xml_broken", 1),
        (b'<?xml version="1.0" encoding="klingon"?><rss/>', "xml_broken", 1),
        (channel("<a>" * 200 + "</a>" * 200), "xml_too_deep", 3),
    ],
)
def test_wrong_files_are_refused_with_their_line(text: str | bytes, code: str, line: int) -> None:
    error = refused(text)
    assert (error.code, error.params["line"]) == (code, line)
    assert error.params["path"] == "blog.xml"
    assert "…" not in error.text("ru") + error.text("en")


def test_one_item_cannot_take_all_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_stream, "LARGEST_PART", 1000)
    assert len(read(channel("<a>" + "x" * 900 + "</a>") + " ")) == 1
    assert refused(channel("<item>" + "<a>" + "x" * 600 + "</a>" * 1 + "<a>" + "x" * 600 + "</a></item>")).code == (
        "xml_part_too_big"
    )
