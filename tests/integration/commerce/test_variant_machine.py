"""Whatever is done to options and variants, in any order: codes, prices and stock stay with their variant, no two
variants are alike, limits hold, and what is refused changes nothing."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from itertools import product as combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rustok_desktop.commerce.changes import fields_of
from rustok_desktop.commerce.schemas import AdjustStock, CreateProduct, ProductCommand, UpdateProduct
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core import limits
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import AppError, UserError, VersionConflict
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.upcasters import Upcasters
from rustok_desktop.history.reverters.products import ProductReverter
from rustok_desktop.history.reverting import Reverters
from rustok_desktop.history.service import HistoryService
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare

from .variant_model import Model, Option, Variant, amount_of, money, sent

_TENANT = prepare(
    "INSERT INTO tenants (id, slug, name, default_locale, currency_code, settings, is_active, created_at, updated_at)"
    " VALUES (:id, :id, 'Shop', 'en', 'USD', '{}', 1, :now, :now)"
)
MOST_OPTIONS, MOST_VARIANTS = 3, 9
NAMES = st.sampled_from(["Size", "SIZE", "Colour", "Fit", "Cut"])
TEXTS = st.sampled_from(["S", "M", "L", "Red", "red"])
CODES = st.sampled_from(["A", "B", "C", "D", "TAKEN", None])
PICK = st.integers(0, 30)
ORDER = st.integers(0, 10_000)


class Matrix(RuleBasedStateMachine):
    """The catalog beside a model of one product, and another product that holds a SKU."""

    def __init__(self, run: Callable[[Coroutine[Any, Any, Any]], Any], database: Database) -> None:
        super().__init__()
        self.run, self.database = run, database
        bus = TransactionalEventBus()
        self.log = EventLog(database.reader, Upcasters())
        self.catalog = CatalogService(database.writer, database.reader, bus)
        self.history = HistoryService(
            database.reader, database.writer, self.log, bus, Reverters([ProductReverter()])
        )
        self.ctx = Context(tenant_id=new_id(), role=Role.SUPER_ADMIN, actor_id=new_id())
        self.made = 0
        self.model = Model()
        run(self._fill())

    async def _fill(self) -> None:
        tenant = self.ctx.tenant_id
        await self.database.writer.run(lambda uow: uow.run(_TENANT, id=tenant, now=uow.now))
        await self.catalog.ensure_location(self.ctx)
        for title, fields in (("Other", {"variants": [{"sku": "TAKEN"}]}), ("Shirt", self._shirt())):
            command = CreateProduct.model_validate({"translations": {"en": {"title": title}}, **fields})
            self.product_id = (await self.catalog.create_product(self.step(), command)).product_id
        view = await self.view()
        self.model.options = [Option(o.id, o.name, [[v.id, v.value] for v in o.values]) for o in view.options]
        ids = {(option.name, text): value_id for option in self.model.options for value_id, text in option.values}
        for variant in view.variants:
            named = zip(self.model.options, variant.option_values, strict=True)
            choice = {option.id: ids[option.name, text] for option, text in named}
            self.model.variants[variant.id] = Variant(choice, variant.sku, 500, 3)

    def _shirt(self) -> dict[str, Any]:
        options = [{"name": "Size", "values": ["S", "M"]}, {"name": "Colour", "values": ["Red", "L"]}]
        chosen = (("S", "Red"), ("M", "Red"), ("S", "L"))
        variants = [
            {"option_values": values, "sku": sku, "prices": money(500), "quantity": 3}
            for values, sku in zip(chosen, ("A", "B", None), strict=True)
        ]
        return {"options": options, "variants": variants}

    # -- means -------------------------------------------------------------------------------------

    def step(self) -> Context:
        """One act of the person: a chain of events of its own."""
        return self.ctx.with_new_correlation()

    async def view(self) -> ProductView:
        return await self.catalog.get_product(self.ctx, self.product_id)

    async def digest(self) -> Any:
        view = await self.view()
        return (view.version, view.deleted_at, fields_of(view, stock=True), await self.log.head())

    async def save(self, version: int | None = None, **fields: Any) -> None:
        base = (await self.view()).version if version is None else version
        given = {"product_id": self.product_id, "base_version": base, **fields}
        await self.catalog.update_product(self.step(), UpdateProduct.model_validate(given))

    def attempt(self, allowed: bool, act: Coroutine[Any, Any, Any]) -> bool:
        """Do it; where it must be refused, nothing may have changed."""
        if allowed:
            self.run(act)
            return True
        before = self.run(self.digest())
        with pytest.raises(UserError):
            self.run(act)
        assert self.run(self.digest()) == before, "a refused step changed something"
        return False

    def edit(self, allowed: bool, options: list[Option]) -> None:
        """Save a whole new list of options; new ids are read back by their place."""
        if self.attempt(allowed, self.save(options=sent(options))):
            found = self.run(self.view()).options
            for option, stored in zip(options, found, strict=True):
                assert option.id in ("", stored.id)
                option.id = stored.id
                for value, kept in zip(option.values, stored.values, strict=True):
                    assert value[0] in ("", kept.id)
                    value[0] = kept.id
            self.model.options = options

    def copied(self) -> list[Option]:
        return [Option(o.id, o.name, [list(value) for value in o.values]) for o in self.model.options]

    def pick(self, number: int) -> tuple[str, Variant]:
        ids = list(self.model.variants)
        return ids[number % len(ids)], self.model.variants[ids[number % len(ids)]]

    def combo(self, numbers: tuple[int, int, int]) -> dict[str, str]:
        """A value of each option."""
        return {o.id: o.values[n % len(o.values)][0] for o, n in zip(self.model.options, numbers, strict=False)}

    def fresh(self, choice: dict[str, str], sku: str | None = None) -> tuple[Variant, dict[str, Any]]:
        """A new variant that is like no other, and how a command asks for it."""
        self.made += 1
        variant = Variant(choice, sku or f"N{self.made}", 1000 + self.made, self.made % 4)
        asked = {
            "option_values": self.model.texts(variant),
            "sku": variant.sku,
            "prices": money(1000 + self.made),
            "quantity": variant.stock,
        }
        return variant, asked

    def learn(self, added: list[Variant]) -> None:
        """The ids of new variants, by their codes."""
        ids = {stored.sku: stored.id for stored in self.run(self.view()).variants}
        for variant in added:
            self.model.variants[ids[variant.sku]] = variant

    # -- options -----------------------------------------------------------------------------------

    @rule(name=NAMES, values=st.lists(TEXTS, min_size=1, max_size=3, unique=True), place=PICK)
    def add_option(self, name: str, values: list[str], place: int) -> None:
        """All variants take the first value of it."""
        options = self.copied()
        known = {option.name.casefold() for option in options}
        allowed = len(options) < MOST_OPTIONS and name.casefold() not in known
        new = Option("", name, [["", text] for text in values])
        options.insert(place % (len(options) + 1), new)
        self.edit(allowed, options)
        if allowed:
            for variant in self.model.variants.values():
                variant.choice[new.id] = new.values[0][0]

    @rule(number=PICK, name=NAMES)
    def rename_option(self, number: int, name: str) -> None:
        options = self.copied()
        if options:
            option = options[number % len(options)]
            others = {other.name.casefold() for other in options if other is not option}
            option.name = name
            self.edit(name.casefold() not in others, options)

    @rule(number=PICK)
    def remove_option(self, number: int) -> None:
        options = self.copied()
        if options:
            gone = options.pop(number % len(options))
            left = [tuple(v.choice[o.id] for o in options) for v in self.model.variants.values()]
            allowed = len(set(left)) == len(left)
            self.edit(allowed, options)
            if allowed:
                for variant in self.model.variants.values():
                    del variant.choice[gone.id]

    @rule(seed=ORDER)
    def reorder(self, seed: int) -> None:
        """Options and their values, all at once."""
        options = self.copied()
        random.Random(seed).shuffle(options)
        for option in options:
            random.Random(seed + 1).shuffle(option.values)
        if options:
            self.edit(True, options)

    @rule(number=PICK, place=PICK, text=TEXTS)
    def add_value(self, number: int, place: int, text: str) -> None:
        options = self.copied()
        if options:
            values = options[number % len(options)].values
            allowed = all(text != known for _, known in values)
            values.insert(place % (len(values) + 1), ["", text])
            self.edit(allowed, options)

    @rule(number=PICK, place=PICK, text=TEXTS)
    def rename_value(self, number: int, place: int, text: str) -> None:
        options = self.copied()
        if options:
            values = options[number % len(options)].values
            value = values[place % len(values)]
            allowed = all(text != other[1] for other in values if other is not value)
            value[1] = text
            self.edit(allowed, options)

    @rule(number=PICK)
    def swap_value_texts(self, number: int) -> None:
        """Two values exchange their words; the variants keep their values."""
        options = self.copied()
        values = options[number % len(options)].values if options else []
        if len(values) > 1:
            values[0][1], values[1][1] = values[1][1], values[0][1]
            self.edit(True, options)

    @rule(number=PICK, place=PICK)
    def remove_value(self, number: int, place: int) -> None:
        options = self.copied()
        if options:
            values = options[number % len(options)].values
            gone, _ = values.pop(place % len(values))
            used = any(gone in variant.choice.values() for variant in self.model.variants.values())
            self.edit(bool(values) and not used, options)

    # -- variants ----------------------------------------------------------------------------------

    @rule()
    def generate(self) -> None:
        """Every combination there is not yet."""
        present = {tuple(variant.choice[o.id] for o in self.model.options) for variant in self.model.variants.values()}
        ids = [[value_id for value_id, _ in option.values] for option in self.model.options]
        missing = [combo for combo in combinations(*ids) if combo not in present]
        added = [
            self.fresh({option.id: one for option, one in zip(self.model.options, combo, strict=True)})
            for combo in missing
        ]
        if added:
            allowed = len(self.model.variants) + len(added) <= MOST_VARIANTS
            if self.attempt(allowed, self.save(add_variants=[asked for _, asked in added])):
                self.learn([variant for variant, _ in added])

    @rule(numbers=st.tuples(PICK, PICK, PICK), sku=CODES)
    def add_variant(self, numbers: tuple[int, int, int], sku: str | None) -> None:
        variant, asked = self.fresh(self.combo(numbers), sku)
        allowed = (
            self.model.texts(variant) not in self.model.combos()
            and variant.sku not in self.model.codes()
            and len(self.model.variants) < MOST_VARIANTS
        )
        if self.attempt(allowed, self.save(add_variants=[asked])):
            self.learn([variant])

    @rule(number=PICK, numbers=st.tuples(PICK, PICK, PICK))
    def choose_otherwise(self, number: int, numbers: tuple[int, int, int]) -> None:
        variant_id, variant = self.pick(number)
        choice = self.combo(numbers)
        texts = self.model.texts(Variant(choice))
        allowed = texts not in self.model.combos([variant_id])
        if self.attempt(allowed, self.save(variants=[{"id": variant_id, "option_values": texts}])):
            variant.choice = choice

    @rule(one=PICK, two=PICK, codes=st.booleans())
    def swap(self, one: int, two: int, codes: bool) -> None:
        """Two variants exchange their choices or their codes in one save."""
        (first, a), (second, b) = self.pick(one), self.pick(two)
        if first != second:
            values = (b.sku, a.sku) if codes else (self.model.texts(b), self.model.texts(a))
            name = "sku" if codes else "option_values"
            self.run(self.save(variants=[{"id": i, name: v} for i, v in zip((first, second), values, strict=True)]))
            if codes:
                a.sku, b.sku = b.sku, a.sku
            else:
                a.choice, b.choice = b.choice, a.choice

    @rule(number=PICK, sku=CODES)
    def edit_sku(self, number: int, sku: str | None) -> None:
        variant_id, variant = self.pick(number)
        allowed = sku is None or sku not in self.model.codes([variant_id])
        if self.attempt(allowed, self.save(variants=[{"id": variant_id, "sku": sku}])):
            variant.sku = sku

    @rule(number=PICK, amount=st.none() | st.integers(0, 9_999))
    def edit_price(self, number: int, amount: int | None) -> None:
        variant_id, variant = self.pick(number)
        fields = {"remove_prices": ["USD"]} if amount is None else {"prices": money(amount)}
        self.run(self.save(variants=[{"id": variant_id, **fields}]))
        variant.price = amount

    @rule(number=PICK, delta=st.integers(-4, 6).filter(bool))
    def move_stock(self, number: int, delta: int) -> None:
        variant_id, variant = self.pick(number)
        act = self.catalog.adjust_stock(self.step(), AdjustStock(variant_id=variant_id, delta=delta))
        if self.attempt(variant.stock + delta >= 0, act):
            variant.stock += delta

    @rule(numbers=st.sets(PICK, min_size=1, max_size=3), regret=st.booleans())
    def remove_variants(self, numbers: set[int], regret: bool) -> None:
        """A product keeps at least one. Who thinks better of it has all of them back, with everything on them."""
        ids = {self.pick(number)[0] for number in numbers}
        if not self.attempt(len(ids) < len(self.model.variants), self.save(remove_variants=sorted(ids))):
            return
        if regret:
            self.run(self.history.undo(self.ctx))
        else:
            for variant_id in ids:
                del self.model.variants[variant_id]

    @rule(number=PICK)
    def replace_variant(self, number: int) -> None:
        """One goes and another takes its choice and its code in the same save; stock and price are its own."""
        variant_id, old = self.pick(number)
        variant, asked = self.fresh(dict(old.choice), old.sku)
        self.run(self.save(remove_variants=[variant_id], add_variants=[asked]))
        del self.model.variants[variant_id]
        self.learn([variant])

    # -- the whole product -------------------------------------------------------------------------

    @rule(number=PICK)
    def to_the_trash_and_back(self, number: int) -> None:
        """In the trash nothing can be edited; it comes back as it was."""
        variant_id, _ = self.pick(number)
        command = ProductCommand(product_id=self.product_id)
        self.run(self.catalog.trash(self.step(), command))
        self.attempt(False, self.save(variants=[{"id": variant_id, "prices": money(1)}]))
        self.run(self.catalog.restore(self.step(), command))

    @rule(number=PICK)
    def a_stale_save(self, number: int) -> None:
        before = self.run(self.digest())
        variant_id, _ = self.pick(number)
        stale = self.save(before[0] - 1, variants=[{"id": variant_id, "sku": "STALE"}])
        with pytest.raises((VersionConflict, AppError)):
            self.run(stale)
        assert self.run(self.digest()) == before

    # -- what always holds -------------------------------------------------------------------------

    @invariant()
    def everything_is_where_it_belongs(self) -> None:
        view = self.run(self.view())
        expected = [(option.name, [text for _, text in option.values]) for option in self.model.options]
        assert [(option.name, [value.value for value in option.values]) for option in view.options] == expected
        units = {variant.id: sum(level.on_hand for level in variant.stock) for variant in view.variants}
        stored = {v.id: (v.option_values, v.sku, amount_of(v), units[v.id]) for v in view.variants}
        assert stored == {
            i: (self.model.texts(v), v.sku, v.price, v.stock) for i, v in self.model.variants.items()
        }
        chosen = [variant.option_values for variant in view.variants]
        assert len(set(chosen)) == len(chosen) <= MOST_VARIANTS
        assert len(view.options) <= MOST_OPTIONS
        codes = [variant.sku for variant in view.variants if variant.sku is not None]
        assert len(set(codes)) == len(codes)


def test_variants_in_any_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "OPTIONS_PER_PRODUCT", MOST_OPTIONS)
    monkeypatch.setattr(limits, "VARIANTS_PER_PRODUCT", MOST_VARIANTS)
    with asyncio.Runner() as runner:
        database = Database(tmp_path / "shop.db", utc_now)
        runner.run(database.open())
        run_state_machine_as_test(
            lambda: Matrix(runner.run, database),
            settings=settings(
                max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
            ),
        )
        runner.run(database.close())
