"""What the preview says of links that do not get a visitor anywhere. Without widgets."""

from __future__ import annotations

import re
from html import escape

from rustok_desktop.gui.menus.menu_texts import broken_text
from rustok_desktop.gui.operations.markdown import Rendered

_LINK = re.compile(r'<a\b[^>]*\bhref="([a-z]+):([0-9a-f-]{36})"[^>]*>.*?</a>', re.DOTALL)


def noted(rendered: Rendered) -> tuple[str, int]:
    """The HTML with a note behind each broken link, and how many there are."""
    count = 0

    def one(found: re.Match[str]) -> str:
        nonlocal count
        thing = rendered.linked.get((found[1], found[2]))
        if thing is None or thing.broken is None:
            return found[0]
        count += 1
        return f'{found[0]} <span class="broken">({escape(broken_text(thing.broken))})</span>'

    html = _LINK.sub(one, rendered.html) if rendered.linked else rendered.html
    return html, count
