"""Text with offsets: words, sentences, and the keys under which words are looked up."""

from quoth.text.fold import fold
from quoth.text.tokens import Token, tokenise

__all__ = ["Token", "fold", "tokenise"]
