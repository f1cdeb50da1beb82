"""Places: found in the running text, resolved over the whole article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from quoth.annotate.blocks import Paragraph, paragraphs, spoken
from quoth.annotate.places.compose import place
from quoth.annotate.places.judge import judge
from quoth.annotate.places.line import line
from quoth.annotate.places.mention import Mention
from quoth.annotate.places.names import names
from quoth.annotate.places.resolve import Group, resolve
from quoth.annotate.places.scan import matches
from quoth.lang import available, pack
from quoth.model import BlockKind, Language, Maker, Mark, PlaceType, Reading, mark


class PlaceAnnotator:
    """Marks countries, regions, divisions, cities and peoples, with their places on the map.

    Looks at the running text in the languages that have a pack.
    """

    name = "places"
    needs = frozenset({"language"})
    makes = frozenset({"place"})

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The place marks of a reading."""
        article = reading.article
        found = list(_places(list(_mentions(reading))))
        groups = _groups(found)
        resolve(groups)
        by = _maker({g.language for g in groups})
        for group in groups:
            value, score = place(group)
            for mention in group.mentions:
                yield mark(article.id, mention.span, value, by, score)


def _maker(codes: Iterable[str]) -> Maker:
    digests = sorted(names(code).words.digest for code in codes)
    return Maker("quoth.places", "1", "-".join(d for d in digests if d))


def _mentions(reading: Reading) -> Iterator[tuple[str, Mention]]:
    """The mentions of an article with their languages; sentences are counted over all of it."""
    text = reading.article.text
    count = 0
    for paragraph in (*_datelines(reading), *paragraphs(text, spoken(reading))):
        own = names(paragraph.language)
        row = line(text, paragraph, own, elision=pack(paragraph.language).elision)
        for mention in judge(row, list(matches(text, row))):
            mention.sentence += count
            yield paragraph.language, mention
        count += (row.sentences[-1] if row.sentences else 0) + 1


def _places(found: list[tuple[str, Mention]]) -> Iterator[tuple[str, Mention]]:
    """The mentions that are left when the article is seen as a whole.

    A name that ends a person's full name elsewhere is that person's; a name that words beside it
    call a place elsewhere is that place's, however small.
    """
    persons = Counter(m.key for _, m in found if m.person)
    called = Counter(m.key for _, m in found if m.cue and not (m.weak or m.doubted))
    for language, mention in found:
        key = mention.key
        if mention.weak or (mention.doubted and not called[key]):
            continue
        if mention.cue or mention.certain or persons[key] <= called[key]:
            yield language, mention


def _datelines(reading: Reading) -> Iterator[Paragraph]:
    """The places of datelines, which are names and nothing else."""
    languages = {m.span: m.value.code for m in reading.of(Language)}
    known = frozenset(available())
    for block in reading.article.of(BlockKind.DATELINE):
        span, code = block.part("place"), languages.get(block.span, "und")
        if span is not None and code in known:
            yield Paragraph(span, code, head=True)


def _groups(found: Iterable[tuple[str, Mention]]) -> list[Group]:
    """Mentions of one name together; those that lie in different places apart."""
    groups: dict[tuple[str, ...], Group] = {}
    holders: dict[str, set[str]] = defaultdict(set)
    bare: list[tuple[str, Mention]] = []
    for language, mention in found:
        if mention.inside is None:
            bare.append((language, mention))
        else:
            holders[mention.key].add(mention.inside.key)
            key = (mention.key, mention.inside.key)
            groups.setdefault(key, Group(language)).add(mention)
    for language, mention in bare:
        people = all(s.type is PlaceType.DEMONYM for s in mention.senses)
        inside = holders[mention.key] if mention.key in holders and not people else ()
        # a name that lies in one place throughout the article lies there where it stands alone
        own = (mention.key, *inside) if len(inside) == 1 else (mention.key, "", str(people))
        groups.setdefault(own, Group(language)).add(mention)
    return list(groups.values())
