"""Products that look alike: found, compared, dealt with."""
