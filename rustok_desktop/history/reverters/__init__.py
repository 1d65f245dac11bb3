"""One reverter for each kind of thing that has a history."""
