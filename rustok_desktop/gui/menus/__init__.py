"""The Menus page."""
