"""Who changed what and when, and taking it back: read from the log, done through the catalog's own rules."""
