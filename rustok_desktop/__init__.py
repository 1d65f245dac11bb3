"""RusToK Desktop: a shop's catalog in one program, over one local event log."""

__version__ = "0.1.0"
