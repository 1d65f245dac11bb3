"""The page about limits says what the code holds."""

from __future__ import annotations

import re
from pathlib import Path

import rustok_desktop
from rustok_desktop.core import limits

PAGE = Path(rustok_desktop.__file__).parent.parent / "docs" / "limits-and-rules.md"
ROW = re.compile(r"^\| .+ \| `(\w+)` \| ([\d,]+) \|$", re.MULTILINE)


def test_each_limit_on_the_page_is_the_one_in_force() -> None:
    told = {name: int(value.replace(",", "")) for name, value in ROW.findall(PAGE.read_text(encoding="utf-8"))}
    assert len(told) > 15
    assert told == {name: getattr(limits, name) for name in told}
