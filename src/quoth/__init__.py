"""Quoth: who said what, when, where, and through whom it reached the page."""

__version__ = "0.1.0"
