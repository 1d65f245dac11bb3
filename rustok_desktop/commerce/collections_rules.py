"""Rules of collections: what may be compared how, and a rule as a condition in SQL over the write tables.

Text is compared without regard to case in every alphabet: the database folds ASCII only, so a text becomes a
pattern of ``[xX]`` classes. Values always travel as parameters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rustok_desktop.commerce.collections_schemas import Condition, Rule
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.errors import FieldProblem

_WORDS = ("is", "is_not", "contains", "not_contains", "starts", "ends")
_NUMBERS = ("is", "is_not", "over", "under")
OPERATORS: Mapping[str, tuple[str, ...]] = {
    "title": _WORDS,
    "vendor": _WORDS,
    "type": _WORDS,
    "category": _WORDS,
    "tag": _WORDS,
    "status": ("is", "is_not"),
    "price": _NUMBERS,
    "stock": _NUMBERS,
}
NUMBERS = frozenset({"price", "stock"})
STATUSES = ("draft", "active", "archived")
_COMPARED = {"is": "=", "is_not": "<>", "over": ">", "under": "<"}
_POSITIVE = {"is_not": "is", "not_contains": "contains"}
_MAY_BE_EMPTY = {"is", "is_not"}
_COLUMNS = {"vendor": "p.vendor", "type": "p.product_type", "category": "p.category"}
_SHOP_CURRENCY = "(SELECT s.currency_code FROM tenants AS s WHERE s.id = :tenant)"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A condition on ``products AS p`` for the shop ``:tenant``, and its parameters."""

    sql: str
    params: dict[str, str | int]


def rule_problems(rule: Rule) -> list[FieldProblem]:
    """What is wrong with a rule; paths are ``rule`` and ``rule/<index>``."""
    if not rule.conditions:
        return [FieldProblem("rule", "rule_empty")]
    found = (_problem(f"rule/{index}", condition) for index, condition in enumerate(rule.conditions))
    return [problem for problem in found if problem is not None]


def _problem(path: str, condition: Condition) -> FieldProblem | None:
    field, value = condition.field, condition.value
    if condition.operator not in OPERATORS[field]:
        return FieldProblem(path, "rule_operator", {"field": field})
    if field in NUMBERS:
        return None if isinstance(value, int) else FieldProblem(path, "rule_number")
    if not isinstance(value, str) or (field == "status" and value not in STATUSES):
        return FieldProblem(path, "rule_operator", {"field": field})
    may_be_empty = condition.operator in _MAY_BE_EMPTY and field not in ("title", "tag")
    return None if value or may_be_empty else FieldProblem(path, "required")


def plain_rule(rule: Rule) -> dict[str, object]:
    """As it stands in events and in the table."""
    return rule.model_dump(mode="json")


def rule_text(rule: Rule) -> str:
    """As stored."""
    return dumps(plain_rule(rule))


def stored_rule(text: str) -> Rule:
    """The reverse of :func:`rule_text`."""
    return Rule.model_validate(loads(text))


def compile_rule(rule: Rule) -> Compiled:
    """The rule in SQL. It must be free of problems."""
    params: dict[str, str | int] = {}
    parts = []
    for index, condition in enumerate(rule.conditions):
        name = f"v{index}"
        parts.append(_condition(condition, f":{name}"))
        value = condition.value
        params[name] = value if isinstance(value, int) or condition.field == "status" else _glob(condition)
    joint = " AND " if rule.match == "all" else " OR "
    return Compiled(joint.join(f"({part})" for part in parts), params)


def _condition(condition: Condition, value: str) -> str:
    field, operator = condition.field, condition.operator
    if field == "status":
        return f"p.status {_COMPARED[operator]} {value}"
    if field == "price":
        return _price(operator, value)
    if field == "stock":
        return f"{_ON_HAND} {_COMPARED[operator]} {value}"
    no = "NOT " if operator in _POSITIVE else ""
    if field in _COLUMNS:
        return f"{no}coalesce({_COLUMNS[field]}, '') GLOB {value}"
    return f"{no}{_IN_TITLES if field == 'title' else _IN_TAGS} GLOB {value})"


_IN_TITLES = (
    "EXISTS (SELECT 1 FROM product_translations AS w"
    " WHERE w.product_id = p.id AND +w.tenant_id = p.tenant_id AND w.title"
)
_IN_TAGS = "EXISTS (SELECT 1 FROM json_each(p.tags) AS g WHERE g.value"
_ON_HAND = (  # nothing, and so never true, for a product whose stock nobody counts
    "(SELECT sum(coalesce((SELECT sum(l.on_hand) FROM inventory_levels AS l"
    " WHERE l.variant_id = v.id AND l.tenant_id = v.tenant_id), 0))"
    " FROM product_variants AS v WHERE v.product_id = p.id AND +v.tenant_id = p.tenant_id AND v.manage_inventory)"
)


def _price(operator: str, value: str) -> str:
    """Holds when it does for any variant; "is not" when no variant has that price."""
    no = "NOT " if operator == "is_not" else ""
    compared = "=" if operator == "is_not" else _COMPARED[operator]
    return (
        f"{no}EXISTS (SELECT 1 FROM product_variants AS v CROSS JOIN prices AS x ON x.variant_id = v.id"
        " AND x.tenant_id = v.tenant_id WHERE v.product_id = p.id AND +v.tenant_id = p.tenant_id"
        f" AND x.currency_code = {_SHOP_CURRENCY} AND x.amount {compared} {value})"
    )


def _glob(condition: Condition) -> str:
    text = "".join(map(_either_case, str(condition.value)))
    operator = _POSITIVE.get(condition.operator, condition.operator)
    before = "*" if operator in ("contains", "ends") else ""
    after = "*" if operator in ("contains", "starts") else ""
    return f"{before}{text}{after}"


def _either_case(character: str) -> str:
    if character in "*?[":
        return f"[{character}]"
    cases = {case for case in (character, character.lower(), character.upper()) if len(case) == 1}
    return f"[{''.join(sorted(cases))}]" if len(cases) > 1 else character
