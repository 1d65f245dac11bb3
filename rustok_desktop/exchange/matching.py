"""Which variant of the shop a row of the file means, and whether its choice and SKU are free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rustok_desktop.commerce import rules
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.text import fold
from rustok_desktop.exchange.cells import EMPTY
from rustok_desktop.exchange.claims import SkuClaims
from rustok_desktop.exchange.drafts import ProductDraft, VariantDraft
from rustok_desktop.exchange.existing import StoredOption, StoredProduct, StoredVariant
from rustok_desktop.exchange.findings import Findings

Choice = tuple[str, ...]


@dataclass(slots=True)
class Match:
    """A row and the stored variant it means (None: a new one), with the choice and SKU it ends up with."""

    variant: VariantDraft
    stored: StoredVariant | None
    choice: Choice
    sku: str | None
    old_choice: Choice = ()

    @property
    def keeps_choice(self) -> bool:
        """Whether the variant has this choice already."""
        return self.stored is not None and self.choice == self.old_choice

    @property
    def keeps_sku(self) -> bool:
        """Whether the variant has this SKU already."""
        return self.stored is not None and self.sku == self.stored.sku


@dataclass(slots=True)
class OptionPlan:
    """The options after the import, in order. ``order[i]`` is the file's place of option i, None if unnamed."""

    options: list[StoredOption]
    renamed: bool = False
    order: tuple[int, ...] | None = None
    by_sku_only: bool = False  # the number of options changes: choices cannot tell variants apart

    def in_order(self, choice: Choice | None) -> Choice | None:
        """A choice of the file in the order of ``options``."""
        if choice is None or self.order is None:
            return choice
        return tuple(choice[place] for place in self.order)


def plan_options(stored: StoredProduct, names: Sequence[str]) -> OptionPlan | None:
    """How the file's options fit the shop's: the same in any order, renamed by place, or more of them.

    None when they do not fit: an import never takes an option away.
    """
    have = [StoredOption(o.id, o.name, dict(o.values)) for o in stored.options]
    if not names:
        return OptionPlan(have)
    places = {fold(name): place for place, name in enumerate(names)}
    if len(have) == len(names):
        if all(fold(option.name) in places for option in have):
            return OptionPlan(have, order=tuple(places[fold(option.name)] for option in have))
        for option, name in zip(have, names, strict=True):
            option.name = name
        return OptionPlan(have, renamed=True, order=tuple(range(len(names))))
    if len(have) > len(names) or any(fold(option.name) not in places for option in have):
        return None
    known = {fold(option.name): option for option in have}
    options = [known.get(fold(name)) or StoredOption(new_id(), name, {}) for name in names]
    return OptionPlan(options, order=tuple(range(len(names))), by_sku_only=True)


class Matcher:
    """Matches the rows of one product with its stored variants: by choice, then by SKU."""

    def __init__(
        self,
        draft: ProductDraft,
        stored: StoredProduct,
        plan: OptionPlan,
        findings: Findings,
        claims: SkuClaims,
        erase_sku: bool,
    ) -> None:
        self._draft = draft
        self._stored = stored
        self._plan = plan
        self._findings = findings
        self._claims = claims
        self._erase_sku = erase_sku
        texts = {value_id: text for option in stored.options for text, value_id in option.values.items()}
        self.choices: dict[str, Choice] = {
            variant.id: tuple(texts.get(value, "") for value in variant.combination.split(","))
            if variant.combination
            else ()
            for variant in stored.variants
        }

    def matches(self) -> list[Match]:
        """The rows to import, in order; findings for the others."""
        found = self._pair()
        while True:
            kept = self._without_conflicts(found)
            if len(kept) == len(found):
                break
            # A refused row leaves its stored variant as it is, which may now be in another row's way.
            found = kept
        for match in kept:
            if match.sku is not None:
                self._claims.claim(match.sku, self._draft.title or self._stored.title)
        return kept

    def _pair(self) -> list[Match]:
        by_choice = {self.choices[variant.id]: variant for variant in self._stored.variants}
        by_sku = {variant.sku: variant for variant in self._stored.variants if variant.sku}
        free = {variant.id for variant in self._stored.variants}
        found: list[Match] = []
        for variant in self._draft.variants:
            choice = self._plan.in_order(variant.options)
            stored = None
            if choice is not None and not self._plan.by_sku_only:
                stored = by_choice.get(choice)
            elif choice is None and not self._plan.options:
                stored = by_choice.get(())
            if (stored is None or stored.id not in free) and isinstance(variant.sku, str):
                stored = by_sku.get(variant.sku)
            if stored is not None and stored.id not in free:
                stored = None
            match = self._match(variant, stored, choice)
            if match is not None:
                found.append(match)
                if stored is not None:
                    free.discard(stored.id)
        return found

    def _match(self, variant: VariantDraft, stored: StoredVariant | None, choice: Choice | None) -> Match | None:
        options = self._plan.options
        if choice is None or len(choice) != len(options) or not all(choice):
            if stored is None and (options or choice):
                self._refuse_choice(variant, choice)
                return None
            choice = self.choices[stored.id] if stored is not None else ()
        sku = stored.sku if stored is not None else None
        if isinstance(variant.sku, str):
            sku = variant.sku
        elif variant.sku is EMPTY and self._erase_sku:
            sku = None
        return Match(variant, stored, choice, sku, self.choices[stored.id] if stored is not None else ())

    def _refuse_choice(self, variant: VariantDraft, choice: Choice | None) -> None:
        if choice:
            named = rules.variant_title(choice)
            self._findings.note(self._draft, variant, "option1_value", named, "option_mismatch", {})
            return
        params: dict[str, object] = {"option": self._plan.options[0].name}
        self._findings.note(self._draft, variant, "option1_value", "", "option_value_missing", params)

    def _without_conflicts(self, found: list[Match]) -> list[Match]:
        """Rows whose choice and SKU nobody else has: no variant that keeps its own, and no row before them."""
        touched = {match.stored.id: match for match in found if match.stored is not None}
        choices: set[Choice] = set()
        skus: set[str | None] = set()
        for variant in self._stored.variants:
            own = touched.get(variant.id)
            if own is None or own.keeps_choice:
                choices.add(self.choices[variant.id])
            if own is None or own.keeps_sku:
                skus.add(variant.sku)
        kept = []
        for match in found:
            if match.choice in choices and not match.keeps_choice:
                named = rules.variant_title(match.choice)
                params: dict[str, object] = {"combination": named}
                row = match.variant
                self._findings.note(self._draft, row, "option1_value", named, "duplicate_combination", params)
                continue
            if match.sku is not None and not match.keeps_sku and not self._sku_is_free(match, match.sku, skus):
                continue
            choices.add(match.choice)
            if match.sku is not None:
                skus.add(match.sku)
            kept.append(match)
        return kept

    def _sku_is_free(self, match: Match, sku: str, taken: set[str | None]) -> bool:
        if sku in taken:
            self._claims.refuse(self._draft, match.variant, sku, self._draft.title or self._stored.title)
            return False
        return self._claims.is_free(self._draft, match.variant, sku, self._stored.id)
