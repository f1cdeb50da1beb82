"""Language packs: what Quoth knows of a language, as data.  docs/packs.md has the format."""

from quoth.lang.lexicon import Hit, Lexicon
from quoth.lang.load import abbreviations, available, data_digest, load_pack, pack
from quoth.lang.pack import KINDS, Pack, Word

__all__ = [
    "KINDS",
    "Hit",
    "Lexicon",
    "Pack",
    "Word",
    "abbreviations",
    "available",
    "data_digest",
    "load_pack",
    "pack",
]
