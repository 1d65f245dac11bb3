"""What people say, and the verdicts on it."""
