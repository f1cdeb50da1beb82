"""Who is meant by each name, title and pronoun of one article, and who made each statement."""

from quoth.link.mentions.annotator import MentionAnnotator

__all__ = ["MentionAnnotator"]
