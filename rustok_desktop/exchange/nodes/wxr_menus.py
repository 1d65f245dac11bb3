"""Items of WordPress's menus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rustok_desktop.exchange.nodes.drafts import Draft, MenuItemDraft, Note, Outline, SkippedDraft
from rustok_desktop.exchange.nodes.named_things import read_addresses
from rustok_desktop.exchange.nodes.wxr_values import own_record, same_titles, words_of
from rustok_desktop.exchange.nodes.xml_stream import Part

PART = "menu_item"
_KINDS = ("post", "page", "article")


def menu_item(
    item: Part, locale: str, place: dict[str, Any], key_of: Callable[[str], str], outline: Outline
) -> Draft:
    """The item, or why it cannot be one."""
    metas = {meta.value("wp:meta_key"): meta.value("wp:meta_value").strip() for meta in item.all("wp:postmeta")}
    menu = next((c.attributes.get("nicename", "") for c in item.all("category")), "")
    if not menu:
        return SkippedDraft(part=PART, reason=Note("menu_item_without_menu"), **place)
    own = own_record(item)
    titles = same_titles(own, item.value("title"), locale)
    kind, target, found = _own_target(own) or _target(metas, key_of, outline)
    title = titles.pop(locale, "") or words_of(item.value("title"))[0] or found
    above = metas.get("_menu_item_menu_item_parent", "0")
    order = item.value("wp:menu_order").strip()
    place = place | {"title": title or place["title"]}
    if kind is None:
        return SkippedDraft(part=PART, reason=Note("menu_target_unknown", {"target": target}), **place)
    draft = MenuItemDraft(
        part=PART,
        menu=menu,
        locale=locale,
        parent=key_of(above) if above not in ("", "0") else None,
        order=int(order) if order.lstrip("-").isdigit() else 0,
        target_kind=kind,
        target=target,
        titles=titles,
        new_window=metas.get("_menu_item_target") == "_blank",
        links=read_addresses(own.get("links")),
        **place,
    )
    classes = metas.get("_menu_item_classes", "")
    if any(text and text != 'a:1:{i:0;s:0:"";}' for text in (classes, metas.get("_menu_item_xfn"))):
        draft.note("menu_item_style_left_out")
    if item.value("content:encoded").strip() or item.value("excerpt:encoded").strip():
        draft.note("menu_item_words_left_out")
    return draft


def _own_target(own: dict[str, Any]) -> tuple[str, str, str] | None:
    """Where an item of one of our own exports leads that WordPress knows no kind for: products."""
    return ("product", str(own["product"]), "") if own.get("product") else None


def _target(metas: dict[str, str], key_of: Callable[[str], str], outline: Outline) -> tuple[str | None, str, str]:
    """Kind, key or address, and title of what an item leads to; without a kind where that is not in the file."""
    form, named = metas.get("_menu_item_type", ""), metas.get("_menu_item_object", "")
    number = metas.get("_menu_item_object_id", "")
    if form == "custom":
        return "address", metas.get("_menu_item_url", ""), ""
    if form == "post_type":
        head = outline.heads.get(key_of(number))
        if head is not None and head.kind in _KINDS:
            return head.kind, head.key, words_of(head.title)[0]
    if form == "taxonomy" and named == "category":
        known = outline.terms_by_id.get(number)
        if known is not None:
            return "category", known, outline.titles.get(known, known)
    return None, f"{named} {number}".strip(), ""
