"""Style sheet template: the Home page, settings, welcome."""

from __future__ import annotations

HOME = """
QPushButton[role="quick"] {
  background: @surface; border: 1px solid @border; border-radius: #(10); text-align: left; min-height: #(34);
}
QPushButton[role="quick"]:hover { background: @hover; }
QPushButton[role="quick"]:pressed { background: @sunk; }
QPushButton[role="quick"]:focus { border-color: @accent; }
QPushButton[role="omni"] {
  background: @surface; color: @muted; border: 1px solid @border; border-radius: #(8);
  text-align: left; padding: #(5) #(40) #(5) #(11); font-weight: 400;
}
QPushButton[role="omni"]:hover { border-color: @outline; }
QPushButton[role="omni"]:focus { border-color: @accent; }
QPushButton[variant="link"][flush="true"] { padding: #(2) 0; text-align: left; }
QPushButton[variant="link"][tone="danger"] { color: @danger; }
QFrame[role="found"] { border: 1px solid @accent; border-radius: #(8); background: @accent_soft; }
QPushButton[role="option"] {
  background: @surface; border: 1px solid @border; border-radius: #(10); text-align: left; padding: #(10) #(14);
}
QPushButton[role="option"]:hover { background: @hover; }
QPushButton[role="option"]:checked { border-color: @accent; background: @accent_soft; }
QPushButton[role="option"]:focus { border-color: @accent; }
"""
