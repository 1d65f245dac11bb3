"""What the Products page asks of the platform. Each operation is a plain value, so that two equal ones compare
equal; the platform is touched only inside ``__call__``, which runs on the core thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rustok_desktop.commerce.collections_views import CollectionRow
from rustok_desktop.commerce.variant_records import VariantSlice
from rustok_desktop.commerce.views import MovementView, ProductView, Saved
from rustok_desktop.core.errors import AppError, Invalid, NotFound, UserError
from rustok_desktop.gui.products.page_cache import ANCHOR_STEP, Fetch, Listed
from rustok_desktop.index.schemas import Anchors, Facets, ProductPage, ProductQuery
from rustok_desktop.taxonomy.views import CategoryNode

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.schemas import CreateProduct, UpdateProduct
    from rustok_desktop.gui.products.unsaved import Unsaved


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """What an editor needs to know of the shop: its languages as (code, name), its money, where its files are."""

    default_locale: str
    currency_code: str
    locales: tuple[tuple[str, str], ...]
    directory: str
    tenant_id: str = ""


@dataclass(frozen=True, slots=True)
class ListStart:
    """How long a list is, and its first page."""

    total: int
    rows: tuple[Listed, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class ListedPage:
    """One page of a list with its cursors."""

    rows: tuple[Listed, ...]
    next: str | None
    previous: str | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A product. ``movements`` are the latest of its stock ledger, None where nobody asked for them.

    ``partial``: only the variants that a save changed. ``missing``: how many variants behind those of ``view`` the
    product has; see :class:`LoadVariants`.
    """

    view: ProductView
    movements: tuple[MovementView, ...] | None = None
    partial: bool = False
    missing: int = 0


@dataclass(frozen=True, slots=True)
class SavedProduct:
    """A commit and the product as it stands after it."""

    saved: Saved
    loaded: Loaded


MOVEMENTS_SHOWN = 200
WINDOW = 80  # more rows of variants than a large screen shows
SLICE = 1_500  # each is a repaint of the grid and of what counts its rows


def _listed(page: ProductPage, text: str) -> tuple[Listed, ...]:
    if not text:
        return tuple(Listed(row) for row in page.rows)
    from rustok_desktop.index.marks import mark_hits

    return tuple(Listed(row, tuple(mark_hits(row.title, text))) for row in page.rows)


def _built(unsaved: Unsaved) -> CreateProduct | UpdateProduct:
    builder = unsaved.builder()
    command = builder.command()
    if command is None:
        raise Invalid(builder.problems.values())
    return command


async def _whole(platform: Platform, product_id: str) -> Loaded:
    return Loaded(await platform.catalog.get_product(platform.context(), product_id))


async def _changed(platform: Platform, saved: Saved, variant_ids: tuple[str, ...]) -> Loaded | None:
    """What a save of fields changed, without all the variants that it did not; None if somebody saved since."""
    ctx = platform.context()
    view = await platform.catalog.get_product_with(ctx, saved.product_id, variant_ids)
    return Loaded(view, partial=True) if view.version == saved.version else None


