"""The Products page: list, filters and editor."""
