"""What can be done to the options of a product being edited: values come and go, and variants with them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from rustok_desktop.core import limits
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.product_texts import MONEY, OptionDraft

_COPIED = (*MONEY, "weight", "inventory_policy")


def values_in_use(state: EditorState, place: int) -> set[str]:
    """The values of one option that variants have chosen."""
    return {state.cell(key, f"option{place}").strip() for key in state.variant_keys()}


def add_option(state: EditorState, name: str, value: str) -> bool:
    """A new option; every variant so far has ``value``. False for a name that is there already."""
    options = state.options()
    taken = {option.name.casefold() for option in options}
    if not name or not value or name.casefold() in taken or len(options) >= limits.OPTIONS_PER_PRODUCT:
        return False
    state.set_options((*options, OptionDraft(None, name, (value,))))
    for key in state.variant_keys():
        state.set_cell(key, f"option{len(options)}", value)
    return True


def rename_option(state: EditorState, place: int, name: str) -> bool:
    """Another name for an option; false when it is empty or taken."""
    options = list(state.options())
    others = {option.name.casefold() for i, option in enumerate(options) if i != place}
    if not name or name.casefold() in others:
        return False
    options[place] = OptionDraft(options[place].id, name, options[place].values)
    return state.set_options(options)


def add_value(state: EditorState, place: int, value: str) -> bool:
    """A further value; variants with it are added by :func:`add_missing`. False when it is there already."""
    options = list(state.options())
    known = {text.casefold() for text in options[place].values}
    if not value or value.casefold() in known:
        return False
    options[place] = OptionDraft(options[place].id, options[place].name, (*options[place].values, value))
    return state.set_options(options)


def remove_value(state: EditorState, place: int, value: str) -> bool:
    """Take a value out, with the variants that have it; false when no variant would be left."""
    having = [key for key in state.variant_keys() if state.cell(key, f"option{place}").strip() == value]
    options = list(state.options())
    if len(having) >= len(state.variant_keys()) or len(options[place].values) <= 1:
        return False
    for key in having:
        state.remove_variant(key)
    left = tuple(text for text in options[place].values if text != value)
    options[place] = OptionDraft(options[place].id, options[place].name, left)
    return state.set_options(options)


def missing(state: EditorState) -> Iterator[tuple[str, ...]]:
    """Combinations of values that no variant has, in order."""
    options = state.options()
    columns = range(len(options))
    have = {tuple(state.cell(key, f"option{i}").strip() for i in columns) for key in state.variant_keys()}
    return (values for values in product(*(option.values for option in options)) if options and values not in have)


def combinations(state: EditorState) -> int:
    """How many variants all values together would make; 0 without options."""
    count = 1 if state.options() else 0
    for option in state.options():
        count *= len(option.values)
    return count


def add_missing(state: EditorState) -> int:
    """A variant for every combination that lacks one, priced like the last variant; how many."""
    room = limits.VARIANTS_PER_PRODUCT - len(state.variant_keys())
    wanted = list(islice(missing(state), max(0, room)))
    for values in wanted:
        add_like_last(state, values)
    return len(wanted)


def add_like_last(state: EditorState, values: tuple[str, ...] = ()) -> str:
    """One more variant with the prices and weight of the last one; its key."""
    last = state.variant_keys()[-1]
    texts = {column: state.cell(last, column) for column in _COPIED}
    texts.update({f"option{place}": value for place, value in enumerate(values)})
    return state.add_variant(texts)
