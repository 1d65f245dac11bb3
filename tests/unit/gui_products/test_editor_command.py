"""From texts to commands, wrong fields by path."""

from __future__ import annotations

from dataclasses import replace

from rustok_desktop.commerce.schemas import CreateProduct, UpdateProduct
from rustok_desktop.commerce.views import PriceView
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.gui.products.editor_command import CommandBuilder
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.product_texts import OptionDraft

from .samples import apron, product, variant


def update(state: EditorState) -> UpdateProduct:
    command = CommandBuilder(state).command()
    assert isinstance(command, UpdateProduct)
    return command


def test_an_edit_sends_only_what_changed() -> None:
    state = EditorState(product(), locale="en")
    state.set("title@en", " Ramen bowl ")
    state.set("variants/v1/price@USD", "39,5")
    sent = update(state).model_dump(exclude_unset=True)
    assert sent["base_version"] == 3
    assert sent["translations"] == {"en": {"title": "Ramen bowl"}}
    assert sent["variants"] == (
        {
            "id": "v1",
            "prices": ({"currency_code": "USD", "amount": 3950, "compare_at_amount": 4500, "cost_amount": 1140},),
        },
    )
    assert {"vendor", "tags", "options", "images"}.isdisjoint(sent)


def test_emptied_fields_are_none() -> None:
    state = EditorState(product(), locale="en")
    state.set("vendor", "  ")
    state.set("variants/v1/sku", "")
    state.set("description@en", "")
    sent = update(state).model_dump(exclude_unset=True)
    assert sent["vendor"] is None
    assert sent["variants"][0]["sku"] is None
    assert sent["translations"]["en"] == {"description": None}


def test_every_wrong_field_is_named() -> None:
    state = EditorState(product(), locale="en")
    state.set("title@en", "")
    state.set("handle@en", "Not A Handle")
    state.set("variants/v1/price@USD", "cheap")
    state.set("variants/v1/barcode", "4810231400162")
    state.set("variants/v1/weight", "heavy")
    builder = CommandBuilder(state)
    assert builder.command() is None
    assert {path: p.code for path, p in builder.problems.items()} == {
        "title@en": "required",
        "handle@en": "bad_handle",
        "variants/v1/price@USD": "bad_amount",
        "variants/v1/barcode": "bad_barcode_check",
        "variants/v1/weight": "not_a_number",
    }
    assert builder.problems["handle@en"].suggestion == "not-a-handle"


def test_compare_at_below_price_stands_at_compare_at() -> None:
    state = EditorState(product(), locale="en")
    state.set("variants/v1/price@USD", "50")
    assert CommandBuilder(state).check()["variants/v1/compare_at@USD"].code == "compare_at_below_price"


def test_an_emptied_price_is_taken_away() -> None:
    state = EditorState(product(variants=(variant(1),)), locale="en")
    state.set("variants/v1/price@USD", "")
    sent = update(state).model_dump(exclude_unset=True)
    assert sent["variants"] == ({"id": "v1", "prices": (), "remove_prices": ("USD",)},)


def test_a_compare_at_needs_a_price() -> None:
    state = EditorState(product(), locale="en")
    state.set("variants/v1/price@USD", "")
    assert CommandBuilder(state).check()["variants/v1/price@USD"].code == "required"


def test_a_variant_can_choose_another_value() -> None:
    state = EditorState(apron(1, 2), locale="en")
    state.set_cell("v2", "option1", "M")
    command = update(state)
    assert command.variants[0].option_values == ("Indigo", "M")
    assert command.options is not None
    assert command.options[1].values == ("XS", "S", "M")
    state.set_cell("v2", "option1", "XS")
    assert CommandBuilder(state).check()["variants/v2/option0"].code == "duplicate_combination"


