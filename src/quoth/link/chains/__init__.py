"""Through whom each statement reached the page."""

from quoth.link.chains.annotator import ChainAnnotator

__all__ = ["ChainAnnotator"]
