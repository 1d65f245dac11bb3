"""An act asked for while something is being saved is done next, not forgotten."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.errors import UserError
from rustok_desktop.gui.content.node_controller import NodeController
from rustok_desktop.gui.operations.content import NodeCommitted
from tests.gui.conftest import FakeClient
from tests.unit.gui_content.test_node_state import view


@pytest.fixture
def controller(client: FakeClient, qapp: QObject) -> NodeController:
    made = NodeController(client, qapp)
    made.open("n1")
    client.answer("LoadNode", view(id="n1"))
    return made


def committed(node_id: str = "n1", version: int = 2) -> NodeCommitted:
    return NodeCommitted(NodeSaved(node_id, version, ("title",), "t1"), replace(view(id=node_id), version=version))


def acts(client: FakeClient) -> list[str]:
    return [call.operation.act for call in client.calls if type(call.operation).__name__ == "CommitNode"]


def test_the_last_act_asked_for_while_saving_is_done_next(controller: NodeController, client: FakeClient) -> None:
    controller.type("title", "Rain")
    controller.commit()
    controller.commit("publish")
    controller.commit("schedule", "2031-01-01T09:00:00.000000Z")
    assert acts(client) == [""]
    client.answer("CommitNode", committed())
    assert acts(client) == ["", "schedule"]
    assert client.last("CommitNode").operation.publish_at == "2031-01-01T09:00:00.000000Z"
    client.answer("CommitNode", committed(version=3))
    assert acts(client) == ["", "schedule"]
    controller.deleteLater()


def test_nothing_is_published_that_could_not_be_saved(controller: NodeController, client: FakeClient) -> None:
    controller.type("title", "Rain")
    controller.commit()
    controller.commit("publish")
    client.fail("CommitNode", UserError("not_found"))
    controller.commit()
    client.answer("CommitNode", committed())
    assert acts(client) == ["", ""]
    controller.deleteLater()


def test_nothing_is_published_that_is_not_in_sight(controller: NodeController, client: FakeClient) -> None:
    controller.commit()
    controller.commit("publish")
    controller.open("n2")
    client.answer("LoadNode", view(id="n2"))
    client.answer("CommitNode", committed())
    assert acts(client) == [""]
    controller.deleteLater()


@pytest.mark.parametrize("refused", [False, True])
def test_another_text_is_saved_after_the_first(controller: NodeController, client: FakeClient, refused: bool) -> None:
    controller.commit()
    controller.open("n2")
    client.answer("LoadNode", view(id="n2"))
    controller.commit("publish")
    assert acts(client) == [""]
    if refused:
        client.fail("CommitNode", UserError("not_found"))
    else:
        client.answer("CommitNode", committed())
    (call,) = client.pending("CommitNode")
    assert (call.operation.node_id, call.operation.act) == ("n2", "publish")
    controller.deleteLater()


def test_a_new_one_is_published_once_it_exists(controller: NodeController, client: FakeClient) -> None:
    controller.begin("post")
    controller.commit("publish")  # without a title there is nothing yet
    controller.type("title", "Rain")
    controller.commit("publish")
    assert acts(client) == []
    client.answer("BeginNode", committed("n2", 1))
    assert acts(client) == ["publish"]
    controller.deleteLater()
