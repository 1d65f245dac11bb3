"""Commands of the catalog. A field left out stays as it is; ``None`` empties it.

Only shapes and lengths are checked here; rules that need the database stand in the service.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from rustok_desktop.core import limits


def _text(limit: int, *, least: int = 0) -> object:
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=limit)


Title = Annotated[str, _text(limits.TITLE, least=1)]
Handle = Annotated[str, _text(limits.HANDLE)]
Amount = Annotated[int, Field(ge=0, le=limits.AMOUNT_MAX)]
Quantity = Annotated[int, Field(ge=-limits.QUANTITY_MAX, le=limits.QUANTITY_MAX)]
OptionValue = Annotated[str, _text(limits.OPTION_VALUE, least=1)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Policy = Literal["deny", "continue"]
Status = Literal["draft", "active", "archived"]


class Command(BaseModel):
    """Base of all commands: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TranslationInput(Command):
    """One language of a new product; an empty handle is made from the title."""

    title: Title
    handle: Handle | None = None
    description: Annotated[str, _text(limits.DESCRIPTION)] | None = None
    meta_title: Annotated[str, _text(limits.META_TITLE)] | None = None
    meta_description: Annotated[str, _text(limits.META_DESCRIPTION)] | None = None


class TranslationPatch(Command):
    """Fields of one language to change; a language the product lacks needs at least a title."""

    title: Title | None = None
    handle: Handle | None = None
    description: Annotated[str, _text(limits.DESCRIPTION)] | None = None
    meta_title: Annotated[str, _text(limits.META_TITLE)] | None = None
    meta_description: Annotated[str, _text(limits.META_DESCRIPTION)] | None = None


class PriceInput(Command):
    """The whole price of a variant in one currency, in minor units."""

    currency_code: Currency
    amount: Amount
    compare_at_amount: Amount | None = None
    cost_amount: Amount | None = None


class VariantInput(Command):
    """A variant to create. ``option_values`` are texts in option order.

    ``id``, ``position`` and ``image_id`` are for one that is brought back as it was.
    """

    id: str | None = None
    position: Annotated[int, Field(ge=0)] | None = None
    image_id: str | None = None
    option_values: tuple[OptionValue, ...] = ()
    sku: Annotated[str, _text(limits.SKU)] | None = None
    barcode: Annotated[str, _text(limits.BARCODE)] | None = None
    inventory_policy: Policy = "deny"
    manage_inventory: bool = True
    requires_shipping: bool = True
    taxable: bool = True
    weight_mg: Annotated[int, Field(ge=0, le=limits.WEIGHT_MG_MAX)] | None = None
    weight_unit: Literal["g", "kg", "oz", "lb"] | None = None
    prices: tuple[PriceInput, ...] = ()
    quantity: Quantity = 0


class VariantPatch(Command):
    """Fields of one existing variant to change.

    A price given replaces the one in its currency; ``option_values`` chooses other values, in option order.
    """

    id: str
    sku: Annotated[str, _text(limits.SKU)] | None = None
    barcode: Annotated[str, _text(limits.BARCODE)] | None = None
    inventory_policy: Policy | None = None
    manage_inventory: bool | None = None
    requires_shipping: bool | None = None
    taxable: bool | None = None
    weight_mg: Annotated[int, Field(ge=0, le=limits.WEIGHT_MG_MAX)] | None = None
    weight_unit: Literal["g", "kg", "oz", "lb"] | None = None
    image_id: str | None = None
    option_values: tuple[OptionValue, ...] | None = None
    prices: tuple[PriceInput, ...] = ()
    remove_prices: tuple[Currency, ...] = ()


class OptionInput(Command):
    """An option and its values in order. ``id`` keeps an existing option through a rename.

    ``value_ids`` does the same for values: when given it runs parallel to ``values``, None for a new one.
    Without it values are matched by their text.
    """

    id: str | None = None
    name: Annotated[str, _text(limits.OPTION_NAME, least=1)]
    values: tuple[OptionValue, ...]
    value_ids: tuple[str | None, ...] = ()


class ImageInput(Command):
    """An image reference; ``id`` keeps an existing one."""

    id: str | None = None
    url: Annotated[str, _text(limits.URL, least=1)]
    alt_text: Annotated[str, _text(limits.ALT_TEXT)] | None = None


class CreateProduct(Command):
    """A new product: at least one language and one variant."""

    translations: dict[str, TranslationInput]
    variants: tuple[VariantInput, ...]
    options: tuple[OptionInput, ...] = ()
    images: tuple[ImageInput, ...] = ()
    vendor: Annotated[str, _text(limits.VENDOR)] | None = None
    product_type: Annotated[str, _text(limits.PRODUCT_TYPE)] | None = None
    category: Annotated[str, _text(limits.CATEGORY_PATH)] | None = None
    tags: tuple[Annotated[str, _text(limits.TAG, least=1)], ...] = ()
    publish: bool = False


