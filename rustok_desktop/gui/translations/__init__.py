"""What is missing in other languages."""
