"""Whatever is done to price lists, in any order: the price that holds is the model's, and undoing all of it leads
back to the start."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rustok_desktop.commerce import price_lists_schemas as p
from rustok_desktop.commerce.price_lists import PriceListService
from rustok_desktop.commerce.schemas import ChangePrices, CreateProduct
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.upcasters import Upcasters
from rustok_desktop.history.reverters.price_lists import PriceListReverter
from rustok_desktop.history.reverters.products import ProductReverter
from rustok_desktop.history.reverting import Reverters
from rustok_desktop.history.service import HistoryService
from rustok_desktop.identity.service import TenantService
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.database import Database
from tests.integration.conftest import add_tenant

from .price_list_model import OWN, Known, Shop

CURRENCIES = ("USD", "EUR")
# Two moments at which terms begin and end, and those right before, between and behind them.
MAY, JUNE = "2026-05-01T00:00:00.000000Z", "2026-06-01T00:00:00.000000Z"
MOMENTS = ("2026-04-30T23:59:59.999999Z", MAY, "2026-05-31T23:59:59.999999Z", JUNE)
QUANTITIES = (1, 4, 5, 9, 12)

PICK = st.integers(0, 30)
SIZES = st.sampled_from(sorted(OWN))
STARTS = st.sampled_from([1, 1, 5, 10])
AMOUNTS = st.sampled_from([0, 400, 500, 905, 1000, 1200])
NEW = {
    "name": "New", "type": "sale", "status": "active", "currency_code": "USD", "priority": 0,
    "starts_at": None, "ends_at": None,
}  # fmt: skip
# Lists to begin with, so that there is something to compare and to do from the first act on.
START: tuple[tuple[dict[str, Any], int], ...] = (
    ({"type": "override"}, 1200),
    ({"type": "override"}, 905),
    ({"starts_at": MAY, "ends_at": JUNE}, 500),
    ({}, 905),
)
KEYS = st.tuples(SIZES, STARTS)
PRICES = st.dictionaries(KEYS, AMOUNTS, min_size=1, max_size=4)
EDITS = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["Spring", "Wholesale"]),
        "type": st.sampled_from(["sale", "override"]),
        "status": st.sampled_from(["draft", "active"]),
        "currency_code": st.sampled_from([*CURRENCIES, "KZT"]),
        "priority": st.integers(0, 2),
        "starts_at": st.sampled_from([None, MAY, JUNE]),
        "ends_at": st.sampled_from([None, MAY, JUNE]),
    },
)
FORMULAS: dict[str, Callable[[int], int]] = {
    "-10 %": lambda own: (own * 9 + 5) // 10,
    "-5": lambda own: own - 500,
    "= 7": lambda own: 700,
}


class Prices(RuleBasedStateMachine):
    """The service beside a model of it."""

    def __init__(self, run: Callable[[Coroutine[Any, Any, Any]], Any], database: Database) -> None:
        super().__init__()
        self.run = run
        bus = TransactionalEventBus()
        self.service = PriceListService(database.writer, database.reader, bus)
        self.catalog = CatalogService(database.writer, database.reader, bus)
        self.tenants = TenantService(database.writer, database.reader, bus)
        log, reverters = EventLog(database.reader, Upcasters()), Reverters([ProductReverter(), PriceListReverter()])
        self.history = HistoryService(database.reader, database.writer, log, bus, reverters)
        self.model, self.past = Shop(), list[Shop]()
        tenant = run(add_tenant(database, new_id()))
        self.ctx = Context(tenant_id=tenant, role=Role.SUPER_ADMIN, actor_id=new_id())
        run(self._fill(Context(tenant_id=tenant, role=Role.SUPER_ADMIN, actor_id=new_id()).with_new_correlation()))

    async def _fill(self, ctx: Context) -> None:
        await self.tenants.set_currencies(ctx, ["EUR"])
        await self.catalog.ensure_location(ctx)
        variants = [
            {
                "option_values": [size],
                "prices": [{"currency_code": code, "amount": amount} for code, amount in own.items()],
            }
            for size, own in OWN.items()
        ]
        given = {"translations": {"en": {"title": "Shirt"}}, "options": [{"name": "Size", "values": list(OWN)}]}
        made = await self.catalog.create_product(ctx, CreateProduct.model_validate({**given, "variants": variants}))
        self.product_id = made.product_id
        product = await self.catalog.get_product(ctx, made.product_id)
        self.ids = {variant.option_values[0]: variant.id for variant in product.variants}
        self.sizes = {variant_id: size for size, variant_id in self.ids.items()}
        for fields, amount in START:
            listed = await self.service.create(ctx, p.CreatePriceList.model_validate({**NEW, **fields}))
            key = {"variant_id": self.ids["S"], "min_quantity": 5, "amount": amount}
            given = {"price_list_id": listed.price_list_id, "prices": [key]}
            await self.service.set_prices(ctx, p.SetListPrices.model_validate(given))
            self.model.lists[listed.price_list_id] = Known({**NEW, **fields}, {("S", 5): amount})
        self.start = self.model.digest()

    def step(self) -> Context:
        """One act of the person, to be taken back as one."""
        return self.ctx.with_new_correlation()

    def pick(self, number: int) -> tuple[str, Known]:
        ids = sorted(self.model.lists)
        list_id = ids[number % len(ids)]
        return list_id, self.model.lists[list_id]

    def attempt(self, allowed: bool, act: Coroutine[Any, Any, Any]) -> Any:
        if allowed:
            return self.run(act)
        with pytest.raises(UserError):
            self.run(act)
        return None

    def remember(self) -> None:
        """Before something that changes something."""
        self.past.append(deepcopy(self.model))

    # -- acts --------------------------------------------------------------------------------------

    @rule(edit=EDITS)
    def create(self, edit: dict[str, Any]) -> None:
        fields = {**NEW, **edit}
        act = self.service.create(self.step(), p.CreatePriceList.model_validate(fields))
        saved = self.attempt(_sound(fields) and fields["currency_code"] in CURRENCIES, act)
        if saved is not None:
            self.remember()
            self.model.lists[saved.price_list_id] = Known(fields)

    @rule(number=PICK, edit=EDITS, stale=st.sampled_from([False, False, False, True]))
    def edit(self, number: int, edit: dict[str, Any], stale: bool) -> None:
        """Another name, type, status, term, priority; another money while there are no prices."""
        list_id, known = self.pick(number)
        fields = {**known.fields, **edit}
        version = self.run(self.service.get(self.ctx, list_id)).version - stale
        command = p.UpdatePriceList.model_validate({"price_list_id": list_id, "base_version": version, **edit})
        allowed = not known.trashed and not stale and _sound(fields)
        if fields["currency_code"] != known.fields["currency_code"]:
            allowed &= not known.prices and fields["currency_code"] in CURRENCIES
        saved = self.attempt(allowed, self.service.update(self.step(), command))
        if saved is not None and saved.changed:
            self.remember()
            known.fields = fields

    @rule(number=PICK, prices=PRICES, gone=st.sets(KEYS, max_size=2))
    def put_prices(self, number: int, prices: dict[tuple[str, int], int], gone: set[tuple[str, int]]) -> None:
        """Prices from quantities on, while others go with the same act."""
        list_id, known = self.pick(number)

        def named(key: tuple[str, int]) -> dict[str, Any]:
            return {"variant_id": self.ids[key[0]], "min_quantity": key[1]}

        given = {
            "price_list_id": list_id,
            "prices": [{**named(key), "amount": amount} for key, amount in prices.items()],
            "remove": [named(key) for key in sorted(gone)],
        }
        allowed = not known.trashed and not gone & prices.keys()
        act = self.service.set_prices(self.step(), p.SetListPrices.model_validate(given))
        if self.attempt(allowed, act) is not None:
            self.priced(known, {key: was for key, was in known.prices.items() if key not in gone} | prices)

    @rule(number=PICK, start=STARTS, text=st.sampled_from(sorted(FORMULAS)), sizes=st.sets(SIZES))
    def by_formula(self, number: int, start: int, text: str, sizes: set[str]) -> None:
        """From the own prices; of all that stand in the list from that quantity on where no variant is named."""
        list_id, known = self.pick(number)
        concerned = sizes or {size for size, quantity in known.prices if quantity == start}
        own = {size: self.model.own[size].get(known.fields["currency_code"]) for size in concerned}
        able = {size: amount for size, amount in own.items() if amount is not None or text.startswith("=")}
        outcome = {(size, start): FORMULAS[text](amount or 0) for size, amount in able.items()}
        variants = [self.ids[size] for size in sorted(sizes)]
        given = {"price_list_id": list_id, "formula": text, "min_quantity": start, "variant_ids": variants}
        allowed = not known.trashed and bool(concerned) and all(amount >= 0 for amount in outcome.values())
        act = self.service.change_prices(self.step(), p.FormulaForList.model_validate(given))
        if self.attempt(allowed, act) is not None:
            self.priced(known, {**known.prices, **outcome})

    def priced(self, known: Known, prices: dict[tuple[str, int], int]) -> None:
        if prices != known.prices:
            self.remember()
            known.prices = prices

    @rule(number=PICK, act=st.sampled_from(["trash", "restore", "restore"]))
    def trash_or_restore(self, number: int, act: str) -> None:
        list_id, known = self.pick(number)
        command = p.PriceListCommand(price_list_id=list_id)
        allowed = known.trashed == (act == "restore")
        if self.attempt(allowed, getattr(self.service, act)(self.step(), command)) is not None:
            self.remember()
            known.trashed = not known.trashed

    @rule(size=SIZES, currency=st.sampled_from(CURRENCIES), amount=AMOUNTS)
    def own_price(self, size: str, currency: str, amount: int) -> None:
        given = {"formula": f"= {amount / 100}", "currency_code": currency, "variant_ids": (self.ids[size],)}
        self.run(self.catalog.change_prices(self.step(), ChangePrices.model_validate(given)))
        if self.model.own[size].get(currency) != amount:
            self.remember()
            self.model.own[size][currency] = amount

    @rule()
    def undo(self) -> None:
        """A list that was made goes to the trash, everything else is as it was."""
        if not self.past:
            with pytest.raises(UserError):
                self.run(self.history.undo(self.step()))
            return
        self.run(self.history.undo(self.step()))
        before, now = self.past.pop(), self.model
        made = {list_id: known for list_id, known in now.lists.items() if list_id not in before.lists}
        self.model = before
        self.model.lists |= {
            list_id: Known(known.fields, known.prices, trashed=True) for list_id, known in made.items()
        }

    # -- what always holds -------------------------------------------------------------------------

    @invariant()
    def lists_are_as_the_model_says(self) -> None:
        assert self.run(self.digest()) == self.model.digest()

    @invariant()
    def the_price_in_force_is_the_models(self) -> None:
        for currency in CURRENCIES:
            for moment in MOMENTS:
                shown = self.run(self.service.of_product(self.ctx, self.product_id, currency, moment))
                for variant in shown.variants:
                    size = self.sizes[variant.variant_id]
                    for quantity in QUANTITIES:
                        step = [one for one in variant.steps if one.from_quantity <= quantity][-1].price
                        held = (step.amount, step.offer.terms.id if step.offer is not None else None)
                        assert held == self.model.price(size, currency, quantity, moment), (size, quantity, moment)

    @rule(
        size=SIZES,
        currency=st.sampled_from(CURRENCIES),
        quantity=st.sampled_from(QUANTITIES),
        moment=st.sampled_from(MOMENTS),
    )
    def ask(self, size: str, currency: str, quantity: int, moment: str) -> None:
        """The same price by itself."""
        found = self.run(self.service.effective(self.ctx, self.ids[size], currency, quantity, moment)).price
        held = (found.amount, found.offer.terms.id if found.offer is not None else None)
        assert held == self.model.price(size, currency, quantity, moment)

    async def digest(self) -> Any:
        shown = {}
        for row in await self.service.list(self.ctx):
            prices = (await self.service.prices(self.ctx, row.id)).prices
            fields = {name: getattr(row, name) for name in NEW}
            shown[row.id] = (fields, {(self.sizes[one.variant_id], one.min_quantity): one.amount for one in prices})
        own: dict[str, dict[str, int]] = {size: {} for size in self.ids}
        for variant in (await self.catalog.get_product(self.ctx, self.product_id)).variants:
            own[self.sizes[variant.id]] = {price.currency_code: price.amount for price in variant.prices}
        return shown, own

    def teardown(self) -> None:
        """Taken back one by one down to the start."""
        while self.past:
            self.undo()
            assert self.run(self.digest()) == self.model.digest()
        assert self.run(self.digest()) == self.start
        assert self.run(self.history.state(self.ctx)).undo is None


def _sound(fields: dict[str, Any]) -> bool:
    return None in (fields["starts_at"], fields["ends_at"]) or fields["starts_at"] < fields["ends_at"]


def test_price_lists_in_any_order(tmp_path: Path) -> None:
    with asyncio.Runner() as runner:
        database = Database(tmp_path / "shop.db", utc_now)
        runner.run(database.open())
        try:
            run_state_machine_as_test(
                lambda: Prices(runner.run, database),
                settings=settings(
                    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
                ),
            )
        finally:
            runner.run(database.close())
