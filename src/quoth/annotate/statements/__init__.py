"""Who said what: attributions from language packs alone.

    paragraph ─quotes─▶ quotations ─frame─▶ items, sentences ─direct, indirect, marked─▶ drafts
              ─reader─▶ drafts joined over paragraphs ─finish─▶ Statements

A sentence becomes a row of items, a quotation being one item, and a few constructions are looked
for in it; packs say which words are cues and what each governs.
"""

from quoth.annotate.statements.reader import read_paragraphs

__all__ = ["read_paragraphs"]
