"""Price lists, own prices and currencies from the command line, on a real shop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .conftest import Cli

Told = Callable[..., str]


def skus(shop: Cli) -> list[str]:
    return [row["sku"] for row in shop("products", "list")[1]["products"]]


def test_a_sale_is_made_filled_and_holds(shop: Cli, told: Told) -> None:
    one, two, _ = skus(shop)
    assert "no price lists" in told("prices", "list")
    code, made = shop("prices", "create", "Spring", "--status", "active", "--priority", "5", "--description", "Yearly")
    assert code == 0
    spring = made["price_list_id"]
    code, saved = shop("prices", "set", spring, f"{one}=1.50", f"{one}@10=1.25", f"{two}=0.50", "--version", "1")
    assert (code, saved["version"], saved["prices"]) == (0, 2, 3)
    shown = shop("prices", "show", spring, "--limit", "2")[1]
    assert shown["price_list"]["count"] == 3
    rest = shop("prices", "show", spring, "--after", shown["next"])[1]
    amounts = {(row["sku"], row["min_quantity"]): row["amount"] for row in (*shown["prices"], *rest["prices"])}
    assert amounts == {(one, 1): 150, (one, 10): 125, (two, 1): 50}
    found = shop("prices", "effective", one, "--quantity", "12")[1]
    assert (found["price"]["amount"], found["price"]["offer"]["terms"]["name"]) == (125, "Spring")
    assert [(p["offer"]["min_quantity"], p["reason"]) for p in found["price"]["passed"]] == [(1, "tier")]
    text = told("prices", "effective", one)
    assert "1.50 USD" in text
    assert "Spring (sale, priority 5)" in text
    assert "1.25  quantity" in text
    assert shop("prices", "set", spring, "--remove", f"{one}@10")[0] == 0
    assert "so already" in told("prices", "set", spring, f"{one}=1.50")
    assert "Spring" in told("prices", "list")
    assert "Yearly" in told("prices", "show", spring)
    assert shop("undo")[0] == 0
    assert shop("prices", "show", spring)[1]["price_list"]["count"] == 3


def test_a_list_is_changed_trashed_and_restored(shop: Cli) -> None:
    (one, *_) = skus(shop)
    own = shop("prices", "effective", one)[1]["price"]["amount"]
    spring = shop("prices", "create", "Spring", "--type", "override", "--starts", "2030-01-31")[1]["price_list_id"]
    shop("prices", "set", spring, f"{one}=7777")
    code, saved = shop("prices", "update", spring, "--status", "active", "--ends", "2030-02-01T12:00", "--name", "Sp")
    assert (code, saved["changed"]) == (0, ["name", "status", "ends_at"])
    assert shop("prices", "effective", one)[1]["price"]["amount"] == own
    then = shop("prices", "effective", one, "--at", "2030-02-01T11:59")[1]["price"]
    assert (then["amount"], then["standing"]) == (777700, 777700)
    assert shop("prices", "effective", one, "--at", "2030-02-01T12:00")[1]["price"]["amount"] == own
    assert shop("prices", "update", spring, "--starts", "", "--ends", "")[1]["changed"] == ["starts_at", "ends_at"]
    stale = shop("prices", "trash", spring, "--version", "1")[1]
    assert stale["error"]["code"] == "version_conflict"
    assert shop("prices", "trash", spring)[0] == 0
    assert shop("prices", "list")[1]["price_lists"] == []
    assert shop("prices", "restore", spring)[0] == 0
    assert shop("prices", "effective", one)[1]["price"]["amount"] == 777700


def test_a_formula_is_looked_at_and_then_done(shop: Cli, told: Told) -> None:
    one, two, _ = skus(shop)
    products = [row["product_id"] for row in shop("products", "list")[1]["products"]]
    spring = shop("prices", "create", "Spring")[1]["price_list_id"]
    refused = shop("prices", "formula", spring, "-10 %")[1]["error"]
    assert [field["code"] for field in refused["fields"]] == ["nothing_to_price"]
    before = shop("prices", "formula", spring, "-10 %", "--sku", one, "--product", products[1], "--dry-run")[1]
    assert before["added"] == len(before["lines"]) > 1
    assert "becomes" in told("prices", "formula", spring, "-10 %", "--sku", two, "--dry-run").lower()
    code, saved = shop("prices", "formula", spring, "-10 %", "--sku", one, "--product", products[1])
    assert (code, saved["prices"]) == (0, before["added"])
    assert shop("prices", "formula", spring, "-20 %", "--min-quantity", "10", "--sku", one)[1]["prices"] == 1
    assert shop("prices", "formula", spring, "= none")[1]["error"]["fields"][0]["code"] == "formula_price_needed"


def test_what_is_mistyped_writes_nothing(shop: Cli) -> None:
    (one, *_) = skus(shop)
    spring = shop("prices", "create", "Spring")[1]["price_list_id"]
    cases: list[tuple[list[Any], str]] = [
        (["set", spring, f"{one}=1", "NOBODY=2"], "unknown_sku"),
        (["set", spring, f"{one}=1", "MUG"], "bad_set"),
        (["create", "Euros", "--currency", "EUR"], "currency_not_enabled"),
        (["update", spring, "--starts", "never"], "bad_time"),
        (["update", spring, "--priority", "1001"], "too_big"),
        (["create", ""], "required"),
    ]
    for arguments, problem in cases:
        code, answer = shop("prices", *arguments)
        assert (code, [field["code"] for field in answer["error"]["fields"]]) == (2, [problem])
    assert shop("prices", "show", spring)[1]["prices"] == []
    assert len(shop("prices", "list")[1]["price_lists"]) == 1


def test_own_prices_are_set_all_or_none_and_undone_at_once(shop: Cli) -> None:
    one, two, _ = skus(shop)

    def own() -> list[int]:
        return [shop("prices", "effective", sku)[1]["price"]["amount"] for sku in (one, two)]

    before = own()
    twice = shop("prices", "base", f"{two}=3", f"{one}=4", f"{one}=5")[1]["error"]
    assert [field["code"] for field in twice["fields"]] == ["price_given_twice"]
    assert own() == before
    assert shop("prices", "base", f"{one}=3", f"{two}=4")[1] == {"changed": 2, "unchanged": 0}
    assert own() == [300, 400]
    events = shop("events", "list", "--type", "product.updated", "--limit", "2")[1]["events"]
    assert len({event["txid"] for event in events}) == 1, "one transaction"
    assert shop("undo")[0] == 0
    assert own() == before


def test_further_currencies_and_prices_in_them(shop: Cli, told: Told) -> None:
    one, two, _ = skus(shop)
    assert shop("prices", "currencies")[1] == {"main": "USD", "further": []}
    assert shop("prices", "currencies", "--add", "eur", "--add", "KZT")[1]["further"] == ["EUR", "KZT"]
    assert shop("prices", "currencies", "--remove", "kzt")[1]["further"] == ["EUR"]
    assert "EUR" in told("prices", "currencies")
    assert shop("prices", "base", f"{one}=11", f"{two}=12", "--currency", "EUR")[1] == {"changed": 2, "unchanged": 0}
    assert "so already: 1" in told("prices", "base", f"{one}=11", "--currency", "EUR")
    assert shop("prices", "effective", two, "--currency", "EUR")[1]["price"]["amount"] == 1200
    euros = shop("prices", "create", "Euros", "--currency", "EUR", "--status", "active")[1]["price_list_id"]
    shop("prices", "formula", euros, "-50 %", "--sku", one)
    assert shop("prices", "effective", one, "--currency", "EUR")[1]["price"]["amount"] == 550
    assert "There is no price" in told("prices", "effective", one, "--currency", "KZT")
