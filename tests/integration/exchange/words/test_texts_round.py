"""Texts go out, are translated, and come back: one by one, as one step, and nothing else is touched."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from rustok_desktop.content.page_schemas import UpdateBlock
from rustok_desktop.content.schemas import NodePatch, UpdateNode
from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes.schemas import ContentAction
from rustok_desktop.exchange.words.schemas import TextCounts
from rustok_desktop.testing import a_node, an_edit_of

from .conftest import BODY, Texts

FORMATS = [
    ("xliff-1.2", {}, "t.xlf"),
    ("xliff-2.0", {}, "t.xlf"),
    ("csv", {}, "t.csv"),
    ("csv", {"delimiter": ";"}, "t.csv"),
]
_UNIT = re.compile(r"(<source>)(.*?)(</source>)(?:<target[^>]*>.*?</target>)?", re.DOTALL)


def translated(path: Path, word: str = "Я ") -> Path:
    """Put a word before every text, as a translator's program would."""
    if path.suffix == ".csv":
        text = path.read_text(encoding="utf-8-sig")
        delimiter = ";" if text.startswith('"id";') else ","
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))
        for row in rows[1:]:
            row[5] = word + row[4].removeprefix("'")
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
        return path
    text = path.read_text(encoding="utf-8")
    text = _UNIT.sub(rf"\g<1>\g<2>\g<3><target>{word}\g<2></target>", text)
    path.write_text(text.replace('state="initial"', 'state="translated"'), encoding="utf-8")
    return path


@pytest.mark.parametrize(("form", "options", "name"), FORMATS)
async def test_everything_goes_round_and_one_undo_takes_it_back(
    texts: Texts, tmp_path: Path, form: str, options: dict[str, str], name: str
) -> None:
    path, platform, ids = tmp_path / name, texts.platform, texts.ids
    written = (await texts.out(path, format=form, **options)).written
    assert written == {"page": 2, "post": 2, "block": 5, "menu_item": 1, "category": 2, "product": 2, "media": 2}
    assert await texts.counts(path) == TextCounts(empty=16)
    report = await texts.back(translated(path))
    assert report.found.counts == TextCounts(changed=16)  # type: ignore[attr-defined]
    assert (report.tally.updated, report.tally.rejected) == (7, 0)
    post = (await platform.nodes.get_node(texts.ctx, ids["post"])).translations
    assert (post["en"].body, post["ru"].body, post["ru"].format) == (BODY, f"Я {BODY}", "markdown")
    assert (post["ru"].title, post["ru"].stale) == ("Я A post", False)
    (block,) = await platform.pages.blocks(texts.ctx, ids["page"])
    assert block.texts["ru"]["items"][1] == {"title": "Я How?", "text": "Я Thus."}
    category = await platform.categories.get(texts.ctx, ids["category"])
    assert category.translations["ru"].description == "Я For light"
    product = await platform.catalog.get_product(texts.ctx, ids["product"])
    assert product.translations["ru"].description == "Я <p>Bright &amp; small</p>"
    medium = (await platform.media.get(texts.ctx, ids["media"])).translations
    assert (medium["ru"].title, medium["ru"].alt_text) == ("Я Pot", "Я A blue pot")
    assert (await texts.back(path)).found.counts == TextCounts(unchanged=16)  # type: ignore[attr-defined]
    assert (await texts.out(tmp_path / f"again-{name}", format=form, **options)).written == {}
    undone = await platform.history.undo(texts.ctx)
    assert (undone.step.source, undone.step.products) == (name, 7)
    assert list((await platform.nodes.get_node(texts.ctx, ids["post"])).translations) == ["en"]
    assert list((await platform.catalog.get_product(texts.ctx, ids["product"])).translations) == ["en"]
    assert list((await platform.media.get(texts.ctx, ids["media"])).translations) == ["en"]
    assert await texts.counts(path) == TextCounts(changed=16)


async def test_only_what_differs_is_written_and_the_rest_of_a_block_stays(texts: Texts, tmp_path: Path) -> None:
    own = {"title": "Мои", "items": [{"title": "Почему?", "text": "Так."}]}
    block = UpdateBlock(block_id=texts.ids["block"], texts={"ru": own})
    await texts.platform.pages.update_block(texts.ctx, block)
    path = tmp_path / "t.csv"
    await texts.out(path, format="csv", kinds=("block",), everything=True)
    rows = path.read_text(encoding="utf-8-sig").replace('"Why?","Почему?"', '"Why?","Зачем?"')
    path.write_text(rows, encoding="utf-8")
    report = await texts.back(path)
    assert report.found.counts == TextCounts(changed=1, unchanged=2, empty=2)  # type: ignore[attr-defined]
    (view,) = await texts.platform.pages.blocks(texts.ctx, texts.ids["page"])
    assert view.texts["ru"] == {"title": "Мои", "items": [{"title": "Зачем?", "text": "Так."}]}
    assert view.version == 3


