"""Price lists in the window."""
