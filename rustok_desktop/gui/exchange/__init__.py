"""Bringing pages and posts in, and taking them out."""
