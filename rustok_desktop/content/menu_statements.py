"""Every statement on menus, compiled once at import.

What an item leads to is asked of the neighbours' tables by name: content imports none of them.
"""

from __future__ import annotations

from rustok_desktop.storage.statements import prepare

MENUS = prepare(
    "SELECT id, version, template FROM nodes WHERE tenant_id = :at_tenant_id AND kind = 'menu' AND deleted_at IS NULL"
    " ORDER BY CASE template WHEN 'header' THEN 0 WHEN 'footer' THEN 1 WHEN 'sidebar' THEN 2 ELSE 3 END, id"
)
MENU = prepare(
    "SELECT id, version, template FROM nodes WHERE tenant_id = :at_tenant_id AND id = :at_node_id AND kind = 'menu'"
    " AND deleted_at IS NULL"
)
# Everything below a menu; what is below something in the trash is gone with it.
_TREE = (
    "WITH RECURSIVE tree (id) AS (SELECT :at_node_id"
    " UNION ALL SELECT n.id FROM tree JOIN nodes n ON n.parent_id = tree.id"
    " WHERE n.kind = 'menu_item' AND n.deleted_at IS NULL AND n.tenant_id || '' = :at_tenant_id)"
)
ITEMS = prepare(
    f"{_TREE} SELECT n.id, n.parent_id, n.version, n.template, n.metadata FROM tree JOIN nodes n ON n.id = tree.id"
    " WHERE n.kind = 'menu_item' AND n.tenant_id || '' = :at_tenant_id ORDER BY n.position, n.id"
)
MENU_TITLES = prepare(
    f"{_TREE} SELECT t.node_id, t.locale, t.title FROM tree JOIN node_translations t ON t.node_id = tree.id"
    " WHERE t.tenant_id || '' = :at_tenant_id"
)


def title_of(table: str, key: str, word: str = "title") -> str:
    """What ``g`` is called in the first language of ``:chain`` that has a word for it, else in any."""
    words = f"SELECT t.{word} FROM {table} t"
    return (
        f"coalesce(({words} JOIN json_each(:chain) o ON o.value = t.locale WHERE t.{key} = g.id"
        f" ORDER BY o.key LIMIT 1), ({words} WHERE t.{key} = g.id ORDER BY t.locale LIMIT 1), '')"
    )


def _targets(kinds: str, table: str, title: str, broken: str) -> str:
    return (
        f"SELECT i.id, {title}, {broken} FROM tree JOIN nodes i ON i.id = tree.id"
        f" JOIN {table} g ON g.id = json_extract(i.metadata, '$.id') AND g.tenant_id = i.tenant_id"
        f" WHERE i.template IN ({kinds}) AND i.kind = 'menu_item' AND i.tenant_id || '' = :at_tenant_id"
    )


def broken_when(status: str) -> str:
    """What is wrong with leading to ``g``, NULL when nothing is."""
    return f"CASE WHEN g.deleted_at IS NOT NULL THEN 'trashed' WHEN g.status <> '{status}' THEN 'hidden' END"


# Per item: what its target is called, and what is wrong with it; no row for one that is not there.
TARGETS = prepare(
    f"{_TREE} "
    + _targets("'page', 'post', 'article'", "nodes", title_of("node_translations", "node_id"), broken_when("published"))
    + " AND g.kind = i.template UNION ALL "
    + _targets("'product'", "products", title_of("product_translations", "product_id"), broken_when("active"))
    + " UNION ALL "
    + _targets("'category'", "categories", title_of("category_translations", "category_id", "name"), "NULL")
)
TARGET_THERE = prepare(
    "SELECT 1 FROM nodes WHERE tenant_id = :at_tenant_id AND id = :id AND kind = :kind"
    " UNION ALL SELECT 1 FROM products WHERE tenant_id = :at_tenant_id AND id = :id AND :kind = 'product'"
    " UNION ALL SELECT 1 FROM categories WHERE tenant_id = :at_tenant_id AND id = :id AND :kind = 'category'"
)
