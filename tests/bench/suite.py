"""All benchmarks by name."""

from __future__ import annotations

from tests.bench import (
    content,
    duplicates,
    edit,
    filters,
    fluid,
    imports,
    scroll,
    search,
    variants,
    window,
    writing,
)
from tests.bench.framework import Suite


def suite() -> Suite:
    """The quick ones first; the windows last, when the machine has settled."""
    known = Suite()
    known.add("edit", edit.run)
    known.add("import", imports.run)
    known.add("search", search.run)
    known.add("filters", filters.run)
    known.add("content", content.run)
    known.add("variants", variants.run)
    known.add("duplicates", duplicates.run)
    known.add("start", window.start)
    known.add("memory", window.memory)
    known.add("window", window.fluid)
    known.add("scroll", scroll.run)
    known.add("opening", fluid.opening)
    known.add("grid", fluid.grid)
    known.add("writing", writing.writing)
    known.add("preview", writing.preview)
    return known