def test_the_shops_numbers_of_new_variants_become_keys() -> None:
    state = EditorState(product(), locale="en")
    key = state.add_variant({"sku": "TAKEN"})
    state.begin_save()
    state.save_failed([FieldProblem("add_variants/0/sku", "duplicate_sku")])
    assert set(state.server_problems) == {f"variants/{key}/sku"}
    fresh = EditorState(None, locale="en")
    fresh.begin_save()
    fresh.save_failed([FieldProblem("variants/0/sku", "duplicate_sku")])
    assert set(fresh.server_problems) == {"variants/new-1/sku"}


def test_a_second_language_needs_a_title() -> None:
    state = EditorState(product(), locale="en")
    state.set("description@ru", "Миска")
    assert set(CommandBuilder(state).check()) == {"title@ru"}
    state.set("title@ru", "Миска для рамена")
    assert update(state).translations["ru"].title == "Миска для рамена"


def test_a_new_product_is_created_as_a_draft() -> None:
    state = EditorState(None, locale="en", currency="USD")
    state.set("title@en", "Cup")
    state.set_cell("new-1", "price", "12")
    state.set_cell("new-1", "sku", "CUP-1")
    state.set_cell("new-1", "quantity", "5")
    command = CommandBuilder(state).command()
    assert isinstance(command, CreateProduct)
    assert not command.publish
    assert command.translations["en"].title == "Cup"
    assert command.translations["en"].handle is None
    assert command.variants[0].prices[0].amount == 1200
    assert command.variants[0].quantity == 5


def test_added_variants_choose_values_that_differ() -> None:
    state = EditorState(apron(1, 2), locale="en")
    key = state.add_variant({"option0": "Indigo"})
    assert set(CommandBuilder(state).check()) == {f"variants/{key}/option1"}
    state.set_cell(key, "option1", "S")
    assert CommandBuilder(state).check()[f"variants/{key}/option0"].code == "duplicate_combination"


def test_a_new_option_value_goes_with_its_variant() -> None:
    state = EditorState(apron(1, 2), locale="en")
    state.add_variant({"option0": "Indigo", "option1": "XXL", "price": "40"})
    command = update(state)
    assert command.add_variants[0].option_values == ("Indigo", "XXL")
    assert command.options is not None
    assert command.options[1].values == ("XS", "S", "XXL")
    assert command.options[1].id == "o2"


def test_renamed_option_keeps_its_id() -> None:
    state = EditorState(apron(1, 2), locale="en")
    first, second = state.options()
    state.set_options([OptionDraft(first.id, "Color", first.values), second])
    command = update(state)
    assert command.options is not None
    assert [(o.id, o.name) for o in command.options] == [("o1", "Color"), ("o2", "Size")]


def test_the_shops_answer_stands_until_the_field_is_edited() -> None:
    state = EditorState(product(), locale="en")
    state.set("variants/v1/sku", "TAKEN")
    state.begin_save()
    state.save_failed([FieldProblem("variants/v1/sku", "duplicate_sku", {"sku": "TAKEN"})])
    assert CommandBuilder(state).check()["variants/v1/sku"].code == "duplicate_sku"
    state.set("variants/v1/sku", "FREE")
    assert CommandBuilder(state).check() == {}


def test_prices_of_every_currency_typed_are_sent_and_an_emptied_one_is_removed() -> None:
    view = product()
    variant = view.variants[0]
    euros = PriceView("EUR", 900, None, None)
    priced = replace(view, variants=(replace(variant, prices=(*variant.prices, euros)), *view.variants[1:]))
    state = EditorState(priced, locale="en")
    assert state.text(f"variants/{variant.id}/price@EUR") == "9.00"
    state.set(f"variants/{variant.id}/price@EUR", "")
    state.set(f"variants/{variant.id}/price@JPY", "1200")
    state.set(f"variants/{variant.id}/price@USD", "11")
    (patch,) = CommandBuilder(state).payload()["variants"]
    assert {price["currency_code"]: price["amount"] for price in patch["prices"]} == {"JPY": 1200, "USD": 1100}
    assert patch["remove_prices"] == ("EUR",)
