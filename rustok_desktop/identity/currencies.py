"""Money besides the shop's main one: which further currencies it sets prices in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rustok_desktop.core import limits, validators
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

PATH = "currencies"

# The main one is never a further one, also where an empty shop took a further one as its main one.
CURRENCIES = prepare(
    "SELECT c.currency_code FROM tenant_currencies AS c JOIN tenants AS t ON t.id = c.tenant_id"
    " WHERE c.tenant_id = :tenant_id AND c.currency_code <> t.currency_code ORDER BY c.position, c.currency_code"
)
_MAIN = prepare("SELECT currency_code FROM tenants WHERE id = :tenant_id")
_DROP = prepare("DELETE FROM tenant_currencies WHERE tenant_id = :tenant_id")
_ADD = prepare(
    "INSERT INTO tenant_currencies (tenant_id, currency_code, position) VALUES (:tenant_id, :currency_code, :position)"
)


def checked_currencies(codes: Sequence[str]) -> list[str]:
    """The codes in capitals, each once; Invalid for what is no code, or too many."""
    wanted = list(dict.fromkeys(code.strip().upper() for code in codes))
    problems = [found for code in wanted if (found := validators.currency(PATH, code)) is not None]
    if len(wanted) > limits.CURRENCIES_PER_SHOP:
        problems.append(FieldProblem(PATH, "too_many_currencies", {"limit": limits.CURRENCIES_PER_SHOP}))
    if problems:
        raise Invalid(problems)
    return wanted


def further_currencies(uow: UnitOfWork, tenant_id: str) -> list[str]:
    """In the order people gave them."""
    return [str(row[0]) for row in uow.all(CURRENCIES, tenant_id=tenant_id)]


def put_currencies(uow: UnitOfWork, tenant_id: str, wanted: Sequence[str]) -> dict[str, list[Any]]:
    """Exactly these; what changed. Prices in one that is left out stay, unused until it is there again."""
    main = uow.one(_MAIN, tenant_id=tenant_id)
    becomes = [code for code in wanted if main is None or code != main[0]]
    was = further_currencies(uow, tenant_id)
    if was == becomes:
        return {}
    uow.run(_DROP, tenant_id=tenant_id)
    for position, code in enumerate(becomes):
        uow.run(_ADD, tenant_id=tenant_id, currency_code=code, position=position)
    return {PATH: [was, becomes]}
