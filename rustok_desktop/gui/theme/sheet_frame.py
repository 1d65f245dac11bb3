"""Style sheet template: navigation, status bar, overlays, notices."""

from __future__ import annotations

FRAME = """
QMainWindow, QWidget[surface="bg"] { background: @bg; }
QWidget[surface="surface"] { background: @surface; }
QWidget[surface="sunk"] { background: @sunk; }

QFrame#navigation { background: @sunk; border: none; border-right: 1px solid @border; }
QFrame#navigation QLabel#shop { font-size: ~(11.25); font-weight: 700; }
QFrame#navigation QLabel[role="head"] { padding: 0 #(14); min-height: #(16); }
QPushButton[role="entry"] {
  background: transparent; border: 1px solid transparent; border-radius: #(8); color: @text;
  text-align: left; padding: #(5) #(9); min-height: #(19); font-weight: 500;
}
QPushButton[role="entry"]:hover { background: @nav_hover; }
QPushButton[role="entry"]:checked { background: @surface; color: @accent; font-weight: 600; }
QPushButton[role="entry"]:focus { border-color: @accent; }

QFrame#status { background: @sunk; border: none; }
QFrame#status QLabel { color: @muted; font-size: ~(8.5); }

QFrame[role="panel"] { background: @surface; border: 1px solid @border; border-radius: #(10); }
QFrame#palette { background: @surface; border: 1px solid @cap; border-radius: #(10); }
QLineEdit#paletteInput {
  border: none; background: transparent; font-size: ~(12); padding: 0; min-height: #(24);
}
QListView#paletteList { background: transparent; padding: #(4) #(9); }
QFrame#paletteFoot {
  background: @bg; border: none; border-top: 1px solid @border;
  border-bottom-left-radius: #(9); border-bottom-right-radius: #(9);
}
QFrame#paletteFoot QLabel[role="hint"] { padding-right: #(8); }

QFrame#notice { background: @surface; border: 1px solid @cap; border-radius: #(10); }
QFrame#notice[tone="danger"] { border-color: @danger; }
"""
