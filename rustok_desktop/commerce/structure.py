"""Planning what concerns a product's variants together: options, choices, who goes and who comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rustok_desktop.commerce import options as option_list
from rustok_desktop.commerce import rules
from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.edit import Edit, in_the_way
from rustok_desktop.commerce.loading import StoredOption, StoredVariant
from rustok_desktop.commerce.schemas import UpdateProduct, VariantInput, VariantPatch
from rustok_desktop.commerce.variants import Place, add_variant, remove_variant
from rustok_desktop.storage.unit_of_work import UnitOfWork

Choices = dict[str, list[str]]  # variant id -> chosen value ids in option order


@dataclass(slots=True)
class Structure:
    """Options in order, and variants by id in order."""

    options: Sequence[StoredOption]
    variants: Mapping[str, StoredVariant]


def remove_variants(uow: UnitOfWork, edit: Edit, stored: Structure, ids: Sequence[str]) -> dict[str, StoredVariant]:
    """Plan removals; the variants that remain."""
    remaining = dict(stored.variants)
    texts = option_list.texts(stored.options)
    for variant_id in ids:
        variant = remaining.pop(variant_id, None)
        if variant is None:
            edit.wrong(f"variants/{variant_id}", "unknown_variant", id=variant_id)
        else:
            remove_variant(uow, edit, variant, [texts.get(i, "") for i in variant.value_ids])
    return remaining


def edit_choices(edit: Edit, stored: Structure, command: UpdateProduct) -> tuple[Sequence[StoredOption], set[str]]:
    """Plan options and choices of the remaining variants: the new options, and the ids that choose otherwise.

    After a problem here the plan is incomplete, which is fine: it will not be written.
    """
    before = len(edit.problems)
    options = stored.options
    if command.options is not None:
        options = option_list.edit_options(edit, stored.options, command.options, revive=command.revive)
    carried = option_list.carried_choice
    choices = {i: carried(variant, stored.options, options) for i, variant in stored.variants.items()}
    _choose(options, choices, command.variants)
    titles = {variant.id: variant.title for variant in stored.variants.values()}
    if len(edit.problems) == before:
        edit.add_problems(option_list.values_in_use(stored.options, options, choices, titles))
    if len(edit.problems) == before:
        _check(edit, options, choices, command)
    if len(edit.problems) > before:
        return options, set()
    _write(edit, stored.variants, choices, option_list.texts(options))
    return options, _note(edit, stored, options, choices)


def add_variants(
    uow: UnitOfWork,
    edit: Edit,
    options: Sequence[StoredOption],
    given: Sequence[VariantInput],
    *,
    first: int = 0,
    path: str = "variants",
) -> list[str]:
    """Plan new variants from position ``first`` on; returns their ids. Their choices are already checked."""
    ids = [{text: value_id for value_id, text in option.values} for option in options]
    added = []
    for index, variant in enumerate(given):
        value_ids = [known.get(text, "") for known, text in zip(ids, variant.option_values, strict=False)]
        position = first + index if variant.position is None else variant.position
        place = Place(position, value_ids, variant.option_values, f"{path}/{index}", variant.image_id)
        added.append(add_variant(uow, edit, variant, place))
    return added


def named_values(options: Sequence[StoredOption]) -> list[tuple[str, list[str]]]:
    """Names and value texts, as the rules want them."""
    return [(option.name, [text for _, text in option.values]) for option in options]


def _choose(options: Sequence[StoredOption], choices: Choices, patches: Sequence[VariantPatch]) -> None:
    """Puts the choices that patches ask for into ``choices``; unknown texts are found by the check."""
    ids = [{text: value_id for value_id, text in option.values} for option in options]
    for patch in patches:
        asked = patch.option_values
        if asked is not None and patch.id in choices and len(asked) == len(ids):
            choices[patch.id] = [known.get(text, "") for known, text in zip(ids, asked, strict=True)]


def _check(edit: Edit, options: Sequence[StoredOption], choices: Choices, command: UpdateProduct) -> None:
    texts = option_list.texts(options)
    asked = {patch.id: patch.option_values for patch in command.variants if patch.option_values is not None}
    given: list[tuple[str, Sequence[str]]] = [
        (f"variants/{i}", asked[i] if i in asked else [texts[v] for v in chosen if v in texts])
        for i, chosen in choices.items()
    ]
    given += [(f"add_variants/{i}", v.option_values) for i, v in enumerate(command.add_variants)]
    if not given:
        edit.wrong("variants", "last_variant")
    edit.add_problems(rules.variants_problems(len(given)) if given else ())
    edit.add_problems(rules.choice_problems(named_values(options), given))


def _note(edit: Edit, stored: Structure, options: Sequence[StoredOption], choices: Choices) -> set[str]:
    """Notes the choices that differ by more than order or spelling, which ``options`` already tells.

    Values are compared by id: the same word may stand for a value of another option now.
    """
    before, after = option_list.texts(stored.options), option_list.texts(options)
    changed = set()
    for variant_id, variant in stored.variants.items():
        if set(variant.value_ids) != set(choices[variant_id]):
            was = [before.get(i, "") for i in variant.value_ids]
            edit.changes[f"variants/{variant_id}/option_values"] = [was, [after[i] for i in choices[variant_id]]]
            changed.add(variant_id)
    return changed


def _write(edit: Edit, variants: Mapping[str, StoredVariant], choices: Choices, texts: Mapping[str, str]) -> None:
    moved: dict[str, tuple[str, str]] = {}
    for variant_id, value_ids in choices.items():
        variant = variants[variant_id]
        new = (rules.variant_title([texts[i] for i in value_ids]), rules.combination(value_ids))
        if new != (variant.title, variant.combination):
            moved[variant_id] = new
    changes = ((i, variants[i].combination, new[1]) for i, new in moved.items())
    for variant_id in in_the_way(change for change in changes if change[1] != change[2]):
        edit.write(sql.UPDATE_CHOICE, at_id=variant_id, title="", combination=variant_id)
    for variant_id, (title, combination) in moved.items():
        edit.write(sql.UPDATE_CHOICE, at_id=variant_id, title=title, combination=combination)
