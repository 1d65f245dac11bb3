"""A page built of blocks."""
