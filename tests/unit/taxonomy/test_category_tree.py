"""Whatever is done to a tree in whatever order: no circles, true depths and paths, positions without gaps."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from rustok_desktop.core import limits
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.taxonomy.tree import Place, Tree


def chain(length: int) -> Tree:
    """c0 / c1 / c2 …"""
    tree = Tree()
    for number in range(length):
        tree.add(f"c{number}", f"c{number - 1}" if number else None)
    return tree


def test_a_move_takes_everything_below_along() -> None:
    tree = Tree([Place("a", None, 0, 0, "/a/"), Place("b", None, 1, 0, "/b/"), Place("c", "b", 0, 1, "/b/c/")])
    tree.move("b", "a")
    assert tree.moved() == [Place("b", "a", 0, 1, "/a/b/"), Place("c", "b", 0, 2, "/a/b/c/")]


def test_siblings_close_up() -> None:
    tree = Tree([Place(name, None, at, 0, f"/{name}/") for at, name in enumerate("abc")])
    tree.remove("a")
    assert [(place.id, place.position) for place in tree.moved()] == [("b", 0), ("c", 1)]


def test_no_category_goes_below_itself() -> None:
    tree = chain(4)
    for below in ("c0", "c2", "c3"):
        with pytest.raises(UserError) as caught:
            tree.move("c0", below)
        assert caught.value.code == "category_cycle"
    assert tree.moved() == chain(4).moved()


def test_the_deepest_level() -> None:
    tree = chain(limits.CATEGORY_LEVELS)
    with pytest.raises(UserError) as caught:
        tree.add("deeper", f"c{limits.CATEGORY_LEVELS - 1}")
    assert caught.value.code == "category_too_deep"
    assert "deeper" not in tree


def test_a_move_counts_what_hangs_below() -> None:
    tree = chain(limits.CATEGORY_LEVELS)
    tree.add("top", None)
    with pytest.raises(UserError) as caught:
        tree.move("c0", "top")
    assert caught.value.code == "category_too_deep"
    tree.move("c1", "top")
    assert max(place.depth for place in tree.places()) == limits.CATEGORY_LEVELS - 1


def test_the_longest_path_fits_its_column() -> None:
    tree = Tree()
    parent = None
    for number in range(limits.CATEGORY_LEVELS):
        tree.add(name := f"{number:036d}", parent)
        parent = name
    assert max(len(place.path) for place in tree.places()) <= limits.CATEGORY_ID_PATH


def test_unknown_ones() -> None:
    tree = chain(1)
    for act in (lambda: tree.add("x", "nobody"), lambda: tree.move("nobody", None), lambda: tree.move("c0", "nobody")):
        with pytest.raises(NotFound):
            act()
    assert tree.children(None) == ("c0",)


class TreeMachine(RuleBasedStateMachine):
    """Adds, moves, removes and reloads at random, beside a plain list of who has which parent."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.tree = Tree()
        self.parents: dict[str, str | None] = {}
        self.count = 0

    @rule(target=ids, parent=st.none() | ids, index=st.none() | st.integers(0, 4))
    def add(self, parent: str | None, index: int | None) -> object:
        name = f"n{self.count}"
        self.count += 1
        try:
            self.tree.add(name, parent, index)
        except UserError:
            assert parent not in self.parents or self._depth(parent) + 1 >= limits.CATEGORY_LEVELS
            return multiple()
        self.parents[name] = parent
        return name

    @rule(name=ids, parent=st.none() | ids, index=st.none() | st.integers(0, 4))
    def move(self, name: str, parent: str | None, index: int | None) -> None:
        try:
            self.tree.move(name, parent, index)
        except UserError:
            return
        self.parents[name] = parent
        siblings = self.tree.children(parent)
        assert siblings.index(name) == (len(siblings) - 1 if index is None else min(index, len(siblings) - 1))

    @rule(name=consumes(ids))
    def remove(self, name: str) -> None:
        try:
            self.tree.remove(name)
        except UserError:
            assert name not in self.parents or name in self.parents.values()
            return
        del self.parents[name]

    @rule()
    def reload(self) -> None:
        places = list(self.tree.places())
        self.tree = Tree(places)
        assert list(self.tree.places()) == places
        assert self.tree.moved() == []

    @invariant()
    def everybody_is_where_they_belong(self) -> None:
        places = {place.id: place for place in self.tree.places()}
        assert {name: place.parent_id for name, place in places.items()} == self.parents
        for name, place in places.items():
            line = self._line(name)
            assert place.depth == len(line) - 1 < limits.CATEGORY_LEVELS
            assert place.path == f"/{'/'.join(line)}/"
        for parent in {None, *places}:
            children = [place.position for place in places.values() if place.parent_id == parent]
            assert sorted(children) == list(range(len(children)))

    def _line(self, name: str | None) -> list[str]:
        line: list[str] = []
        while name is not None:
            assert name not in line, "a circle"
            line.insert(0, name)
            name = self.parents[name]
        return line

    def _depth(self, name: str | None) -> int:
        return len(self._line(name)) - 1


TreeMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestTree = TreeMachine.TestCase
