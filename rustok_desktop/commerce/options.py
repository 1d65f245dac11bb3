"""Planning options as a whole new list, and what it means for the variants' choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rustok_desktop.commerce import rules
from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.edit import Edit, in_the_way
from rustok_desktop.commerce.loading import StoredOption, StoredVariant
from rustok_desktop.commerce.schemas import OptionInput
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.core.ids import new_id

_NAMED = 5  # how many variants a problem lists by name


def add_options(edit: Edit, given: Sequence[OptionInput]) -> list[StoredOption]:
    """Plan the options of a new product."""
    edit.add_problems(rules.option_problems([(option.name, option.values) for option in given]))
    options = [StoredOption(new_id(), o.name, [(new_id(), value) for value in o.values]) for o in given]
    for position, option in enumerate(options):
        _insert(edit, option, position)
    if options:
        edit.note("options", [], [option.plain() for option in options])
    return options


def edit_options(
    edit: Edit, stored: Sequence[StoredOption], given: Sequence[OptionInput], *, revive: bool = False
) -> list[StoredOption]:
    """Plan the new list: options are matched by id, else by name; their values by id, else by text.

    With ``revive`` an id the product does not have is that of an option or value which comes back.
    """
    edit.add_problems(rules.option_problems([(option.name, option.values) for option in given]))
    options = _matched(edit, stored, given, revive)
    known = {option.id: option for option in stored}
    was, becomes = [o.plain() for o in stored], [o.plain() for o in options]
    if not edit.note("options", was, becomes):
        return options
    for gone in known.keys() - {option.id for option in options}:
        edit.write(sql.DELETE_OPTION, at_id=gone)
    names = {option.id: option.name for option in stored}
    moving = [(o.id, names.get(o.id), o.name) for o in options if names.get(o.id) != o.name]
    for option_id in in_the_way(moving):
        edit.write(sql.UPDATE_OPTION, at_id=option_id, position=0, name=option_id)
    for position, option in enumerate(options):
        if option.id in known:
            edit.write(sql.UPDATE_OPTION, at_id=option.id, position=position, name=option.name)
            _write_values(edit, known[option.id], option)
        else:
            _insert(edit, option, position)
    return options


def texts(options: Iterable[StoredOption]) -> dict[str, str]:
    """The text of every value by its id."""
    return {value_id: text for option in options for value_id, text in option.values}


def carried_choice(
    variant: StoredVariant, stored: Sequence[StoredOption], options: Sequence[StoredOption]
) -> list[str]:
    """The variant's value ids under the new options: kept where the option stays, the first value of a new one."""
    chosen = dict(zip((option.id for option in stored), variant.value_ids, strict=False))
    return [chosen.get(o.id) or (o.values[0][0] if o.values else "") for o in options]


def values_in_use(
    stored: Sequence[StoredOption],
    options: Sequence[StoredOption],
    choices: Mapping[str, Sequence[str]],
    titles: Mapping[str, str],
) -> list[FieldProblem]:
    """A problem for each removed value of a kept option that ``choices`` (variant id -> value ids) still name."""
    left = texts(options)
    users: dict[str, list[str]] = {}
    for variant_id, value_ids in choices.items():
        for value_id in value_ids:
            if value_id and value_id not in left:
                users.setdefault(value_id, []).append(titles[variant_id])
    problems = []
    places = {option.id: position for position, option in enumerate(options)}
    for option in stored:
        for value_id, text in option.values:
            if value_id in users:
                named = ", ".join(users[value_id][:_NAMED])
                variants = f"{named}…" if len(users[value_id]) > _NAMED else named
                path = f"options/{places[option.id]}/values"
                problems.append(FieldProblem(path, "option_value_used", {"value": text, "variants": variants}))
    return problems


def _matched(
    edit: Edit, stored: Sequence[StoredOption], given: Sequence[OptionInput], revive: bool
) -> list[StoredOption]:
    by_id = {option.id: option for option in stored}
    named_ids = {option.id for option in given}
    by_name = {option.name.casefold(): option for option in stored if option.id not in named_ids}
    options = []
    for position, asked in enumerate(given):
        if asked.id is not None and asked.id not in by_id and not revive:
            edit.wrong(f"options/{position}", "unknown_option", id=asked.id)
        known = by_id.pop(asked.id, None) if asked.id else by_name.pop(asked.name.casefold(), None)
        option_id = known.id if known else asked.id or new_id()
        values = _matched_values(edit, position, known, asked, revive)
        options.append(StoredOption(option_id, asked.name, values))
    return options


def _matched_values(
    edit: Edit, position: int, known: StoredOption | None, asked: OptionInput, revive: bool
) -> list[tuple[str, str]]:
    by_id = dict(known.values) if known else {}
    ids: Sequence[str | None] = asked.value_ids or (None,) * len(asked.values)
    if len(ids) != len(asked.values):
        edit.wrong(f"options/{position}/values", "option_mismatch")
        return []
    by_text = {text: value_id for value_id, text in by_id.items() if value_id not in ids}
    values = []
    for value_id, text in zip(ids, asked.values, strict=True):
        if value_id is not None and by_id.pop(value_id, None) is None and not revive:
            edit.wrong(f"options/{position}/values", "option_mismatch")
        values.append((value_id or by_text.pop(text, None) or new_id(), text))
    return values


def _insert(edit: Edit, option: StoredOption, position: int) -> None:
    edit.write(sql.INSERT_OPTION, id=option.id, position=position, name=option.name)
    for place, (value_id, text) in enumerate(option.values):
        edit.write(sql.INSERT_OPTION_VALUE, id=value_id, option_id=option.id, position=place, value=text)


def _write_values(edit: Edit, known: StoredOption, option: StoredOption) -> None:
    if known.values == option.values:
        return
    old, new = dict(known.values), dict(option.values)
    for value_id in old.keys() - new.keys():
        edit.write(sql.DELETE_OPTION_VALUE, at_id=value_id)
    for value_id in in_the_way((i, old.get(i), text) for i, text in new.items() if old.get(i) != text):
        edit.write(sql.UPDATE_OPTION_VALUE, at_id=value_id, position=0, value=value_id)
    for place, (value_id, text) in enumerate(option.values):
        if value_id in old:
            edit.write(sql.UPDATE_OPTION_VALUE, at_id=value_id, position=place, value=text)
        else:
            edit.write(sql.INSERT_OPTION_VALUE, id=value_id, option_id=option.id, position=place, value=text)
