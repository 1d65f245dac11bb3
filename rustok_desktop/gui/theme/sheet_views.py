"""Style sheet template: lists, tables, tabs, scroll areas, dialogs."""

from __future__ import annotations

VIEWS = """
QScrollArea, QScrollArea > QWidget > QWidget[surface="plain"] { background: transparent; }

QTableView, QTreeView, QListView {
  background: @surface; border: none; outline: none; gridline-color: @border;
  selection-background-color: @row_selected; selection-color: @text; alternate-background-color: @bg;
}
QTableView::item { padding: 0 #(8); border: none; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
  background: @row_selected; color: @text;
}
QTableView[framed="true"], QTreeView[framed="true"], QListView[framed="true"] {
  border: 1px solid @border; border-radius: #(10);
}
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: @surface; color: @muted; border: none; border-bottom: 1px solid @border;
  padding: 0 #(8); font-size: ~(8.25); font-weight: 600;
}
QHeaderView::section:first { border-top-left-radius: #(9); }
QHeaderView::section:last { border-top-right-radius: #(9); }
QHeaderView::section:only-one { border-top-left-radius: #(9); border-top-right-radius: #(9); }
QHeaderView::section:hover { color: @text; }
QHeaderView::section:checked { color: @text; }
QHeaderView::down-arrow { image: !(chevron_down); width: #(12); height: #(12); }
QHeaderView::up-arrow { image: !(chevron_up); width: #(12); height: #(12); }
QTableCornerButton::section { background: @surface; border: none; }

QScrollBar:vertical { background: transparent; width: #(10); margin: #(2); }
QScrollBar:horizontal { background: transparent; height: #(10); margin: #(2); }
QScrollBar::handle { background: @border; border-radius: #(3); }
QScrollBar::handle:vertical { min-height: #(36); }
QScrollBar::handle:horizontal { min-width: #(36); }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; border: none; border-bottom: #(2) solid transparent; color: @muted;
  padding: #(5) #(2) #(7) #(2); margin-right: #(18); font-weight: 500;
}
QTabBar[tight="true"]::tab { padding: #(5) #(1) #(7) #(1); margin-right: #(6); }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }
QTabBar::tab:disabled { color: @outline; }
QTabBar QToolButton { background: @surface; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @border; }
QSplitter::handle:horizontal { width: #(14); }
QSplitter::handle:vertical { height: #(12); }

QDialog { background: @surface; }
QFrame[role="card"] { background: @surface; border: 1px solid @border; border-radius: #(10); }
QFrame[role="sunk"] { background: @bg; border: 1px solid @border; border-radius: #(10); }
QFrame[role="band"] { border-radius: #(8); background: @sunk; }
QFrame[role="band"][tone="warn"] { background: @warn_soft; }
QFrame[role="band"][tone="danger"] { background: @danger_soft; }
QFrame[role="band"][tone="accent"] { background: @accent_soft; }
QFrame[role="band"][tone="ok"] { background: @ok_soft; }
QFrame[role="divider"] { background: @border; border: none; }
QLabel[role="chip"] {
  background: @sunk; color: @muted; border-radius: #(10); padding: #(2) #(9); font-size: ~(9); font-weight: 600;
  min-height: #(17);
}
QLabel[role="chip"][tone="ok"] { background: @ok_soft; color: @ok; }
QLabel[role="chip"][tone="warn"] { background: @warn_soft; color: @warn; }
QLabel[role="chip"][tone="danger"] { background: @danger_soft; color: @danger; }
QLabel[role="chip"][tone="accent"] { background: @accent_soft; color: @accent; }

QFrame[role="filter-chip"] {
  background: @accent_soft; border: 1px solid @accent_soft; border-radius: #(11); min-height: #(20);
}
QFrame[role="filter-chip"] QLabel { color: @accent; font-weight: 500; }
QFrame[role="filter-chip"][tone="danger"] { background: @danger_soft; border-color: @danger_soft; }
QFrame[role="filter-chip"][tone="danger"] QLabel { color: @danger; }

QPushButton[role="pill"] {
  background: @surface; color: @muted; border: 1px solid @border; border-radius: #(12);
  padding: #(2) #(10); min-height: #(18); font-weight: 500;
}
QPushButton[role="pill"]:hover { color: @text; background: @hover; }
QPushButton[role="pill"]:checked {
  background: @accent_soft; color: @accent; border-color: @accent_soft; font-weight: 600;
}
QPushButton[role="pill"]:focus { border-color: @accent; }
QFrame[role="segments"] { background: @sunk; border: 1px solid @border; border-radius: #(8); }
QPushButton[role="segment"] {
  background: transparent; color: @text; border: 1px solid transparent; border-radius: #(6);
  padding: #(4) #(12); min-height: #(16); font-weight: 600;
}
QPushButton[role="segment"]:hover { color: @accent; }
QPushButton[role="segment"]:checked { background: @surface; color: @accent; border-color: @border; }
QPushButton[role="segment"]:focus { border-color: @accent; }
"""
