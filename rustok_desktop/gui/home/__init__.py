"""The first page: what needs attention, what was done, what is in stock."""
