"""Planning everything an edit does to a product's variants, options and images, in an order that can be written.

Removals come first and additions last, so that one save may hand a SKU or a choice from one to the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rustok_desktop.commerce import loading
from rustok_desktop.commerce.edit import Edit
from rustok_desktop.commerce.images import edit_images, load_images
from rustok_desktop.commerce.loading import StoredVariant
from rustok_desktop.commerce.schemas import UpdateProduct, VariantPatch
from rustok_desktop.commerce.structure import Structure, add_variants, edit_choices, remove_variants
from rustok_desktop.commerce.variants import check_skus_differ, patch_variant, write_codes
from rustok_desktop.storage.unit_of_work import UnitOfWork


def edit_variants(uow: UnitOfWork, edit: Edit, command: UpdateProduct) -> None:
    """Plan the variants' part of an edit. Loads the patched variants only, if nothing else is asked for."""
    whole = _is_structural(command)
    if not (whole or command.variants or command.images is not None):
        return
    ids = None if whole or command.images is not None else [patch.id for patch in command.variants]
    variants = loading.load_variants(uow, edit.ctx, command.product_id, ids)
    if whole:
        _edit_all(uow, edit, command, variants)
    else:
        _report(edit, _edit_present(uow, edit, command, variants))


def _is_structural(command: UpdateProduct) -> bool:
    if command.options is not None or command.add_variants or command.remove_variants:
        return True
    return any(patch.option_values is not None for patch in command.variants)


def _edit_all(uow: UnitOfWork, edit: Edit, command: UpdateProduct, variants: dict[str, StoredVariant]) -> None:
    options = loading.load_options(uow, edit.ctx, command.product_id)
    remaining = remove_variants(uow, edit, Structure(options, variants), command.remove_variants)
    new_options, changed = edit_choices(edit, Structure(options, remaining), command)
    changed |= _edit_present(uow, edit, command, remaining)
    first = max((variant.position for variant in variants.values()), default=-1) + 1
    added = add_variants(uow, edit, new_options, command.add_variants, first=first, path="add_variants")
    check_skus_differ(edit)
    for variant_id in added:
        edit.facet("variant.created", variant_id=variant_id)
    _report(edit, changed)


def _edit_present(
    uow: UnitOfWork, edit: Edit, command: UpdateProduct, variants: Mapping[str, StoredVariant]
) -> set[str]:
    """Plan images and patches of the variants that stay; the ids where more than a price changes."""
    patches = _edit_images(uow, edit, command, variants)
    patches = _present(edit, variants, patches)
    changed = {patch.id for patch in patches if patch_variant(edit, variants[patch.id], patch)}
    changed |= write_codes(edit, variants, patches)
    check_skus_differ(edit)
    return changed


def _report(edit: Edit, changed: set[str]) -> None:
    for variant_id in sorted(changed):
        edit.facet("variant.updated", variant_id=variant_id)


def _present(
    edit: Edit, variants: Mapping[str, StoredVariant], patches: Sequence[VariantPatch]
) -> Sequence[VariantPatch]:
    """The patches of variants the product has; a problem for every other one and for a second of the same."""
    if len(patches) == 1 and patches[0].id in variants:
        return patches
    found: dict[str, VariantPatch] = {}
    for patch in patches:
        if patch.id not in variants:
            edit.wrong(f"variants/{patch.id}", "unknown_variant", id=patch.id)
        elif patch.id in found:
            edit.wrong(f"variants/{patch.id}", "given_twice", value=variants[patch.id].title)
        else:
            found[patch.id] = patch
    return list(found.values())


def _edit_images(
    uow: UnitOfWork, edit: Edit, command: UpdateProduct, variants: Mapping[str, StoredVariant]
) -> Sequence[VariantPatch]:
    """The command's patches, extended so that no variant shows an image which goes away."""
    wanted = {patch.id: patch.image_id for patch in command.variants if patch.image_id is not None}
    if command.images is None and not wanted:
        return command.variants
    images = load_images(uow, edit.ctx, command.product_id)
    if command.images is not None:
        images = edit_images(edit, images, command.images, revive=command.revive)
    left = {image_id for image_id, _, _ in images}
    for variant_id, image_id in wanted.items():
        if image_id not in left:
            edit.wrong(f"variants/{variant_id}/image_id", "unknown_image", id=image_id)
    return command.variants if command.images is None else _without(left, command.variants, variants)


def _without(
    left: set[str], given: Sequence[VariantPatch], variants: Mapping[str, StoredVariant]
) -> Sequence[VariantPatch]:
    patches = {patch.id: patch for patch in given}
    if len(patches) != len(given):
        return given
    for variant in variants.values():
        patch = patches.get(variant.id, VariantPatch(id=variant.id))
        if variant.image_id not in left and variant.image_id and "image_id" not in patch.model_fields_set:
            patches[variant.id] = patch.model_copy(update={"image_id": None})
    return list(patches.values())
