"""The trash: what was deleted, by kind, to be brought back or purged."""
