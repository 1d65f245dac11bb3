"""The services' own units of work by name: what the steps of a plan may ask for, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic import BaseModel, ValidationError

from rustok_desktop.content import discussing, lifecycle, menu_edits, redirects, schedule
from rustok_desktop.content.create import create_node
from rustok_desktop.content.discussion_schemas import AddComment, EditComment, SetThread
from rustok_desktop.content.menu_schemas import AddMenuItem, CreateMenu, UpdateMenuItem
from rustok_desktop.content.schemas import AddRedirect, ArchiveNode, CreateNode, NodeCommand, ScheduleNode, UpdateNode
from rustok_desktop.content.update import update_node
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.exchange.nodes.page_blocks import PutBlocks, put_blocks
from rustok_desktop.exchange.words.writing import Translate, translate
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import categories
from rustok_desktop.taxonomy.schemas import CreateCategory
from rustok_desktop.taxonomy.views import CategorySaved


@dataclass(frozen=True, slots=True)
class Act:
    """A command and what carries it out inside a unit of work."""

    command: type[BaseModel]
    run: Callable[..., Any]


def _status(name: str) -> Callable[..., Any]:
    return partial(lifecycle.change_status, name)


ACTS: dict[str, Act] = {
    "create_node": Act(CreateNode, create_node),
    "update_node": Act(UpdateNode, update_node),
    "publish": Act(NodeCommand, _status("publish")),
    "unpublish": Act(NodeCommand, _status("unpublish")),
    "archive": Act(ArchiveNode, _status("archive")),
    "restore_to_draft": Act(NodeCommand, _status("restore_to_draft")),
    "restore": Act(NodeCommand, lifecycle.restore),
    "schedule": Act(ScheduleNode, schedule.schedule),
    "unschedule": Act(NodeCommand, schedule.unschedule),
    "add_redirect": Act(AddRedirect, redirects.add_redirect),
    "set_thread": Act(SetThread, discussing.set_thread),
    "add_comment": Act(AddComment, discussing.add_comment),
    "edit_comment": Act(EditComment, discussing.edit_comment),
    "create_category": Act(CreateCategory, categories.create),
    "create_menu": Act(CreateMenu, menu_edits.create_menu),
    "add_item": Act(AddMenuItem, menu_edits.add_item),
    "update_item": Act(UpdateMenuItem, menu_edits.update_item),
    "put_blocks": Act(PutBlocks, put_blocks),
    "translate": Act(Translate, translate),
}


def carry_out(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, name: str, values: dict[str, Any]
) -> str | None:
    """One step; the id of what it made or changed. UserError when it is refused."""
    act = ACTS[name]
    try:
        command = act.command.model_validate(values)
    except ValidationError as error:
        problems = [(".".join(map(str, found["loc"])), found["msg"]) for found in error.errors()]
        raise Invalid([FieldProblem(path, "bad_value", {"detail": text}) for path, text in problems]) from None
    made = act.run(ctx, bus, command, uow)
    if isinstance(made, NodeSaved):
        return made.node_id
    return made.category_id if isinstance(made, CategorySaved) else None
