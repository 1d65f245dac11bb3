"""The Inventory page."""