async def test_a_block_takes_what_it_can_be_without_the_rest(texts: Texts, tmp_path: Path) -> None:
    path = tmp_path / "t.xlf"
    await texts.out(path, kinds=("block",))
    words = translated(path).read_text(encoding="utf-8")
    path.write_text(words.replace("<target>Я How?</target>", "<target/>"), encoding="utf-8")
    report = await texts.back(path)
    assert report.found.counts == TextCounts(changed=3, empty=1, refused=1)  # type: ignore[attr-defined]
    (view,) = await texts.platform.pages.blocks(texts.ctx, texts.ids["page"])
    assert view.texts["ru"] == {"title": "Я Questions", "items": [{"title": "Я Why?", "text": "Я So."}]}


async def test_a_changed_original_waits_for_a_yes(texts: Texts, tmp_path: Path) -> None:
    path, ids, nodes = tmp_path / "t.xlf", texts.ids, texts.platform.nodes
    await texts.out(path, kinds=("post",))
    translated(path)
    words = {"en": NodePatch(body="Another text", format="markdown")}
    await nodes.update_node(texts.ctx, UpdateNode(node_id=ids["post"], translations=words))
    plan = await texts.platform.texts.plan(texts.ctx, path)
    assert (plan.found.counts, plan.excluded) == (TextCounts(changed=1, moved=1), 1)  # type: ignore[attr-defined]
    items = await texts.platform.content_imports.planned(texts.ctx, plan)
    assert [(item.excluded, bool(item.notes)) for item in items] == [(False, False), (True, True)]
    await texts.platform.content_imports.commit(texts.ctx, plan)
    ru = (await nodes.get_node(texts.ctx, ids["post"])).translations["ru"]
    assert (ru.title, ru.body) == ("Я A post", None)
    await texts.back(path, moved=True)
    assert (await nodes.get_node(texts.ctx, ids["post"])).translations["ru"].body == f"Я {BODY}"


async def test_what_somebody_changed_after_the_plan_is_left_and_told(texts: Texts, tmp_path: Path) -> None:
    path, catalog = tmp_path / "t.xlf", texts.platform.catalog
    await texts.out(path, kinds=("product", "post"))
    plan = await texts.platform.texts.plan(texts.ctx, translated(path))
    product = await catalog.get_product(texts.ctx, texts.ids["product"])
    await catalog.update_product(texts.ctx, an_edit_of(product).titled("Моя", locale="ru").build())
    report = await texts.platform.content_imports.commit(texts.ctx, plan)
    assert (report.tally.updated, report.tally.rejected) == (1, 1)
    assert (await catalog.get_product(texts.ctx, product.id)).translations["ru"].title == "Моя"


async def test_a_translation_is_written_in_the_form_of_its_original(texts: Texts, tmp_path: Path) -> None:
    nodes = texts.platform.nodes
    node = a_node().of_kind("article").titled("Old").written("<p>Bright &amp; <b>new</b></p>", form="html").build()
    node_id = (await nodes.create_node(texts.ctx, node)).node_id
    await texts.out(tmp_path / "t.xlf", kinds=("article",))
    await texts.back(translated(tmp_path / "t.xlf"))
    ru = (await nodes.get_node(texts.ctx, node_id)).translations["ru"]
    assert (ru.format, ru.body) == ("html", "Я <p>Bright &amp; <b>new</b></p>")


async def test_stale_texts_go_out_again_as_such(texts: Texts, tmp_path: Path) -> None:
    path, nodes = tmp_path / "t.xlf", texts.platform.nodes
    await texts.out(path, kinds=("post",))
    await texts.back(translated(path))
    words = {"en": NodePatch(title="Another")}
    await nodes.update_node(texts.ctx, UpdateNode(node_id=texts.ids["post"], translations=words))
    assert (await texts.out(path, kinds=("post", "product"))).written == {"post": 2, "product": 2}
    assert path.read_text(encoding="utf-8").count('state="needs-review-translation">Я ') == 2


UNIT = '<trans-unit id="{id}"><source>{source}</source><target>{target}</target></trans-unit>'


def xliff(inner: str, *, source: str = "en", target: str = "ru") -> str:
    head = f'<file original="x" source-language="{source}" target-language="{target}" datatype="plaintext">'
    return f'<xliff version="1.2">{head}<body>{inner}</body></file></xliff>'


async def test_texts_that_belong_nowhere_stay_out_with_their_reason(texts: Texts, tmp_path: Path) -> None:
    gone = texts.ids["post"][:-4] + "0000"
    post, page = f"post:{texts.ids['post']}", f"page:{texts.ids['page']}"
    units = [
        UNIT.format(id="", source="A", target="Б"),
        UNIT.format(id="12", source="A", target="Б"),
        UNIT.format(id=f"post:{gone}:title", source="A", target="Б"),
        UNIT.format(id=f"{post}:slug", source="A", target="Б"),
        UNIT.format(id=f"{post}:title", source="A post", target="Раз"),
        UNIT.format(id=f"{post}:title", source="A post", target="Два"),
        UNIT.format(id=f"{post}:body", source="x", target='<x id="1"/>'),
        UNIT.format(id=f"{page}:title", source="A page", target="Д" * 256),
    ]
    path = tmp_path / "t.xlf"
    path.write_text(xliff("\n".join(units)), encoding="utf-8")
    report = await texts.back(path)
    expected = TextCounts(changed=1, unknown=4, refused=3)
    assert report.found.counts == expected  # type: ignore[attr-defined]
    reasons = {item.line: item.reason for item in report.items if item.action is ContentAction.SKIP}
    words = ("no id", "no id of", "not in the shop", "“slug”", "line 5", "“x”", "255")
    assert all(word in reasons[line] for word, line in zip(words, (1, 2, 3, 4, 6, 7, 8), strict=True)), reasons
    node = (await texts.platform.nodes.get_node(texts.ctx, texts.ids["post"])).translations
    assert node["ru"].title == "Раз"


