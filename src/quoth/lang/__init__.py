"""Language packs: what Quoth knows of a language, as data.  docs/packs.md has the format."""

from quoth.lang.lexicon import Hit, Lexicon
from quoth.lang.load import available, load_pack, pack
from quoth.lang.pack import KINDS, Pack, Word

__all__ = ["KINDS", "Hit", "Lexicon", "Pack", "Word", "available", "load_pack", "pack"]
