"""Comparing the texts of a file with the shop: only what differs becomes a command, thing by thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rustok_desktop.commerce import rules
from rustok_desktop.content.texts import clean_body, clean_word
from rustok_desktop.core import limits
from rustok_desktop.core.context import Context
from rustok_desktop.exchange.nodes.drafts import Draft, Note, SkippedDraft
from rustok_desktop.exchange.nodes.planned import Planned, skipped
from rustok_desktop.exchange.nodes.schemas import ContentAction
from rustok_desktop.exchange.nodes.wxr_xml import carried
from rustok_desktop.exchange.words.block_words import kept, merged, problems
from rustok_desktop.exchange.words.shop_words import load_thing
from rustok_desktop.exchange.words.units import NODES, Key, Languages, ReadText, Thing
from rustok_desktop.exchange.words.writing import seen
from rustok_desktop.storage.unit_of_work import UnitOfWork

_LIMITS = {
    "title": limits.TITLE,
    "name": limits.CATEGORY_NAME,
    "excerpt": limits.EXCERPT,
    "meta_title": limits.META_TITLE,
    "meta_description": limits.META_DESCRIPTION,
    "body": limits.BODY,
    "description": limits.DESCRIPTION,
    "alt_text": limits.ALT_TEXT,
}
_FIRST = {**dict.fromkeys(NODES, "title"), "product": "title", "category": "name"}


class TextPlanner:
    """Plans the texts of one thing after another. ``counts`` is the sum over all."""

    def __init__(self, uow: UnitOfWork, ctx: Context, languages: Languages, *, moved: bool) -> None:
        self._uow = uow
        self._ctx = ctx
        self._languages = languages
        self._take_moved = moved
        self.counts: Counter[str] = Counter()

    def plan(self, thing_key: str, texts: list[ReadText]) -> Iterator[Planned]:
        """What becomes of a thing's texts: at most one change of those whose original is as it was, another of the
        rest, and one line for each text that stays out.
        """
        if not thing_key:
            yield from (self._out(text, "unknown", _nameless(text)) for text in texts)
            return
        kind, _, thing_id = thing_key.partition(":")
        thing = load_thing(self._uow, self._ctx, kind, thing_id, self._languages)
        if thing is None:
            yield from (self._out(text, "unknown", Note("text_thing_unknown")) for text in texts)
            return
        yield from self._thing(thing, texts)

    def _thing(self, thing: Thing, texts: list[ReadText]) -> Iterator[Planned]:
        fresh: dict[str, str] = {}
        moved: dict[str, str] = {}
        lines: dict[str, int] = {}
        for text in texts:
            key = Key.read(text.key)
            assert key is not None  # texts without one belong to no thing
            fault = self._fault(thing, key, text, lines.get(key.field))
            lines.setdefault(key.field, text.line)
            if fault is not None:
                yield self._out(text, "unknown" if fault.code == "text_field_unknown" else "refused", fault, thing)
            elif text.target is None or not text.target.strip() or text.untouched:
                self.counts["empty"] += 1
            elif carried(text.target) == carried(thing.target.get(key.field, "")):
                self.counts["unchanged"] += 1
            else:
                same = carried(text.source) == carried(thing.source[key.field])
                (fresh if same else moved)[key.field] = text.target
        yield from self._changes(thing, fresh, moved, lines)

    def _changes(
        self, thing: Thing, fresh: dict[str, str], moved: dict[str, str], lines: dict[str, int]
    ) -> Iterator[Planned]:
        first = None if thing.there else _FIRST.get(thing.kind)
        if first in moved:
            moved, fresh = fresh | moved, {}  # the others cannot go without it
        begins = first is None or first in fresh or first in moved
        for words, name in ((fresh, "changed"), (moved, "moved")):
            if words:
                yield from self._change(thing, words, name, lines, begins=begins)
        if not fresh and not moved:
            yield Planned(_draft(thing, min(lines.values())))

    def _fault(self, thing: Thing, key: Key, text: ReadText, before: int | None) -> Note | None:
        if before is not None:
            return Note("text_id_twice", {"line": before})
        if text.fault:
            return Note(text.fault, {"detail": text.detail})
        if key.field not in thing.source:
            return Note("text_field_unknown", {"field": key.field})
        return None

    def _change(
        self, thing: Thing, words: dict[str, str], name: str, lines: dict[str, int], *, begins: bool
    ) -> Iterator[Planned]:
        clean, reasons = _cleaned(thing, words)
        planned = Planned(_draft(thing, min(lines[field] for field in words)))
        if not begins or (not thing.there and _FIRST.get(thing.kind) in reasons):
            reasons = dict.fromkeys(clean, Note("text_title_first")) | reasons
            clean = {}
        for field, reason in reasons.items():
            self.counts["refused"] += 1
            line = lines[field]
            yield skipped(SkippedDraft(part=thing.kind, key="", title=thing.title, line=line, reason=reason), reason)
        changed = {field: text for field, text in clean.items() if text != thing.target.get(field)}
        self.counts["unchanged"] += len(clean) - len(changed)
        if not changed:
            return
        self.counts[name] += len(changed)
        if name == "moved":
            planned.draft.note("text_source_changed")
            planned.excluded = not self._take_moved
        for field, text in changed.items():
            planned.differ(f"{field}@{self._languages.target}", thing.target.get(field), text)
        planned.action = ContentAction.UPDATE
        planned.steps.append(("translate", self._command(thing, changed)))
        yield planned

    def _command(self, thing: Thing, words: dict[str, str]) -> dict[str, object]:
        return {
            "kind": thing.kind,
            "thing_id": thing.id,
            "source": self._languages.source,
            "target": self._languages.target,
            "words": words,
            "seen": {field: seen(thing, field) for field in words},
        }

    def _out(self, text: ReadText, name: str, reason: Note, thing: Thing | None = None) -> Planned:
        self.counts[name] += 1
        key = Key.read(text.key)
        part = key.kind if key is not None else "text"
        title = thing.title if thing is not None else text.source[:80] or text.key[:80]
        return skipped(SkippedDraft(part=part, key="", title=title, line=text.line, reason=reason), reason)


def _nameless(text: ReadText) -> Note:
    if text.fault:
        return Note(text.fault, {"detail": text.detail})
    return Note("text_without_id") if not text.key.strip() else Note("text_id_unknown", {"id": text.key[:80]})


def _draft(thing: Thing, line: int) -> Draft:
    return Draft(part=thing.kind, key="", title=thing.title, line=line)


def _cleaned(thing: Thing, words: dict[str, str]) -> tuple[dict[str, str], dict[str, Note]]:
    """The texts as the shop will keep them, and what it does not take."""
    if thing.kind == "block":
        return _block(thing, words)
    clean: dict[str, str] = {}
    reasons: dict[str, Note] = {}
    for name, text in words.items():
        kept_text = _field(thing, name, text)
        if kept_text is None:
            reasons[name] = Note("text_nothing_left", {"field": name})
        elif len(kept_text) > _LIMITS[name]:
            reasons[name] = Note("text_longer", {"field": name, "limit": _LIMITS[name]})
        else:
            clean[name] = kept_text
    return clean, reasons


def _field(thing: Thing, name: str, text: str) -> str | None:
    if name == "body":
        return clean_body(text, thing.form)
    if thing.kind == "product" and name == "description":
        return rules.clean_html(text)
    return clean_word(text)


def _block(thing: Thing, words: dict[str, str]) -> tuple[dict[str, str], dict[str, Note]]:
    left = dict(words)
    reasons: dict[str, Note] = {}
    while left:
        becomes = merged(thing.like, thing.held, left)
        wrong = problems(thing.template, becomes)
        if not wrong:
            now = kept(thing.template, becomes)
            return {name: now[name] for name in left if name in now}, reasons
        out = [name for name in left if _stands_with(name, wrong[0].path.split("/"))] or list(left)
        reasons |= dict.fromkeys(out, Note("text_block_refused", {"fields": wrong[0].path.replace("/", ".")}))
        left = {name: text for name, text in left.items() if name not in out}
    return {}, reasons


def _stands_with(name: str, wrong: list[str]) -> bool:
    """Whether a text goes out with a wrong one: in the same entry of a list, or in one behind it, which cannot come
    before it; where no list is, all do.
    """
    parts = name.split(".")
    if len(wrong) < 2 or len(parts) < 2 or not wrong[1].isdecimal():
        return False
    return parts[0] == wrong[0] and int(parts[1]) >= int(wrong[1])
