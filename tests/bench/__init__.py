"""Benchmarks: each one a ratio of two things measured in turn, in the same minutes on the same machine."""
