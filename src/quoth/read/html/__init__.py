"""Web pages: bytes of HTML to an Article whose characters know their text nodes."""

from quoth.read.html.reader import read_html

__all__ = ["read_html"]
