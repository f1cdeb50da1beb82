"""Who said what, and names: what the trained reader finds, with what language packs add to it.

    paragraphs ─network─▶ findings ─drafts─▶ drafts ─edges, whole, clitics, runs, interviews,
               speakers, dialogues, lone, packed─▶ drafts ─finish─▶ Statements

The network reads any language.  A pack is asked for what it knows and is missed by none of the
steps: a language without one is read with a pack that has quotation marks and no words.
"""

from quoth.annotate.trained.annotator import TrainedAnnotator

__all__ = ["TrainedAnnotator"]
