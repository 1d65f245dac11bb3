"""From an editor's texts to a command, with every wrong field found on the way.

Only what was edited is looked at, so that a save of one cell among thousands stays cheap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from rustok_desktop.core import limits, validators
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.gui.products.editor_texts import EditorTexts
from rustok_desktop.gui.products.entry import money_text, read_money, read_tags, read_weight, read_whole
from rustok_desktop.gui.products.product_texts import MONEY, PLAIN, TRANSLATED, variant_path

if TYPE_CHECKING:
    from rustok_desktop.commerce.schemas import CreateProduct, UpdateProduct

Problems = dict[str, FieldProblem]

_LIMITS = {
    "title": limits.TITLE,
    "handle": limits.HANDLE,
    "description": limits.DESCRIPTION,
    "meta_title": limits.META_TITLE,
    "meta_description": limits.META_DESCRIPTION,
    "vendor": limits.VENDOR,
    "product_type": limits.PRODUCT_TYPE,
    "category": limits.CATEGORY_PATH,
}


class CommandBuilder:
    """One pass over one state. ``problems`` holds the first wrong thing of each field."""

    def __init__(self, state: EditorTexts) -> None:
        self._state = state
        self.problems: Problems = {}

    # -- the whole ---------------------------------------------------------------------------------

    def check(self) -> Problems:
        """Every wrong field by path; the shop's own answers stand for what is right here."""
        self.payload()
        return {**self._state.server_problems, **self.problems}

    def check_product(self) -> Problems:
        """The wrong fields of the product itself."""
        self._own_fields()
        return self.problems

    def check_cells(self, key: str) -> Problems:
        """The wrong cells of one variant."""
        state = self._state
        if key in state.added:
            self._new_variant(key)
        elif key in state.edits.cells and key not in state.removed:
            self._patch(key)
        return self.problems

    def check_choices(self) -> Problems:
        """The variants that choose what another one has."""
        if self._state.head is None or self._state.added or self._state.edits.choices:
            self._check_combinations()
        return self.problems

    def command(self) -> CreateProduct | UpdateProduct | None:
        """The command, or None when ``problems`` is not empty."""
        from rustok_desktop.commerce import schemas  # pydantic: after the first paint

        payload = self.payload()
        if self.problems:
            return None
        # One by one: a validation of thousands in one call keeps the interpreter from every other thread meanwhile.
        for name, kind in (("add_variants", schemas.VariantInput), ("variants", schemas.VariantPatch)):
            if name in payload and self._state.head is not None:
                payload[name] = tuple(kind(**fields) for fields in payload[name])
        return schemas.CreateProduct(**payload) if self._state.head is None else schemas.UpdateProduct(**payload)

    def payload(self) -> dict[str, Any]:
        """The fields of the command as plain values."""
        return self._created() if self._state.head is None else self._updated()

    def _created(self) -> dict[str, Any]:
        payload = self._own_fields()
        payload["variants"] = tuple(self._new_variant(key) for key in self._state.added)
        payload["options"] = self._options()
        self.check_choices()
        return payload

    def _own_fields(self) -> dict[str, Any]:
        """The fields of the product itself."""
        state = self._state
        worded = [path for path in state.edits.own if "@" in path]
        if state.head is None:
            locales = {path.partition("@")[2] for path in worded if state.edits[path].strip()} | {state.locale}
            translations = {name: self._words(name, new=True) for name in sorted(locales)}
            plain: Iterable[str] = PLAIN
        else:
            locales = {path.partition("@")[2] for path in worded}
            translations = {name: self._words(name, new=f"title@{name}" not in state.base) for name in sorted(locales)}
            plain = (name for name in PLAIN if name in state.edits)
        payload: dict[str, Any] = {"translations": translations}
        payload.update({name: self._plain(name) for name in plain})
        if state.head is None or "tags" in state.edits:
            payload["tags"] = read_tags(state.text("tags"))
        if state.head is None or "images" in state.edits:
            payload["images"] = self._images()
        return payload

    def _updated(self) -> dict[str, Any]:
        state = self._state
        payload: dict[str, Any] = {"product_id": state.product_id, "base_version": state.version, **self._own_fields()}
        keys = [key for key in state.edits.cells if key not in state.added and key not in state.removed]
        payload["variants"] = tuple(map(self._patch, keys))
        payload["add_variants"] = tuple(map(self._new_variant, state.added))
        payload["remove_variants"] = tuple(sorted(state.removed))
        if self._options_changed():
            payload["options"] = self._options()
        self.check_choices()
        return payload

    # -- words -------------------------------------------------------------------------------------

    def _words(self, locale: str, *, new: bool) -> dict[str, str | None]:
        state = self._state
        words: dict[str, str | None] = {}
        for name in TRANSLATED:
            path = f"{name}@{locale}"
            text = state.text(path).strip()
            if path in state.edits or (new and text):
                words[name] = self._long(path, name, text) or None
        if not state.text(f"title@{locale}").strip():
            self._wrong(f"title@{locale}", "required")
            words["title"] = ""
        if "handle" in words:
            words["handle"] = self._handle(f"handle@{locale}", words["handle"])
        return words

    def _handle(self, path: str, text: str | None) -> str | None:
        if text is not None:  # left empty, the shop makes one from the title
            self._note(validators.handle(path, text))
        return text

    def _plain(self, name: str) -> str | None:
        return self._long(name, name, self._state.text(name).strip()) or None

    def _long(self, path: str, name: str, text: str) -> str:
        if len(text) > _LIMITS[name]:
            self._wrong(path, "too_long", limit=_LIMITS[name])
        return text

    # -- variants ----------------------------------------------------------------------------------

    def _patch(self, key: str) -> dict[str, Any]:
        state = self._state
        patch: dict[str, Any] = {"id": key}
        for name in ("sku", "barcode"):
            path = f"variants/{key}/{name}"
            if path in state.edits:
                patch[name] = state.text(path).strip() or None
        if f"variants/{key}/inventory_policy" in state.edits:
            patch["inventory_policy"] = state.cell(key, "inventory_policy")
        if f"variants/{key}/weight" in state.edits:
            patch["weight_mg"], patch["weight_unit"] = self._weight(key)
        for currency in self._edited_currencies(key):
            prices = tuple(self._prices(key, currency))
            patch["prices"] = (*patch.get("prices", ()), *prices)
            if not prices and variant_path(key, "price", currency) in state.edits:
                patch["remove_prices"] = (*patch.get("remove_prices", ()), currency)
        if any(f"variants/{key}/option{place}" in state.edits for place in range(len(state.options()))):
            patch["option_values"] = tuple(self._values(key))
        self._check_codes(key)
        return patch

    def _new_variant(self, key: str) -> dict[str, Any]:
        state = self._state
        weight, unit = self._weight(key)
        quantity, problem = read_whole(f"variants/{key}/quantity", state.cell(key, "quantity"))
        currencies = dict.fromkeys((state.currency, *self._edited_currencies(key)))
        self._note(problem)
        self._check_codes(key)
        return {
            "option_values": tuple(self._values(key)),
            "sku": state.cell(key, "sku").strip() or None,
            "barcode": state.cell(key, "barcode").strip() or None,
            "inventory_policy": state.cell(key, "inventory_policy"),
            "weight_mg": weight,
            "weight_unit": unit if weight is not None else None,
            "prices": tuple(price for currency in currencies for price in self._prices(key, currency)),
            "quantity": quantity or 0,
        }

    def _values(self, key: str) -> Iterator[str]:
        for position, option in enumerate(self._state.options()):
            value = self._state.cell(key, f"option{position}").strip()
            if not value:
                self._wrong(f"variants/{key}/option{position}", "option_value_missing", option=option.name)
            yield value

    def _weight(self, key: str) -> tuple[int | None, str | None]:
        path = f"variants/{key}/weight"
        shown = self._state.base.get(path, "").rpartition(" ")[2] or "g"
        weight, unit, problem = read_weight(path, self._state.text(path), shown)
        self._note(problem)
        return weight, unit if weight is not None else None

    def _edited_currencies(self, key: str) -> dict[str, None]:
        """The money in which something of a variant was typed."""
        cells = (path.rpartition("/")[2].partition("@") for path in self._state.edits.cells.get(key, ()))
        return {currency: None for name, _, currency in cells if name in MONEY}

    def _prices(self, key: str, currency: str) -> Iterator[dict[str, Any]]:
        state = self._state
        paths = [variant_path(key, name, currency) for name in MONEY]
        amounts = []
        for path in paths:
            amount, problem = read_money(path, state.text(path), currency, language=state.language)
            self._note(problem)
            amounts.append(amount)
        price, compare_at, cost = amounts
        if price is None:
            if any(state.text(path).strip() for path in paths[1:]):
                self._wrong(paths[0], "required")
            return
        if compare_at is not None and compare_at < price:
            shown = money_text(state.text(paths[0]).strip(), state.language)
            self._wrong(paths[1], "compare_at_below_price", price=shown)
        yield {
            "currency_code": currency,
            "amount": price,
            "compare_at_amount": compare_at,
            "cost_amount": cost,
        }

    def _check_codes(self, key: str) -> None:
        for name, rule in (("sku", validators.sku), ("barcode", validators.barcode)):
            path = f"variants/{key}/{name}"
            if path in self._state.edits:
                self._note(rule(path, self._state.text(path).strip()))

    def _check_combinations(self) -> None:
        state = self._state
        count = len(state.options())
        seen: dict[tuple[str, ...], str] = {}
        fresh = {*state.added, *state.edits.choices.values()}
        for key in state.variant_keys():
            values = tuple(state.cell(key, f"option{i}").strip() for i in range(count))
            mine = key if key in fresh else seen.get(values, "")  # of two the one that was typed is wrong
            if values in seen and mine in fresh and all(values):
                place = f"variants/{mine}/" + ("option0" if count else "sku")
                self._wrong(place, "duplicate_combination", combination=" / ".join(values))
            seen.setdefault(values, key)

    # -- lists -------------------------------------------------------------------------------------

    def _options(self) -> tuple[dict[str, Any], ...]:
        """The options with the values that variants bring along."""
        state = self._state
        changed = dict.fromkeys((*state.edits.choices.values(), *state.added))
        options = []
        for position, option in enumerate(state.options()):
            fresh = (state.cell(key, f"option{position}").strip() for key in changed)
            values = tuple(dict.fromkeys((*option.values, *(value for value in fresh if value))))
            options.append({"id": option.id, "name": option.name, "values": values})
        return tuple(options)

    def _options_changed(self) -> bool:
        known = [option.values for option in self._state.options()]
        return "options" in self._state.edits or [o["values"] for o in self._options()] != known

    def _images(self) -> tuple[dict[str, Any], ...]:
        images = self._state.images()
        if any(not image.url.strip() for image in images):
            self._wrong("images", "required")
        return tuple({"id": i.id, "url": i.url, "alt_text": i.alt_text.strip() or None} for i in images)

    def _note(self, problem: FieldProblem | None) -> None:
        if problem is not None:
            self.problems.setdefault(problem.path, problem)

    def _wrong(self, path: str, code: str, suggestion: str | None = None, **params: object) -> None:
        self._note(FieldProblem(path, code, params, suggestion))
