"""Bytes to Articles: web pages, plain-text dumps of pages, JSON lines."""

from quoth.read.article import article
from quoth.read.inputs import captures, pages
from quoth.read.options import As, ReadOptions

__all__ = ["As", "ReadOptions", "article", "captures", "pages"]
