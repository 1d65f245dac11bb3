"""Between the builder's widgets and the shop: loads a page, keeps what is typed into its blocks. Knows no widget."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from rustok_desktop.content.views import NodeSaved, NodeView
from rustok_desktop.core.errors import Invalid, NotFound, VersionConflict
from rustok_desktop.gui.builder.block_drafts import BlockDrafts
from rustok_desktop.gui.builder.block_html import Shown
from rustok_desktop.gui.builder.block_state import Block, Words, of_view
from rustok_desktop.gui.operations.block_forms import ReadForms, TypeForm
from rustok_desktop.gui.operations.builder import ActOnBlock, BuiltPage, ChangeBlock, PutBlock, ReadPage, ShiftBlock
from rustok_desktop.gui.operations.products import ReadShop, ShopFacts
from rustok_desktop.gui.save_queue import SaveQueue
from rustok_desktop.gui.services import ClientPort

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

PAUSE_MS = 400
_REFRESH_MS = 150


class BuilderController(QObject):
    """One page at a time. ``opened``: another page; ``listed``: blocks came, went, moved or changed their state;
    ``replaced``: the fields of the block in front are others; ``edited``: something was typed; ``acted`` carries
    an act, its block and the NodeSaved.
    """

    opened = Signal()
    listed = Signal()
    replaced = Signal()
    edited = Signal()
    acted = Signal(str, object, object)
    failed = Signal(object)
    conflicted = Signal()

    def __init__(self, client: ClientPort, language: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client, self._language = client, language
        self._names = count(1)
        self._asked = 0
        self._prefer = ""
        self._wanted: str | None = None
        self._left: dict[str | None, list[Block]] = {}
        self.page: NodeView | None = None
        self.blocks: list[Block] = []
        self.forms: dict[str, TypeForm] = {}
        self.shop = ShopFacts("en", "USD", (("en", "English"),), "")
        self.locale = "en"
        self.key = ""
        self._saves = SaveQueue(client, self)
        self._saves.saved.connect(self._saved)
        self._saves.failed.connect(self._refused)
        self.drafts = BlockDrafts(self._blocks_of, self)
        self.drafts.failed.connect(self._not_written)
        self.edited.connect(self._note)
        self.listed.connect(self._note)
        self._pause = self._timer(PAUSE_MS, self.keep)
        self._soon = self._timer(_REFRESH_MS, self.read)

    def _timer(self, pause: int, act: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(act)
        return timer

    def start(self) -> None:
        """Ask for what is the same for all pages."""
        self._submit(ReadShop(), self._show_shop)
        self._submit(ReadForms(), self._show_forms)

    def _submit(self, operation: Any, on_result: Any, on_error: Any = None, *, write: bool = False) -> None:
        self._client.submit(
            operation,
            on_result=on_result,
            on_error=on_error or self.failed.emit,
            alive=partial(isValid, self),
            write=write,
        )

    def _show_shop(self, shop: ShopFacts) -> None:
        self.shop, self.locale = shop, shop.default_locale
        self.drafts.set_directory(shop.directory)
        self.opened.emit()
        self.read()  # a page that came first gets what was typed into it before

    def _show_forms(self, forms: dict[str, TypeForm]) -> None:
        self.forms = forms
        self.replaced.emit()

    # -- which page, which block -------------------------------------------------------------------

    def open(self, page_id: str) -> None:
        """Show a page; what was typed before is kept first."""
        self.keep()
        if self._wanted != page_id:
            self._left[self._wanted] = self.blocks  # what could not be saved yet is there when one comes back
            self._wanted, self.page, self.key = page_id, None, ""
            self.blocks = self._left.pop(page_id, [])
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the page again."""
        if self._wanted is not None:
            self._asked += 1
            self._submit(
                ReadPage(self._wanted), partial(self._loaded, self._asked), partial(self._not_loaded, self._asked)
            )

    def _loaded(self, asked: int, built: BuiltPage) -> None:
        if asked != self._asked or built.view.id != self._wanted:
            return
        first = self.page is None
        self.page = built.view
        known = {block.key: block for block in self.blocks}
        replaced = set()
        blocks = []
        for view in built.blocks:
            block = known.pop(view.id, None) or of_view(view)
            if block.take(view):
                replaced.add(block.key)
            blocks.append(block)
        for place, block in enumerate(self.blocks):
            if block.new and block.key in known:
                blocks.insert(place, block)
        self.blocks = self.drafts.bring_back(built.view.id, blocks, self._make_key)
        if first:
            self.opened.emit()
        self._choose(self._prefer or self.key, anew=first or self.key in replaced)
        self._prefer = ""
        if any(block.dirty and not block.refused for block in self.blocks):
            self._pause.start()

    def _make_key(self) -> str:
        return f"new-{next(self._names)}"

    def _blocks_of(self, page_id: str) -> list[Block]:
        return self.blocks if page_id == self._wanted else self._left.get(page_id, [])

    @Slot(str)
    def _not_written(self, text: str) -> None:
        self.failed.emit(OSError(text))

    @Slot()
    def _note(self) -> None:
        if self.page is not None:
            self.drafts.note(self.page.id)

    def _not_loaded(self, asked: int, error: BaseException) -> None:
        if asked != self._asked:
            return
        if isinstance(error, NotFound):
            self._wanted, self.page, self.blocks, self.key = None, None, [], ""
            self.opened.emit()
            self._choose("", anew=True)
        self.failed.emit(error)

    def notice(self, notice: ChangeNotice) -> None:
        """Something was recorded."""
        if (notice.bulk or "node" in notice.kinds) and self._wanted is not None and not self._soon.isActive():
            self._soon.start()

    def find(self, key: str) -> Block | None:
        """A block of the page."""
        return next((block for block in self.blocks if block.key == key), None)

    @property
    def block(self) -> Block | None:
        """The block in front."""
        return self.find(self.key)

    def choose(self, key: str) -> None:
        """Bring a block to the front; what was typed before is kept first."""
        if key != self.key:
            self.keep()
            self._choose(key, anew=True)

    def _choose(self, key: str, *, anew: bool) -> None:
        there = self.find(key)
        wanted = there.key if there is not None else (self.blocks[0].key if self.blocks else "")
        anew = anew or wanted != self.key
        self.key = wanted
        self.listed.emit()
        if anew:
            self.replaced.emit()

    def set_locale(self, locale: str) -> None:
        """Write in another language."""
        if locale != self.locale:
            self.keep()
            self.locale = locale
            self.listed.emit()
            self.replaced.emit()

    # -- typing ------------------------------------------------------------------------------------

    def type(self, *, translated: bool, name: str, value: Any) -> None:
        """A field of the block in front has another value."""
        block = self.block
        if block is None:
            return
        if translated:
            block.type_text(self.locale, name, value)
        else:
            block.type_data(name, value)
        self._pause.start()
        self.edited.emit()

    @Slot()
    def keep(self) -> None:
        """Save now what was typed."""
        self._pause.stop()
        for block in self.blocks:
            if block.dirty and not block.saving and not block.refused and block.type in self.forms:
                self._save(block)

    def _save(self, block: Block) -> None:
        data, texts = block.changes(self.forms[block.type])
        sent = (deepcopy(block.data), deepcopy(block.texts))
        block.saving = True
        if block.new:
            index = self.blocks.index(block)
            words = {locale: words for locale, words in texts.items() if words is not None}
            self._submit(
                PutBlock(str(self._wanted), block.type, data or {}, words, index),
                partial(self._put, block, sent),
                partial(self._refused, ("put", block, sent)),
                write=True,
            )
        else:
            make = partial(_changed, block.key, data, texts)
            self._saves.push(block.key, block.version, make, ("change", block, sent))

    def _put(self, block: Block, sent: tuple[Words, dict[str, Words]], saved: NodeSaved) -> None:
        if self.key == block.key:
            self.key = saved.node_id
        block.key = saved.node_id
        self._saved(("add", block, sent), saved)

    @Slot(object, object)
    def _saved(self, name: tuple[str, Block, Any], saved: NodeSaved) -> None:
        act, block, sent = name
        if act in ("add", "change"):
            block.saving, block.version, block.problems = False, saved.version, {}
            block.keep(*sent)
        elif act == "duplicate":
            self._prefer = saved.node_id
        if block.dirty and not block.refused:
            self._pause.start()
        self.acted.emit(act, block, saved)
        self.edited.emit()
        self.read()

    @Slot(object, object)
    def _refused(self, name: tuple[str, Block, Any], error: BaseException) -> None:
        act, block, sent = name
        typed = act in ("put", "change")
        if typed:
            block.saving = False
            # What was typed meanwhile is another try.
            block.refused = sent == (block.data, block.texts)
            if not block.refused:
                self._pause.start()
        if typed and isinstance(error, Invalid):
            block.problems = {problem.path: problem.text(self._language()) for problem in error.fields}
            self.edited.emit()
            return
        if isinstance(error, VersionConflict):
            block.refused = False
            self.conflicted.emit()
            self.read()
        else:
            self.failed.emit(error)
        self.edited.emit()

    # -- acts --------------------------------------------------------------------------------------

    def add(self, block_type: str) -> None:
        """A new block behind the one in front; the shop has it as soon as what it needs is typed."""
        if self.page is None:
            return
        self.keep()
        block = Block(self._make_key(), block_type)
        if block_type == "pricing":
            block.data["currency_code"] = self.shop.currency_code
        here = self.block
        self.blocks.insert(self.blocks.index(here) + 1 if here is not None else len(self.blocks), block)
        self._choose(block.key, anew=True)
        self.keep()

    def move(self, key: str, index: int) -> None:
        """To another place among the others."""
        block = self.find(key)
        if block is None or not 0 <= index < len(self.blocks) or self.blocks.index(block) == index:
            return
        self.blocks.remove(block)
        self.blocks.insert(index, block)
        self.listed.emit()
        if not block.new:
            before = sum(not one.new for one in self.blocks[:index])
            self._saves.push(key, block.version, partial(_shifted, key, before), ("move", block, None))

    def act(self, act: str, key: str) -> None:
        """hide, show, duplicate or remove."""
        block = self.find(key)
        if block is None:
            return
        if block.new:
            if act == "remove":
                self._forget(block)
            return
        self.keep()
        self._saves.push(key, block.version, partial(ActOnBlock, act, key), (act, block, None))

    def _forget(self, block: Block) -> None:
        place = self.blocks.index(block)
        self.blocks.remove(block)
        following = self.blocks[min(place, len(self.blocks) - 1)].key if self.blocks else ""
        self._choose(following, anew=True)

    def shown(self) -> tuple[Shown, ...]:
        """The page as visitors will see it in the language in front, with what is typed."""
        visible = (block for block in self.blocks if not block.hidden)
        words = self.shop.default_locale
        return tuple(
            Shown(block.key, block.type, deepcopy(block.data), deepcopy(block.words(self.locale, words)))
            for block in visible
        )

    def state(self) -> str:
        """saved, writing or refused; '' without a page."""
        if self.page is None:
            return ""
        if any(block.dirty and block.refused for block in self.blocks):
            return "refused"
        return "writing" if any(block.dirty for block in self.blocks) or self._saves.busy else "saved"


def _changed(block_id: str, data: Words | None, texts: dict[str, Words | None], version: int) -> ChangeBlock:
    return ChangeBlock(block_id, version, data, texts)


def _shifted(block_id: str, index: int, version: int) -> ShiftBlock:
    return ShiftBlock(block_id, version, index)
