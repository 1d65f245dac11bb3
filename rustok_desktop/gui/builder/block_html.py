"""A page of blocks as the simple HTML that a preview can lay out: tables for columns, one style for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from rustok_desktop.core.money import format_amount, is_currency

Cells = tuple[tuple[str, str], ...]
_COLUMNS = {"product_grid": 4}
_GAP = '<p style="margin: 0; font-size: 5px">&nbsp;</p>'
_GAPS = {"small": 1, "medium": 3, "large": 6}


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as it is to be shown: ``texts`` are those of the language, or of its fallback."""

    key: str
    type: str
    data: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, Any] = field(default_factory=dict)


def page_html(blocks: Iterable[Shown], grids: Mapping[str, Cells], most: int = 6) -> str:
    """All blocks, each behind an anchor of its key, in at most so many columns."""
    parts = []
    for block in blocks:
        data = block.data | {"columns": min(int(block.data.get("columns", _COLUMNS.get(block.type, 3))), most)}
        inner = _product_grid(block.texts, data, grids.get(block.key, ()))
        if block.type != "product_grid":
            inner = _block(block.type, data, block.texts)
        parts.append(f'<a name="{block.key}"></a>{inner}')
    return _GAP.join(parts)


def _block(kind: str, data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    make = _MAKERS.get(kind)
    return make(data, texts) if make is not None else ""


def _hero(data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    align = data.get("align", "left")
    inner = f"<h1>{_t(texts, 'title')}</h1>{_paragraph(texts, 'subtitle')}{_button(texts.get('button'))}"
    return _box("hero", f'<div align="{escape(align)}">{_picture(data.get("picture"))}{inner}</div>')


def _text(_data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    from rustok_desktop.content.markdown import render

    return render(str(texts.get("text", "")))


def _image(data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    return f'{_picture(data.get("picture"))}<p class="muted">{_t(texts, "caption")}</p>'


def _gallery(data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    captions = [*texts.get("captions", ()), *[""] * len(data.get("pictures", ()))]
    cells = [
        f'{_picture(picture)}<p class="muted">{escape(str(captions[place]))}</p>'
        for place, picture in enumerate(data.get("pictures", ()))
    ]
    return _title(texts) + _columns(cells, data["columns"])


def _cta(_data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    inner = f"{_title(texts)}{_paragraph(texts, 'text')}{_button(texts.get('button'))}"
    return _box("cta", f'<div align="center">{inner}</div>')


def _features(data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    cells = [
        f"{_picture(picture)}<h3>{_t(item, 'title')}</h3>{_paragraph(item, 'text')}"
        for item, picture in _paired(texts.get("items", ()), data.get("pictures", ()))
    ]
    return _title(texts) + _columns(cells, data["columns"])


def _testimonials(data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    parts = [_title(texts)]
    for item, picture in _paired(texts.get("items", ()), data.get("pictures", ())):
        who = ", ".join(escape(str(item[name])) for name in ("author", "role") if item.get(name))
        parts.append(f'{_picture(picture)}<blockquote>{_t(item, "text")}</blockquote><p class="muted">{who}</p>')
    return "".join(parts)


def _pricing(data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    cells = []
    for item, plan in _paired(texts.get("items", ()), data.get("plans", ())):
        points = "".join(f"<li>{escape(str(point))}</li>" for point in item.get("points", ()))
        price = _price((plan or {}).get("amount"), str(data.get("currency_code", "")))
        words = f"<h3>{_t(item, 'title')}</h3><p><b>{price}</b></p>{_paragraph(item, 'text')}"
        cells.append(f"{words}{f'<ul>{points}</ul>' if points else ''}{_button(item.get('button'))}")
    return _title(texts) + _columns(cells, max(1, min(data["columns"], len(cells))))


def _faq(_data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    items = (f"<h3>{_t(item, 'title')}</h3>{_paragraph(item, 'text')}" for item in texts.get("items", ()))
    return _title(texts) + "".join(items)


def _contact(data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    ways = (escape(str(data[name])) for name in ("email", "phone") if data.get(name))
    return f"{_title(texts)}{_paragraph(texts, 'text')}<p>{'<br>'.join(ways)}</p>{_paragraph(texts, 'address')}"


def _product_grid(texts: Mapping[str, Any], data: Mapping[str, Any], cells: Cells) -> str:
    tiles = [f'<p>{escape(title)}</p><p class="muted">{escape(price)}</p>' for title, price in cells]
    return _title(texts) + _columns([_box("tile", tile) for tile in tiles], data["columns"])


def _newsletter(_data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    consent = f'<p class="muted">{_t(texts, "consent")}</p>'
    inner = f"{_title(texts)}{_paragraph(texts, 'text')}{_button(texts.get('button'))}{consent}"
    return _box("cta", inner)


def _video(data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    link = escape(str(data.get("link", "")))
    play = f'<div align="center"><h2>▶</h2><p class="muted">{link}</p></div>'
    body = _picture(data.get("picture")) or _box("hero", play)
    return f'{_title(texts)}{body}<p class="muted">{_t(texts, "caption")}</p>'


def _html(_data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    from rustok_desktop.core.html import sanitize

    return sanitize(str(texts.get("html", "")))


def _spacer(data: Mapping[str, Any], _texts: Mapping[str, Any]) -> str:
    return "<br>" * _GAPS.get(str(data.get("size", "medium")), 3)


def _code(data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    code = f"<pre>{escape(str(data.get('code', '')))}</pre>"
    return f'{_title(texts)}{_box("tile", code)}<p class="muted">{_t(texts, "caption")}</p>'


_MAKERS = {
    "hero": _hero,
    "text": _text,
    "image": _image,
    "gallery": _gallery,
    "cta": _cta,
    "features": _features,
    "testimonials": _testimonials,
    "pricing": _pricing,
    "faq": _faq,
    "contact": _contact,
    "newsletter": _newsletter,
    "video": _video,
    "html": _html,
    "spacer": _spacer,
    "code": _code,
}


def _t(texts: Mapping[str, Any], name: str) -> str:
    return escape(str(texts.get(name) or "")).replace("\n", "<br>")


def _title(texts: Mapping[str, Any]) -> str:
    return f"<h2>{_t(texts, 'title')}</h2>" if texts.get("title") else ""


def _paragraph(texts: Mapping[str, Any], name: str) -> str:
    return f"<p>{_t(texts, name)}</p>" if texts.get(name) else ""


def _button(text: object) -> str:
    words = escape(str(text or "")).replace(" ", "&nbsp;")
    return f'<p><span class="button">&nbsp;&nbsp;{words}&nbsp;&nbsp;</span></p>' if text else ""


def _picture(name: object) -> str:
    return f'<p><img src="{escape(str(name))}"></p>' if name else ""


def _price(amount: object, currency: str) -> str:
    if not isinstance(amount, int):
        return ""
    return escape(format_amount(amount, currency) if is_currency(currency) else str(amount))


def _box(look: str, inner: str) -> str:
    return f'<table width="100%" cellpadding="12" cellspacing="0"><tr><td class="{look}">{inner}</td></tr></table>'


def _columns(cells: list[str], count: int) -> str:
    if not cells:
        return ""
    rows = [cells[at : at + count] for at in range(0, len(cells), count)]
    width = 100 // max(1, count)
    lines = ("".join(f'<td width="{width}%" valign="top">{cell}</td>' for cell in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<table width="100%" cellpadding="6" cellspacing="0">{body}</table>'


def _paired(items: Iterable[Any], others: Iterable[Any]) -> list[tuple[Any, Any]]:
    beside = list(others)
    return [(item, beside[place] if place < len(beside) else None) for place, item in enumerate(items)]