async def test_a_table_that_a_spreadsheet_spoilt_is_refused_cell_by_cell(texts: Texts, tmp_path: Path) -> None:
    key, path = f"category:{texts.ids['category']}", tmp_path / "t.csv"
    rows = [f"{key}:name;Lamps;=HYPERLINK(1)", f"{key}:description;For light;#NAME?", f"{key}:name"]
    path.write_text("\n".join(["id;source (en);target (ru)", *rows]), encoding="utf-8")
    assert await texts.counts(path) == TextCounts(refused=3)
    path.write_text(f"id\ttarget (ru)\tsource (en)\n{key}:name\t'=Лампы\tLamps", encoding="utf-16")
    assert (await texts.back(path)).tally.updated == 1
    category = await texts.platform.categories.get(texts.ctx, texts.ids["category"])
    assert category.translations["ru"].name == "=Лампы"


TAGGED = [
    ("t.xlf", "xliff-1.2", 'language="{}"', ("en", "ru"), ("en-GB", "ru-RU")),
    ("t.xlf", "xliff-2.0", 'Lang="{}"', ("en", "ru"), ("en_US", "ru-Cyrl-RU")),
    ("t.csv", "csv", "({})", ("en", "ru"), ("en-US", "ru_RU")),
]


async def test_a_language_of_the_file_may_name_a_country_that_the_shop_does_not(texts: Texts, tmp_path: Path) -> None:
    for name, form, place, own, tags in TAGGED:
        path = tmp_path / name
        await texts.out(path, format=form, kinds=("post",), everything=True)
        words = translated(path, f"{form} ").read_text(encoding="utf-8")
        for mine, theirs in zip(own, tags, strict=True):
            assert place.format(mine) in words
            words = words.replace(place.format(mine), place.format(theirs))
        path.write_text(words, encoding="utf-8")
        report = await texts.back(path, target="ru")
        assert (report.tally.updated, report.found.language) == (1, "ru")
        assert ["“en”" in report.found.notes[0], "“ru”" in report.found.notes[1]] == [True, True]
        post = await texts.platform.nodes.get_node(texts.ctx, texts.ids["post"])
        assert post.translations["ru"].title == f"{form} A post"
    await texts.platform.tenants.enable_locale(texts.ctx, "ru-KZ")
    with pytest.raises(UserError) as error:
        await texts.back(path)
    assert (error.value.code, "ru, ru-KZ" in error.value.text("en")) == ("texts_language_unclear", True)
    path.write_text(words.replace("(ru_RU)", "(ru)"), encoding="utf-8")
    assert (await texts.counts(path)).unchanged == 2


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


REFUSED = [
    (BOMB + xliff("&b;"), "xml_entities"),
    (xliff("")[:-9], "xml_cut_off"),
    ("<html/>", "not_xliff"),
    ('<xliff version="3.0"/>', "xliff_version"),
    ('<xliff version="2.0" srcLang="en"/>', "texts_no_languages"),
    ('<xliff version="1.2"></xliff>', "texts_no_languages"),
    (xliff("", target="de"), "texts_language_off"),
    (xliff("", target="ru", source="ru"), "texts_same_language"),
    (xliff("", target="?"), "texts_languages_unreadable"),
    ("id,source (en)\nx,y", "texts_columns_missing"),
    ("id,source,target\nx,y,z", "texts_no_languages"),
    ("id,source (en),target (ru),target (de)\nx,y,z,a", "texts_column_twice"),
    ('id,source (en),target (ru)\nx,"y', "bad_csv"),
    ("PK\x03\x04rest", "texts_packed"),
    ("", "empty_file"),
]


async def test_a_file_that_is_refused_as_a_whole_says_why(texts: Texts, tmp_path: Path) -> None:
    path = tmp_path / "file"
    for content, code in REFUSED:
        path.write_text(content, encoding="utf-8")
        with pytest.raises(UserError) as error:
            await texts.back(path)
        assert (error.value.code, bool(error.value.text("ru"))) == (code, True)
    await texts.platform.tenants.enable_locale(texts.ctx, "de")
    await texts.out(path)
    with pytest.raises(UserError) as error:
        await texts.back(path, target="de")
    assert error.value.code == "texts_other_language"
    assert not list(texts.platform.directory.temp.glob("import-*"))
