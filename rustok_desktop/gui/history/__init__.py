"""Undo and redo by name, and the words of history."""