class UpdateProduct(Command):
    """An edit of one product as the editor saw it at ``base_version``. One save, one transaction.

    ``variants`` patches existing ones, ``add_variants`` appends, ``remove_variants`` deletes by id (never
    the last one). ``options`` and ``images``, when given, are the whole new list. A translation given as
    None takes the language away (never the last one). With ``revive`` options, values and images that the
    product does not have come back under the ids given for them.
    """

    product_id: str
    base_version: int
    translations: dict[str, TranslationPatch | None] = {}
    vendor: Annotated[str, _text(limits.VENDOR)] | None = None
    product_type: Annotated[str, _text(limits.PRODUCT_TYPE)] | None = None
    category: Annotated[str, _text(limits.CATEGORY_PATH)] | None = None
    tags: tuple[Annotated[str, _text(limits.TAG, least=1)], ...] | None = None
    variants: tuple[VariantPatch, ...] = ()
    add_variants: tuple[VariantInput, ...] = ()
    remove_variants: tuple[str, ...] = ()
    options: tuple[OptionInput, ...] | None = None
    images: tuple[ImageInput, ...] | None = None
    revive: bool = False


class ProductCommand(Command):
    """An act on one whole product: publish, unpublish, archive, trash, restore, purge."""

    product_id: str
    base_version: int | None = None


class ConfirmProductTranslation(ProductCommand):
    """This language still says what the shop's own language says now."""

    locale: Annotated[str, _text(limits.LOCALE, least=1)]


class DuplicateProduct(Command):
    """A new draft like ``product_id``; ``base_version``, if given, is the one it was seen at."""

    product_id: str
    base_version: int | None = None


class AdjustStock(Command):
    """A stock movement: ``delta`` is added to what is on hand at the location (the default one if left out)."""

    variant_id: str
    delta: Quantity
    reason: Annotated[str, _text(limits.REASON, least=1)] = "correction"
    reference: Annotated[str, _text(limits.REFERENCE)] | None = None
    location_id: str | None = None


class ChangePrices(Command):
    """A formula for many prices in one currency, all or nothing.

    Chosen are the variants of ``variant_ids`` and all of ``product_ids``, without ``except_variant_ids``.
    ``base_versions`` holds the versions of products as they were seen; a product without one is not checked.
    """

    formula: str
    currency_code: Currency
    target: Literal["price", "compare_at", "cost"] = "price"
    variant_ids: tuple[str, ...] = ()
    product_ids: tuple[str, ...] = ()
    except_variant_ids: tuple[str, ...] = ()
    base_versions: dict[str, int] = {}


class OwnPrice(Command):
    """A variant's own price, in minor units."""

    variant_id: str
    amount: Amount


class SetOwnPrices(Command):
    """Variants' own prices in one currency, all or nothing; compare-at prices and costs stay as they are."""

    currency_code: Currency
    prices: Annotated[tuple[OwnPrice, ...], Field(max_length=limits.VARIANTS_PER_PRICE_CHANGE)]


class BulkPrice(Command):
    """One amount of all variants by a formula; the first rule broken by any of them refuses the whole edit."""

    formula: Annotated[str, _text(limits.PRICE_FORMULA, least=1)]
    currency_code: Currency
    target: Literal["price", "compare_at", "cost"] = "price"


class BulkChanges(Command):
    """What a bulk edit does to each product. A field left out stays; ``vendor``, ``product_type`` and ``weight_mg``
    None are emptied.

    ``tags`` replaces them; then ``remove_tags`` go and ``add_tags`` come. Collections, made by hand, and categories
    are named by their ids. The rest applies to all variants.
    """

    vendor: Annotated[str, _text(limits.VENDOR)] | None = None
    product_type: Annotated[str, _text(limits.PRODUCT_TYPE)] | None = None
    tags: tuple[Annotated[str, _text(limits.TAG, least=1)], ...] | None = None
    add_tags: tuple[Annotated[str, _text(limits.TAG, least=1)], ...] = ()
    remove_tags: tuple[Annotated[str, _text(limits.TAG, least=1)], ...] = ()
    status: Literal["draft", "active", "archived"] | None = None
    inventory_policy: Policy | None = None
    manage_inventory: bool | None = None
    taxable: bool | None = None
    requires_shipping: bool | None = None
    weight_mg: Annotated[int, Field(ge=0, le=limits.WEIGHT_MG_MAX)] | None = None
    weight_unit: Literal["g", "kg", "oz", "lb"] | None = None
    price: BulkPrice | None = None
    add_collection_ids: tuple[str, ...] = ()
    remove_collection_ids: tuple[str, ...] = ()
    add_category_ids: tuple[str, ...] = ()
    remove_category_ids: tuple[str, ...] = ()


class BulkEdit(Command):
    """One edit over many products, all or nothing. ``base_versions`` are those of the preview."""

    product_ids: Annotated[tuple[str, ...], Field(max_length=limits.PRODUCTS_PER_BULK)]
    changes: BulkChanges
    base_versions: dict[str, int] = {}
