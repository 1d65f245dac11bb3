"""Colours, sizes, fonts and icons: declared once, turned into a palette and one style sheet."""