@dataclass(frozen=True, slots=True)
class OpenList:
    """Count a list and read its first page."""

    query: ProductQuery
    limit: int

    async def __call__(self, platform: Platform) -> ListStart:
        ctx = platform.context()
        page = await platform.listing.page(ctx, self.query, limit=self.limit)
        full = len(page.rows) == self.limit
        total = (await platform.listing.count(ctx, self.query)).value if full else len(page.rows)
        return ListStart(total, _listed(page, self.query.text), page.next)


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Read one page somewhere in a list."""

    query: ProductQuery
    fetch: Fetch

    async def __call__(self, platform: Platform) -> ListedPage:
        fetch = self.fetch
        page = await platform.listing.page(
            platform.context(), self.query, after=fetch.after, before=fetch.before, skip=fetch.skip, limit=fetch.limit
        )
        return ListedPage(_listed(page, self.query.text), page.next, page.previous)


@dataclass(frozen=True, slots=True)
class ReadAnchors:
    """Cursors through a long list, so that a jump is as quick as a step."""

    query: ProductQuery

    async def __call__(self, platform: Platform) -> Anchors:
        return await platform.listing.anchors(platform.context(), self.query, step=ANCHOR_STEP)


@dataclass(frozen=True, slots=True)
class ReadFacets:
    """Values to filter by."""

    async def __call__(self, platform: Platform) -> Facets:
        return await platform.listing.facets(platform.context())


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """Categories and collections to filter by."""

    categories: tuple[CategoryNode, ...]
    collections: tuple[CollectionRow, ...]


@dataclass(frozen=True, slots=True)
class ReadFilterChoices:
    """The tree of categories, and all collections."""

    async def __call__(self, platform: Platform) -> FilterChoices:
        ctx = platform.context()
        return FilterChoices(await platform.categories.tree(ctx), await platform.collections.list(ctx))


@dataclass(frozen=True, slots=True)
class CountAll:
    """How many products there are outside the trash, whatever the filters."""

    async def __call__(self, platform: Platform) -> int:
        return (await platform.listing.count(platform.context(), ProductQuery())).value


@dataclass(frozen=True, slots=True)
class ReadShop:
    """The shop's languages and money."""

    async def __call__(self, platform: Platform) -> ShopFacts:
        tenant = platform.tenant
        locales = await platform.tenants.locales(tenant.id)
        named = tuple((view.locale, view.name) for view in locales if view.is_enabled)
        locale, directory = tenant.default_locale, str(platform.settings.data_dir)
        return ShopFacts(locale, tenant.currency_code, named or ((locale, locale),), directory, tenant.id)


@dataclass(frozen=True, slots=True)
class LoadProduct:
    """A product for the editor, with its first variants. ``whole``: with all of them at once, for edits that have to
    be put upon it."""

    product_id: str
    whole: bool = False

    async def __call__(self, platform: Platform) -> Loaded:
        if self.whole:
            return await _whole(platform, self.product_id)
        opened = await platform.catalog.open_product(platform.context(), self.product_id, WINDOW)
        return Loaded(opened.view, missing=opened.variant_count - len(opened.view.variants))


@dataclass(frozen=True, slots=True)
class LoadVariants:
    """The variants that follow the one of this position and id."""

    product_id: str
    after: tuple[int, str]

    async def __call__(self, platform: Platform) -> VariantSlice:
        return await platform.catalog.variants_after(platform.context(), self.product_id, self.after, SLICE)


@dataclass(frozen=True, slots=True)
class ReadMovements:
    """The latest lines of a product's stock ledger."""

    product_id: str

    async def __call__(self, platform: Platform) -> tuple[MovementView, ...]:
        return await platform.catalog.movements(platform.context(), self.product_id, MOVEMENTS_SHOWN)


@dataclass(frozen=True, slots=True)
class CreateNew:
    """Save a product for the first time."""

    unsaved: Unsaved

    @property
    def command(self) -> CreateProduct:
        """What is asked of the catalog, built anew each time; see :class:`SaveChanges`."""
        return cast("CreateProduct", _built(self.unsaved))

    async def __call__(self, platform: Platform) -> SavedProduct:
        saved = await platform.catalog.create_product(platform.context().with_new_correlation(), self.command)
        return SavedProduct(saved, await _whole(platform, saved.product_id))


@dataclass(frozen=True, slots=True)
class SaveChanges:
    """Save an edit.

    The command is built where it is needed, on the core's thread: of thousands of edits that takes longer than the
    window may be away.
    """

    unsaved: Unsaved

    @property
    def command(self) -> UpdateProduct:
        """What is asked of the catalog, built anew each time; Invalid names what is wrong."""
        return cast("UpdateProduct", _built(self.unsaved))

    async def __call__(self, platform: Platform) -> SavedProduct:
        command = self.command
        saved = await platform.catalog.update_product(platform.context().with_new_correlation(), command)
        about_lists = command.add_variants or command.remove_variants or command.options or command.images is not None
        if not about_lists:
            part = await _changed(platform, saved, tuple(variant.id for variant in command.variants))
            if part is not None:
                return SavedProduct(saved, part)
        return SavedProduct(saved, await _whole(platform, saved.product_id))


