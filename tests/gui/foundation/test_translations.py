"""Every string of the window has its Russian, with the same placeholders and all plural forms."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtCore import QTranslator

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "translations"
PLACEHOLDER = re.compile(r"\{\w*\}|%L?\d|%L?n")


def messages(language: str) -> list[tuple[str, str, list[str], bool]]:
    """(context, source, translations, unfinished) of every message."""
    found = []
    for context in ET.parse(FOLDER / f"rustok_{language}.ts").getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            source = message.findtext("source") or ""
            found.append((context.findtext("name") or "", source, forms, translation.get("type") is not None))
    return found


def test_nothing_is_untranslated() -> None:
    assert [(c, s) for c, s, forms, unfinished in messages("ru") if unfinished or not all(forms)] == []
    assert len(messages("ru")) > 300


def test_a_product_on_sale_is_called_the_same_everywhere() -> None:
    words = {forms[0] for _context, source, forms, _unfinished in messages("ru") if source == "Active"}
    assert words == {"Активен"}


def test_placeholders_are_kept() -> None:
    wrong = [
        (context, source, form)
        for language in ("ru", "en")
        for context, source, forms, _unfinished in messages(language)
        for form in forms
        if set(PLACEHOLDER.findall(form)) - set(PLACEHOLDER.findall(source))
        or {p for p in PLACEHOLDER.findall(source) if "n" not in p[:3] or p[0] == "{"} - set(PLACEHOLDER.findall(form))
    ]
    assert wrong == []


def test_plurals_have_every_form() -> None:
    for language, count in (("ru", 3), ("en", 2)):
        plural = [(s, forms) for _c, s, forms, _u in messages(language) if re.search(r"%L?n", s)]
        assert plural
        assert [s for s, forms in plural if len(forms) != count] == []


def test_the_compiled_files_belong_to_the_sources(qapp: object) -> None:
    translator = QTranslator()
    assert translator.load("rustok_ru", str(FOLDER))
    stale = [
        (context, source)
        for context, source, forms, _unfinished in messages("ru")
        if len(forms) == 1 and translator.translate(context, source) != forms[0]
    ]
    assert stale == []
