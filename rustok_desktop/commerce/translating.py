"""What products say in one language beside the shop's own: what is missing, what is out of date, what still fits.

No column says when a text was made from another: the log does. A translation is out of date when an event tells a
change of the original after the last one that told of the translation.
"""

from __future__ import annotations

from rustok_desktop.commerce import loading
from rustok_desktop.commerce.edit import AGGREGATE
from rustok_desktop.commerce.schemas import ConfirmProductTranslation
from rustok_desktop.commerce.views import Saved, TranslationList, TranslationRow
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.events import NewEvent
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

STATES = ("missing", "stale", "partly", "done")
FIELDS = ("title", "description", "meta_title", "meta_description")
_CONFIRMED = "product.translation.confirmed"
_TOLD = f"e.event_type IN ('product.created', 'product.updated', '{_CONFIRMED}')"


def _last(locale: str) -> str:
    """The latest event that tells of a product's words in a language."""
    paths = " OR ".join(f"instr(e.data, '\"{name}@' || {locale} || '\":')" for name in FIELDS)
    confirmed = f"e.event_type = '{_CONFIRMED}' AND json_extract(e.data, '$.locale') = {locale}"
    return (
        "coalesce((SELECT max(e.seq) FROM sys_events AS e WHERE e.aggregate_id = p.id"
        f" AND e.tenant_id = :at_tenant_id AND {_TOLD} AND ({paths} OR ({confirmed}))), 0)"
    )


_WANTED = " + ".join(f"(coalesce(s.{name}, '') <> '')" for name in FIELDS)
_FILLED = " + ".join(f"(coalesce(s.{name}, '') <> '' AND coalesce(t.{name}, '') <> '')" for name in FIELDS)
# The original is what the shop's own language says, or any other where that says nothing. Only what was changed since
# it was made can be out of date: the log is not asked about anything else.
_STATES = (
    "SELECT p.id AS id, s.locale AS source,"
    " CASE WHEN t.product_id IS NULL THEN 0"
    f" WHEN p.version > 1 AND {_last('s.locale')} > {_last(':locale')} THEN 1"
    f" WHEN {_FILLED} < {_WANTED} THEN 2 ELSE 3 END AS state,"
    f" 100 * ({_FILLED}) / ({_WANTED}) AS share"
    " FROM products AS p JOIN product_translations AS s ON s.product_id = p.id AND s.locale ="
    " (SELECT o.locale FROM product_translations AS o WHERE o.product_id = p.id AND o.locale <> :locale"
    " ORDER BY o.locale = (SELECT d.default_locale FROM tenants AS d WHERE d.id = :at_tenant_id) DESC, o.locale"
    " LIMIT 1)"
    " LEFT JOIN product_translations AS t ON t.product_id = p.id AND t.locale = :locale"
    " WHERE p.tenant_id = :at_tenant_id AND p.deleted_at IS NULL"
)
# How many there are of each state, then the first rows: every product is looked at once for both.
_LIST = prepare(
    f"WITH states AS MATERIALIZED ({_STATES})"
    " SELECT NULL, '', state, count(*) FROM states GROUP BY state UNION ALL SELECT * FROM"
    " (SELECT k.id, w.title, k.state, k.share FROM"
    " (SELECT * FROM states WHERE state < :below ORDER BY state, id DESC LIMIT :limit) AS k"
    " JOIN product_translations AS w ON w.product_id = k.id AND w.locale = k.source AND w.tenant_id = :at_tenant_id"
    " ORDER BY k.state, k.id DESC)"
)
_ONE = prepare(
    f"SELECT (SELECT state FROM ({_STATES} AND p.id = :at_product_id)) FROM products AS h"
    " WHERE h.id = :at_product_id AND h.tenant_id = :at_tenant_id"
)


async def read_translations(
    reader: Reader, ctx: Context, locale: str, *, everything: bool, limit: int
) -> TranslationList:
    """The first products in the order of what they lack, and how many there are of each state."""
    below = len(STATES) if everything else STATES.index("done")
    rows = await reader.all(_LIST, at_tenant_id=ctx.tenant_id, locale=locale, below=below, limit=limit)
    counts = {state: count for product_id, _, state, count in rows if product_id is None}
    listed = tuple(TranslationRow(row[0], row[1], STATES[row[2]], row[3]) for row in rows if row[0] is not None)
    return TranslationList(listed, {state: counts.get(place, 0) for place, state in enumerate(STATES)})


async def read_state(reader: Reader, ctx: Context, product_id: str, locale: str) -> str:
    """One product's; ``done`` where it has no words in another language. NotFound."""
    row = await reader.one(_ONE, at_tenant_id=ctx.tenant_id, at_product_id=product_id, locale=locale)
    if row is None:
        raise NotFound("not_found", kind="product", id=product_id)
    return STATES[row[0]] if row[0] is not None else STATES[-1]


def confirm(
    ctx: Context, bus: TransactionalEventBus, command: ConfirmProductTranslation, uow: UnitOfWork
) -> Saved:
    """This language still says what the original says now. Only the log learns of it; NotFound without words."""
    stored = loading.load_product(uow, ctx, command.product_id, (command.locale,))
    loading.check_version(stored, command.base_version)
    loading.check_not_in_trash(stored)
    if command.locale not in stored.translations:
        raise NotFound("not_found", kind="locale", id=command.locale)
    data = {"product_id": stored.id, "locale": command.locale}
    bus.publish_in_tx(uow, ctx, NewEvent(_CONFIRMED, AGGREGATE, stored.id, data))
    return Saved(stored.id, stored.version, (), uow.txid)
