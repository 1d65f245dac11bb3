"""The documents: every link in them leads somewhere."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from . import sources


def _build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_docs", sources.ROOT / "docs" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_link_leads_nowhere() -> None:
    build = _build()
    broken = [line for page in build.sources() for line in build.broken_links(page, page.read_text(encoding="utf-8"))]
    assert broken == []


def test_a_link_to_nothing_is_told_and_one_in_code_is_none() -> None:
    build = _build()
    text = "[a](docs/nothing.md) ![b](gone.png) `[c](product:1)` [d](README.md#two) [e](https://example.org) [f](#here)"
    page: Path = sources.ROOT / "page.md"
    assert build.broken_links(page, text) == ["page.md: docs/nothing.md", "page.md: gone.png"]
