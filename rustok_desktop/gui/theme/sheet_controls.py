"""Style sheet template: buttons, fields, boxes, menus, bars."""

from __future__ import annotations

CONTROLS = """
QWidget { color: @text; }
QAbstractScrollArea { border: none; }
QAbstractScrollArea::corner { background: transparent; }
QToolTip {
  background: @surface; color: @text; border: 1px solid @border; padding: #(4) #(8); font-size: ~(9);
}
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ~(15); font-weight: 700; }
QLabel[role="figure"] { font-size: ~(16.5); font-weight: 700; }
QLabel[role="section"] { font-size: ~(9.75); font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="hint"] { color: @muted; font-size: ~(9); }
QLabel[role="head"] { color: @muted; font-size: ~(8.25); font-weight: 600; }
QLabel[role="error"] { color: @danger; font-size: ~(9); }
QLabel[role="field"] { color: @muted; }
QLabel[role="danger"] { color: @danger; }
QLabel[role="warn"] { color: @warn; }
QLabel[role="ok"] { color: @ok; }
QLabel[role="accent"] { color: @accent; font-weight: 600; }
QLabel:disabled { color: @outline; }
QLabel[role="key"] {
  background: @surface; color: @muted; border: 1px solid @cap; border-radius: #(5);
  padding: #(1) #(5); font-size: ~(8.5); font-weight: 500; min-height: #(15); min-width: #(8);
}

QPushButton {
  background: @surface; color: @text; border: 1px solid @border; border-radius: #(8);
  padding: #(6) #(14); font-weight: 600; min-height: #(18);
}
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @sunk; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @outline; background: @bg; }
QPushButton[role="toggle"]:checked { background: @accent_soft; color: @accent; border-color: @accent_soft; }
QPushButton[variant="primary"] { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton[variant="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[variant="primary"]:pressed { background: @accent_pressed; border-color: @accent_pressed; }
QPushButton[variant="primary"]:focus { border-color: @text; }
QPushButton[variant="primary"]:disabled { background: @sunk; color: @muted; border-color: @border; }
QPushButton[variant="danger"] { color: @danger; border-color: @danger; }
QPushButton[variant="danger"]:hover { background: @danger_soft; }
QPushButton[variant="danger"]:focus { border-color: @text; }
QPushButton[variant="danger"]:disabled { color: @outline; border-color: @border; }
QPushButton[variant="ghost"] { background: transparent; border-color: transparent; }
QPushButton[variant="ghost"]:hover { background: @hover; }
QPushButton[variant="ghost"]:pressed { background: @sunk; }
QPushButton[variant="ghost"]:focus { border-color: @accent; }
QPushButton[variant="link"] {
  background: transparent; border-color: transparent; color: @accent; padding: #(2) #(4); min-height: #(16);
}
QPushButton[variant="link"]:hover { color: @accent_hover; text-decoration: underline; }
QPushButton[variant="link"]:focus { border-color: @accent; }
QPushButton[variant="link"]:disabled { color: @outline; }
QPushButton[compact="true"] { padding: #(3) #(10); min-height: #(16); }
QPushButton::menu-indicator { image: none; width: 0; }

QToolButton {
  background: transparent; border: 1px solid transparent; border-radius: #(6); padding: #(4); color: @text;
}
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @sunk; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[role="icon"][outlined="true"] { background: @surface; border-color: @border; border-radius: #(8); }
QToolButton[role="icon"][outlined="true"]:hover { background: @hover; }
QToolButton[role="icon"][outlined="true"]:focus { border-color: @accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QDateTimeEdit {
  background: @surface; color: @text; border: 1px solid @border; border-radius: #(8);
  selection-background-color: @accent; selection-color: @on_accent;
}
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QDateTimeEdit { padding: #(6) #(11); min-height: #(18); }
QPlainTextEdit, QTextEdit { padding: #(6) #(8); }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover {
  border-color: @outline;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QDateTimeEdit:focus { border: 1px solid @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QSpinBox:disabled {
  background: @bg; color: @muted;
}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: @bg; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QTextEdit[invalid="true"], QComboBox[invalid="true"],
QSpinBox[invalid="true"] { border: 1px solid @danger; }
QLineEdit[role="search"] { padding-left: #(4); }
QLineEdit[role="cell"] { border-radius: 0; padding: 0 #(6); border-color: @accent; min-height: 0; }
QPlainTextEdit[role="writing"], QTextEdit[role="reading"] { border: none; border-radius: 0; padding: #(6) #(10); }
QPlainTextEdit[role="writing"]:focus, QTextEdit[role="reading"]:focus { border: none; }
QDateTimeEdit::drop-down, QDateEdit::drop-down {
  border: none; width: #(22); subcontrol-origin: border; subcontrol-position: center right;
}
QDateTimeEdit::down-arrow, QDateEdit::down-arrow { image: !(chevron_down); width: #(14); height: #(14); }
QLineEdit[role="plain"] { border: none; background: transparent; padding: 0; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  width: 0; border: none;
}

QComboBox {
  background: @surface; color: @text; border: 1px solid @border; border-radius: #(8);
  padding: #(6) #(6) #(6) #(10); min-height: #(18); font-weight: 500;
}
QComboBox:hover { background: @hover; }
QComboBox:focus, QComboBox:on { border-color: @accent; }
QComboBox:disabled { color: @outline; background: @bg; }
QComboBox[active="true"] { border-color: @accent; background: @accent_soft; color: @accent; }
QComboBox::drop-down { border: none; width: #(22); subcontrol-position: center right; }
QComboBox::down-arrow { image: !(chevron_down); width: #(14); height: #(14); }
QComboBox QAbstractItemView {
  background: @surface; border: 1px solid @border; padding: #(4); outline: none;
  selection-background-color: @row_selected; selection-color: @text;
}
QComboBox QAbstractItemView::item { min-height: #(28); padding: 0 #(8); border-radius: #(5); }
QComboBox QAbstractItemView::item:hover { background: @hover; color: @text; }
QComboBox QAbstractItemView::item:selected { background: @row_selected; color: @text; }

QCheckBox, QRadioButton { spacing: #(8); background: transparent; }
QCheckBox::indicator, QTreeView::indicator, QTableView::indicator, QListView::indicator {
  width: #(15); height: #(15); border: 1px solid @outline; border-radius: #(4); background: @surface;
}
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QTreeView::indicator:checked,
QListView::indicator:checked { background: @accent; border-color: @accent; image: !(check_on); }
QCheckBox::indicator:indeterminate, QTableView::indicator:indeterminate {
  background: @accent; border-color: @accent; image: !(dash_on);
}
QCheckBox::indicator:disabled { background: @sunk; border-color: @border; }
QRadioButton::indicator {
  width: #(14); height: #(14); border: 1px solid @outline; border-radius: #(7); background: @surface;
}
QRadioButton::indicator:hover { border-color: @accent; }
QRadioButton::indicator:checked { border: #(4) solid @accent; width: #(8); height: #(8); border-radius: #(7); }

QMenu { background: @surface; border: 1px solid @border; padding: #(5); }
QMenu::item { padding: #(6) #(28) #(6) #(10); border-radius: #(5); background: transparent; }
QMenu::item:selected { background: @row_selected; color: @text; }
QMenu::item:disabled { color: @outline; }
QMenu::icon { padding-left: #(6); }
QMenu::separator { height: 1px; background: @border; margin: #(5) #(8); }
QMenu::indicator { width: #(14); height: #(14); padding-left: #(6); }
QMenu::indicator:checked { image: !(check_menu); }

QProgressBar {
  background: @sunk; border: none; border-radius: #(3); min-height: #(6); max-height: #(6); color: transparent;
}
QProgressBar::chunk { background: @accent; border-radius: #(3); }

QSlider::groove:horizontal { height: #(4); background: @sunk; border-radius: #(2); }
QSlider::sub-page:horizontal { background: @accent; border-radius: #(2); }
QSlider::handle:horizontal {
  width: #(14); height: #(14); margin: -#(5) 0; border-radius: #(7); background: @surface; border: 1px solid @outline;
}
QSlider::handle:horizontal:focus { border-color: @accent; }
"""
