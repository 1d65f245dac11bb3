"""What is photographed: one function per page or dialog. A new page adds its scene to ``SCENES``.

A scene brings the window there step by step. Each ``yield`` lets the window settle and, if it has a name, takes a
picture; ``ready`` is waited for, ``of`` is photographed instead of the whole window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from .content_scenes import CONTENT_SCENES

if TYPE_CHECKING:
    from .screens import Photographer

EDITOR_TABS = ("general", "variants", "prices", "stock", "images", "seo", "history")


@dataclass(frozen=True, slots=True)
class Shot:
    """One step of a scene."""

    name: str = ""
    ready: Callable[[], bool] | None = None
    of: QWidget | None = None


Scene = Callable[["Photographer"], Iterator[Shot]]


def _products(studio: Photographer) -> Any:
    studio.go("products")
    products = studio.page("products")
    products.set_wide(False)
    products.list.filters.clear()
    return products


def products(studio: Photographer) -> Iterator[Shot]:
    """The list with the editor beside it, a search, and every tab at full width."""
    page = _products(studio)
    yield Shot(ready=lambda: page.list.model.listed(3) is not None)
    yield Shot("products-list")
    page.open_with(product_id=page.list.model.listed(3).row.product_id)
    yield Shot("products", lambda: page.controller.state is not None)
    page.set_wide(True)
    for index, tab in enumerate(EDITOR_TABS):
        page.editor.strip.setCurrentIndex(index)
        yield Shot(f"editor-{tab}")
    page.editor.strip.setCurrentIndex(0)
    page.go_back()
    page.go_back()
    page.list.search("vase")
    yield Shot("search", lambda: page.list.model.query.text == "vase" and page.list.model.listed(0) is not None)
    page.list.search("")
    page.new_product()
    yield Shot("editor-new")
    page.controller.discard()
    page.go_back()


def filters(studio: Photographer) -> Iterator[Shot]:
    """Chips of filters, the tree to choose a category from, and a filter whose category is gone."""
    from rustok_desktop.index.schemas import ProductQuery, StatusFilter, Without

    page = _products(studio)
    filters = page.list.filters
    yield Shot(ready=lambda: len(filters.names.choices.categories) > 3)
    top, collection = filters.names.choices.categories[0].id, filters.names.choices.collections[0].id
    filters.ask(
        ProductQuery(
            category=top,
            collection=collection,
            status=StatusFilter.ACTIVE,
            price_from=1000,
            price_to=15000,
            without=(Without.CATEGORY,),
        )
    )
    yield Shot("filters-none-found")
    filters.remove("without.category")
    page.list.filters.more.setChecked(True)
    yield Shot("filters", lambda: page.list.model.listed(0) is not None)
    page.open_with(product_id=page.list.model.listed(0).row.product_id)
    yield Shot("filters-editor", lambda: page.controller.state is not None)
    page.go_back()
    filters.category.showPopup()
    filters.category.finder.setText("bowl")
    yield Shot("filters-tree", of=filters.category.panel)
    filters.category.close_panel()
    filters.price.showPopup()
    yield Shot("filters-price", of=filters.price.panel)
    filters.price.close_panel()
    filters.without.showPopup()
    yield Shot("filters-without", of=filters.without.panel)
    filters.without.close_panel()
    filters.names.know({"gone": "Gloves"})
    filters.ask(ProductQuery(category="gone"))
    yield Shot("filters-gone")
    filters.more.setChecked(False)
    filters.clear()


def views(studio: Photographer) -> Iterator[Shot]:
    """Saved views as tabs, further columns, both menus, the line to name a view."""
    from rustok_desktop.index.schemas import ProductQuery, StatusFilter

    page = _products(studio)
    bar, columns = page.list.views_bar, page.list.table.columns
    yield Shot(ready=lambda: len(page.list.filters.names.choices.categories) > 3)
    if len(page.list.views.book.views()) == 4:
        top = page.list.filters.names.choices.categories[0].id
        page.list.filters.ask(ProductQuery(category=top, status=StatusFilter.ACTIVE))
        page.list.views.save_as("Tableware, active")
        columns.show_column("VENDOR", True)
        columns.show_column("TYPE", True)
        columns.step("VENDOR", -1)
    bar.tabs.setCurrentIndex(4)
    yield Shot("views", lambda: page.list.model.listed(0) is not None)
    page.list.filters.remove("status")
    yield Shot("views-differ")
    page.open_with(product_id=page.list.model.listed(0).row.product_id)
    yield Shot("views-editor", lambda: page.controller.state is not None)
    page.go_back()
    for name, menu in (("views-menu", bar.menu()), ("views-columns", bar.columns_menu())):
        menu.popup(bar.mapToGlobal(bar.rect().center()))
        yield Shot(name, of=menu)
        menu.close()
    bar.save_as()
    bar.naming.line.setText("Drafts")
    yield Shot("views-name", of=bar.naming)
    bar.naming.hide()
    page.list.views.show("all")


def bulk_edit(studio: Photographer) -> Iterator[Shot]:
    """Many products edited at once."""
    page = _products(studio)
    page.edit_many(None)
    dialog = page.bulk_dialog
    yield Shot(ready=lambda: dialog._ids is not None)
    price = dialog.fields.editors["price"]
    price.formula.setText("+10 %, round to .99")
    dialog.fields.ticks["price"].setChecked(True)
    for name, text in (("vendor", "Kiln & Clay"), ("add_tags", "autumn, new"), ("weight", "1.2 kg")):
        dialog.fields.editors[name].setText(text)
        dialog.fields.ticks[name].setChecked(True)
    yield Shot("bulk-edit", lambda: dialog.model.rowCount() > 0, dialog)
    dialog.reject()


def prices(studio: Photographer) -> Iterator[Shot]:
    """Prices by a formula."""
    page = _products(studio)
    page.change_prices()
    dialog = page.price_dialog
    yield Shot(ready=lambda: dialog._ids is not None)
    dialog.formula.setText("+10 %, round to .99")
    yield Shot("change-prices", lambda: dialog.model.rowCount() > 0, dialog)
    dialog.reject()


def duplicates(studio: Photographer) -> Iterator[Shot]:
    """Products that look alike, side by side."""
    studio.go("duplicates")
    page = studio.page("duplicates")
    yield Shot("duplicates", lambda: bool(page.comparison.model.candidates))
    page.groups.list.setCurrentIndex(page.model.index(1, 0))
    yield Shot("duplicates-titles", lambda: bool(page.comparison.model.candidates))
    page.comparison.distinct_button.click()
    page.sheet.button("told_apart").click()
    yield Shot("duplicates-told-apart", lambda: page.verdicts.model.rowCount() > 0)
    page.verdicts.take_button.click()
    yield Shot(ready=lambda: page.verdicts.model.rowCount() == 0)
    page.sheet.button("alike").click()
    yield Shot(ready=lambda: page.stack.currentWidget() is page.splitter)


def price_lists(studio: Photographer) -> Iterator[Shot]:
    """No list, one being begun, one with prices, a formula looked at; then a product that stands in it."""
    products = _products(studio)
    yield Shot(ready=lambda: products.list.model.listed(5) is not None)
    chosen = tuple(products.list.model.listed(row).row.product_id for row in range(6))
    studio.go("prices", product_ids=chosen)
    page = studio.page("prices")
    yield Shot("price-lists-none", lambda: page.stack.isVisible())
    page.new_list()
    page.editor.name.setText("Autumn sale")
    page.editor.name.textEdited.emit("Autumn sale")
    yield Shot("price-list-new")
    page.save()
    yield Shot(ready=lambda: page.editor.bar.isVisible() and bool(page.editor.bar._counts["chosen"]))
    page.editor.bar.line.setText("-10 %, round to .99")
    yield Shot("price-list-formula", page.editor.bar.apply.isEnabled)
    page.editor.bar.apply.click()
    yield Shot("price-list", lambda: page.editor.model.rowCount() > 0)
    page.editor.history_button.click()
    yield Shot("price-list-history", lambda: bool(page.history.list.model.entries))
    page.history.close_panel()
    studio.go("products")
    products.open_with(product_id=chosen[0])
    products.editor.strip.setCurrentIndex(EDITOR_TABS.index("prices"))
    yield Shot("product-prices", lambda: products.editor.prices.listed.rowCount() > 0)
    products.set_wide(True)
    yield Shot("product-prices-wide")
    products.set_wide(False)
    products.go_back()
    page.acts.done.emit()
    page._trash()
    yield Shot(ready=lambda: not page.model.rows)


def importing(studio: Photographer) -> Iterator[Shot]:
    """The steps of an import."""
    studio.go("import")
    page = studio.page("import")
    yield Shot("import-file")
    page.read(studio.file)
    yield Shot("import-review", lambda: page.step is page.review)
    page._on_back()
    yield Shot("import-columns")
    page._start_over()


_BLOG = """<rss><channel><title>Studio</title><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://studio.example</wp:base_blog_url>
<item><title>Opening the kiln</title><content:encoded><![CDATA[<!-- wp:paragraph -->
<p>Three days of fire.</p>]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date_gmt>2024-05-01 10:00:00
</wp:post_date_gmt><wp:post_name>kiln</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="post_tag" nicename="fire">fire</category></item>
<item><title>Wholesale prices</title><content:encoded><![CDATA[For our partners.]]></content:encoded>
<wp:post_id>2</wp:post_id><wp:post_name>wholesale-prices</wp:post_name><wp:status>private</wp:status>
<wp:post_type>page</wp:post_type></item>
<item><title>Blue bowl</title><wp:post_id>3</wp:post_id><wp:status>publish</wp:status>
<wp:post_type>product</wp:post_type></item></channel></rss>
"""


def importing_content(studio: Photographer) -> Iterator[Shot]:
    """The choice of a file, and the review of a WordPress export."""
    studio.go("import-content")
    page = studio.page("import-content")
    yield Shot("import-content-file")
    path = studio.file.with_name("blog.xml")
    path.write_text(_BLOG, encoding="utf-8")
    page.read(path)
    yield Shot(ready=lambda: page.step is page.review and page.review.table.model().rowCount() > 0)
    page.review.table.selectRow(0)
    yield Shot("import-content-review", lambda: bool(page.review.details))
    page._start_over()


def content(studio: Photographer) -> Iterator[Shot]:
    """A post being written, and an empty page."""
    studio.go("content")
    page = studio.page("content")
    page.list.show_kind("post")
    yield Shot(ready=lambda: page.list.model.query.kind == "post" and len(page.list.model.rows) > 1)
    written = next(row for row in page.list.model.rows if row.title.startswith("Studio sale"))
    page.open_with(node_id=written.node_id)
    page.details.setChecked(False)
    yield Shot("content-post", lambda: page.controller.state is not None and not page.editor.body.preview.waiting)
    if page.details.isVisible():
        page.details.click()
        yield Shot("content-details")
        page.details.click()
    if "Fired twice" not in page.editor.body.value():
        page.editor.body.text.insertPlainText("Fired twice this year, with more wood than ever. ")
        page.controller.commit()
    versions = page.side.versions
    yield Shot(ready=lambda: not page.controller.busy and page.controller.state.view.drafts == {})
    page.past.show_version()
    panel = page.past.panel
    yield Shot("content-versions", lambda: "Fired" in panel.diff.toPlainText())
    panel.beside.setChecked(True)
    yield Shot("content-versions-beside", lambda: "Fired" in panel.diff.toPlainText())
    panel.beside.setChecked(False)
    panel.close_panel()
    page.focus.toggle()
    yield Shot("content-focus")
    page.focus.leave()
    page.side.ensureWidgetVisible(versions)
    yield Shot("content-side", lambda: versions.model.rowCount() > 0)
    page.editor.body.find_bar.open_bar()
    page.editor.body.find_bar.wanted.setText("firing")
    yield Shot("content-find")
    page.editor.body.find_bar.exactly["expression"].setChecked(True)
    page.editor.body.find_bar.wanted.setText("(firing")
    yield Shot("content-find-wrong")
    page.editor.body.find_bar.exactly["expression"].setChecked(False)
    page.editor.body.find_bar.close_bar()
    links = page.editor.body.links
    page.editor.body.ask_link()
    links.chooser.field.setText("bowl")
    yield Shot("content-link", lambda: links.chooser.model.rowCount() > 0)
    links.close_panel()
    page.begin("page")
    yield Shot("content-new", lambda: not page.editor.body.preview.waiting)
    page.controller.close()


def taxonomy(studio: Photographer) -> Iterator[Shot]:
    """A category with its products, and the tags."""
    studio.go("categories")
    yield Shot(ready=lambda: "categories" in studio.window.stack.built())
    page = studio.page("categories")
    page.tabs.setCurrentIndex(0)
    tree = page.categories.tree
    yield Shot(ready=lambda: page.categories.model.rowCount() > 0)
    tree.expandAll()
    tree.setCurrentIndex(page.categories.model.index(0, 0, page.categories.model.index(0, 0)))
    yield Shot("page-categories", lambda: page.panel.model.rowCount() > 0)
    page.tabs.setCurrentIndex(1)
    page.tags.table.selectRow(0)
    yield Shot("page-tags", lambda: page.tags.model.rowCount() > 0)
    page.tabs.setCurrentIndex(0)


def collections(studio: Photographer) -> Iterator[Shot]:
    """One collection by hand, one by a rule."""
    studio.go("collections")
    yield Shot(ready=lambda: "collections" in studio.window.stack.built())
    page = studio.page("collections")
    yield Shot(ready=lambda: page.model.rowCount() == 2)
    for row, name in enumerate(("page-collections-rule", "page-collections")):
        page.list.setCurrentIndex(page.model.index(row))
        yield Shot(name, partial(_collection_shown, page, row == 0))


def _collection_shown(page: Any, by_rule: bool) -> bool:
    draft = page.editor.draft
    return draft is not None and draft.by_rule is by_rule and page.editor.model.rowCount() > 0


def media(studio: Photographer) -> Iterator[Shot]:
    """Pictures, one of them looked at."""
    studio.go("media")
    yield Shot(ready=lambda: "media" in studio.window.stack.built())
    page = studio.page("media")
    yield Shot("page-media", lambda: page.model.rowCount() > 0)
    page.grid.select(page.model.row(0).id)
    yield Shot("page-media-details", page.details.isEnabled)
    page.grid.select("")


def other_pages(studio: Photographer) -> Iterator[Shot]:
    """Every other page, as it opens."""
    from rustok_desktop.gui.pages import standard_pages

    for spec in standard_pages():
        if spec.id not in ("products", "import", "content", "categories", "collections", "media", "duplicates"):
            studio.go(spec.id)
            yield Shot(f"page-{spec.id}", lambda page_id=spec.id: page_id in studio.window.stack.built())


def overlays(studio: Photographer) -> Iterator[Shot]:
    """Palette, shortcut sheet, a question, a notice."""
    _products(studio)
    window = studio.window
    window.open_palette()
    yield Shot()
    window._palette.input.setText("pl")
    window._palette.input.textEdited.emit("pl")
    yield Shot("palette")
    window._palette.close()
    window.open_shortcuts()
    yield Shot("shortcuts")
    window._shortcuts.close()
    studio.application.services.notices.show("Ramen bowl", "ok", "Undo", lambda: None)
    yield Shot("notice")


SCENES: tuple[Scene, ...] = (
    taxonomy,
    collections,
    media,
    products,
    filters,
    views,
    bulk_edit,
    prices,
    duplicates,
    price_lists,
    importing,
    importing_content,
    content,
    other_pages,
    overlays,
    *CONTENT_SCENES,
)
