"""Back and forward, as in a browser."""

from __future__ import annotations

import pytest

from rustok_desktop.gui.navigator import Navigator

pytestmark = pytest.mark.usefixtures("qapp")


def test_back_and_forward() -> None:
    navigator = Navigator()
    assert (navigator.page, navigator.arguments, navigator.can_go_back()) == ("", {}, False)
    navigator.go("products")
    navigator.go("products", product_id="7")
    navigator.go("import")
    navigator.back()
    assert (navigator.page, navigator.arguments) == ("products", {"product_id": "7"})
    navigator.back()
    navigator.back()
    assert navigator.page == "products"
    assert navigator.arguments == {}
    navigator.forward()
    assert navigator.arguments == {"product_id": "7"}
    navigator.go("other")
    assert not navigator.can_go_forward()


def test_going_where_one_is_tells_the_page_again_but_makes_no_history() -> None:
    navigator = Navigator()
    moves: list[str] = []
    navigator.moved.connect(lambda: moves.append(navigator.page))
    navigator.go("products")
    navigator.go("products")
    assert moves == ["products", "products"]
    assert not navigator.can_go_back()


def test_the_history_is_bounded() -> None:
    navigator = Navigator()
    for number in range(500):
        navigator.go("products", product_id=str(number))
    steps = 0
    while navigator.can_go_back():
        navigator.back()
        steps += 1
    assert steps == 99
    assert navigator.arguments == {"product_id": "400"}
