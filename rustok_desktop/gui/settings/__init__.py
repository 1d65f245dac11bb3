"""The settings page, generated from declarations."""
