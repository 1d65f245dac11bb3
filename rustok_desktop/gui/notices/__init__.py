"""Short messages in the corner of the window."""
