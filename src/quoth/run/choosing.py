"""Which members of an entity a split takes out."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.store.folding import search_key
from quoth.store.members import Member


@dataclass(frozen=True, slots=True)
class Chosen:
    """Members that fit all that is given.

    Attributes:
        articles: the ids of their articles, or the beginnings of them; empty for any.
        called: what their articles call them; case and accents do not count.
        country: an ISO 3166 code.
    """

    articles: tuple[str, ...] = ()
    called: str = ""
    country: str = ""

    @property
    def none(self) -> bool:
        """Whether nothing is given, so that all would fit."""
        return not (self.articles or self.called or self.country)

    def __call__(self, member: Member) -> bool:
        """Whether a member is one of them."""
        return (
            (not self.articles or member.ref.article.startswith(self.articles))
            and (not self.called or search_key(self.called) == search_key(member.name))
            and self.country.upper() in ("", *member.profile.countries)
        )