@dataclass(frozen=True, slots=True)
class Act:
    """Publish, unpublish, trash or restore one product; ``act`` is the service's name for it, or two joined by and."""

    act: str
    product_id: str

    async def __call__(self, platform: Platform) -> SavedProduct:
        from rustok_desktop.commerce.schemas import ProductCommand

        catalog = platform.catalog
        acts = {
            "publish": (catalog.publish,),
            "unpublish": (catalog.unpublish,),
            "unarchive": (catalog.unarchive,),
            "trash": (catalog.trash,),
            "unpublish_and_trash": (catalog.unpublish, catalog.trash),
            "restore": (catalog.restore,),
        }
        ctx, command = platform.context().with_new_correlation(), ProductCommand(product_id=self.product_id)
        for step in acts[self.act]:
            saved = await step(ctx, command)
        return SavedProduct(saved, await _whole(platform, saved.product_id))


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A new draft like a product."""

    product_id: str

    async def __call__(self, platform: Platform) -> SavedProduct:
        from rustok_desktop.commerce.schemas import DuplicateProduct

        command = DuplicateProduct(product_id=self.product_id)
        saved = await platform.catalog.duplicate_product(platform.context().with_new_correlation(), command)
        return SavedProduct(saved, await _whole(platform, saved.product_id))


@dataclass(frozen=True, slots=True)
class BulkResult:
    """Which products an act was done to, and why not to the others: (title, error)."""

    done: tuple[str, ...]
    refused: tuple[tuple[str, AppError], ...]


@dataclass(frozen=True, slots=True)
class ActOnMany:
    """Publish, unpublish, trash or restore several products, one after the other; one chain of events."""

    act: str
    product_ids: tuple[str, ...]

    async def __call__(self, platform: Platform) -> BulkResult:
        from rustok_desktop.commerce.schemas import ProductCommand

        catalog, ctx = platform.catalog, platform.context().with_new_correlation()
        acts = {
            "publish": catalog.publish,
            "unpublish": catalog.unpublish,
            "trash": catalog.trash,
            "restore": catalog.restore,
        }
        done, refused = [], []
        for product_id in self.product_ids:
            try:
                await acts[self.act](ctx, ProductCommand(product_id=product_id))
            except UserError as error:
                view = await catalog.get_product(ctx, product_id)
                refused.append((next((words.title for words in view.translations.values()), ""), error))
            except NotFound as error:
                refused.append((product_id, error))
            else:
                done.append(product_id)
        return BulkResult(tuple(done), tuple(refused))


@dataclass(frozen=True, slots=True)
class MoveStock:
    """Add ``delta`` to what is on hand of a variant at the default location."""

    variant_id: str
    delta: int
    reason: str

    async def __call__(self, platform: Platform) -> SavedProduct:
        from rustok_desktop.commerce.schemas import AdjustStock

        command = AdjustStock(variant_id=self.variant_id, delta=self.delta, reason=self.reason)
        saved = await platform.catalog.adjust_stock(platform.context().with_new_correlation(), command)
        whole = await _whole(platform, saved.product_id)
        movements = await ReadMovements(saved.product_id)(platform)
        return SavedProduct(saved, Loaded(whole.view, movements))


@dataclass(frozen=True, slots=True)
class FillDemo:
    """Fill the shop with invented products; how many."""

    count: int

    async def __call__(self, platform: Platform) -> int:
        from rustok_desktop.exchange.demo import create_command, demo_products

        ctx = platform.context().with_new_correlation()
        for product in demo_products(self.count):
            await platform.catalog.create_product(ctx, create_command(product, platform.tenant.currency_code))
        return self.count
