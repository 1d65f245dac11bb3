"""What the clock will do, day by day."""
