"""Find and run anything by typing."""
