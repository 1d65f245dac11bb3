"""Categories and tags on screen."""
