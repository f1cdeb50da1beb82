"""Builds every weight that ships: `make weights`, or

    python train/build.py [--without-conll] [--out FOLDER] [--until STAGE] [--further]

With `--further` it begins with the readers that ship, not with the wheel, and runs the last stages
only: that is how version 6 was made of version 5.

Stages are kept in the folder and done again only where the recipe, the data or an earlier stage
changed, so a run that was stopped goes on where it was. Seeds are fixed; on one machine and with
one number of threads the same weights come out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import torch

import distil
import e5
import narrow
import recipe
import vocabulary
from finish import Ship
from loop import Halfway, train
from model import Reader
from quoth.nets.weights import DATA, Card
from restore import restored

LOG = logging.getLogger("train")
FURTHER = ("wider", "late", "broader", "slim", "slimmer", "joint", "brief")
SEVENTH = ("nearer", "nearest", "briefer", "briefest")
STAGES = (
    *("broad", "quality", "long", "fast", "wide", "last", "names", "again"),
    *("more", "fresh", "small", "young"),
    *FURTHER,
    *SEVENTH,
)
SMALL = ("fast", "again", "small", "young", "broader", "slim", "slimmer", "brief", *SEVENTH[2:])
"""Stages of the fast reader."""

OUT = Path(__file__).parents[1] / "build" / "weights"


class Build:
    """The stages, each giving a file of the folder."""

    def __init__(self, out: Path, *, conll: bool, card: Card | None = None) -> None:
        self.out, self.conll, self.card = out, conll, card
        self.encoder = e5.read()
        self.documents = recipe.documents(conll=conll)
        self.key = hashlib.sha256(self.encoder.digest.encode())  # of all stages so far
        if card:
            self.key.update(repr(card.data["files"]).encode())
        self.vocabulary = vocabulary.vocabulary(self.encoder)
        self.shared = vocabulary.table(self.encoder)
        self.table = self.shared.weights

    def kept(
        self, name: str, stage: recipe.Stage, reader: Reader, teach: distil.Teach | None = None
    ) -> Reader:
        """The reader after a stage, or the one kept from an earlier run of the same recipe."""
        told = (stage, reader.shape, (distil.WEIGHTS, distil.HELD) if teach else None)
        self.key.update(repr((name, told)).encode())
        for d in self.documents:
            if recipe.source(d) in stage.times:
                self.key.update(repr(d).encode("utf-8", "surrogatepass"))
        file, note = self.out / f"{name}.pt", self.out / f"{name}.json"
        digest = self.key.hexdigest()
        if file.exists() and note.exists() and json.loads(note.read_text())["key"] == digest:
            LOG.info("stage %s: kept from an earlier run", name)
            reader.load_state_dict(torch.load(file, weights_only=True))
            return reader
        LOG.info("stage %s: %s", name, told)
        halfway = Halfway(self.out / f"{name}.part", digest)
        seconds = round(self.run(stage, reader, teach, halfway))
        torch.save(reader.state_dict(), file)
        halfway.file.unlink(missing_ok=True)
        note.write_text(json.dumps({"key": digest, "seconds": seconds, "machine": machine()}))
        LOG.info("stage %s: %d s", name, seconds)
        return reader

    def run(
        self,
        stage: recipe.Stage,
        reader: Reader,
        teach: distil.Teach | None,
        halfway: Halfway,
    ) -> float:
        """One pass of a stage over its windows; gives the seconds that it took."""
        found = list(recipe.drawn(stage, self.documents, self.vocabulary))
        LOG.info("%d windows, %d pieces", len(found), sum(len(e.window.pieces) for e in found))
        for layer in reader.layers[reader.shape.frozen :]:
            layer.dropped.p = stage.dropout
        told = {"seed": stage.seed, "teach": teach, "halfway": halfway}
        return train(reader, self.table, found, stage.schedule, **told)

    def reader(self, shape: recipe.Shape) -> Reader:
        """A reader with the encoder's own layers and new heads."""
        torch.manual_seed(0)
        return Reader(self.encoder, shape)

    def readers(self, until: str) -> dict[str, Reader]:
        """The readers after each stage, in order, up to the named one."""
        made: dict[str, Reader] = {}
        for name, reader in self.stages():
            made["fast" if name in SMALL else "quality"] = reader
            if name == until:
                break
        return made

    def stages(self) -> Iterator[tuple[str, Reader]]:
        """What each stage makes, one after the other; a reader goes on changing in those behind."""
        if self.card:
            reader = restored(self.card, "quality", self.reader(recipe.QUALITY))
            small = restored(self.card, "fast", self.reader(recipe.FAST))
        else:
            reader, small = self.reader(recipe.WIDE_QUALITY), self.reader(recipe.WIDE_FAST)
            yield from self.first(reader, small)
            yield from self.second(reader, small)
        yield from self.further(reader, small)

    def first(self, reader: Reader, small: Reader) -> Iterator[tuple[str, Reader]]:
        """The stages from the wheel to version 4."""
        first = self.kept("broad", recipe.BROAD, self.reader(recipe.FIRST))
        yield "broad", first
        yield "quality", self.kept("quality", recipe.DEEP, first)
        reader.load_state_dict(first.state_dict())
        yield "long", self.kept("long", recipe.LONG, reader)
        distil.student(reader, small)
        yield "fast", self.kept("fast", recipe.DISTIL, small, distil.teaching(reader))
        before = state(reader)
        yield "wide", self.kept("wide", recipe.WIDE, reader)
        self.kept("last", recipe.LAST, reader)
        reader.load_state_dict(mean(before, reader.state_dict()))
        yield "last", reader
        named = self.copy(reader)
        self.kept("names", recipe.NAMES, named, distil.teaching(reader, distil.HELD))
        named.load_state_dict(mean(reader.state_dict(), named.state_dict()))
        yield "names", reader  # which stays as it was: the other one teaches only
        yield "again", self.kept("again", recipe.AGAIN, small, distil.teaching(named))

    def second(self, reader: Reader, small: Reader) -> Iterator[tuple[str, Reader]]:
        """The stages from version 4 to version 5."""
        teacher, before = self.copy(reader), state(small)
        yield "more", self.kept("more", recipe.MORE, reader)
        self.kept("fresh", recipe.FRESH, reader)
        reader.load_state_dict(
            mean(teacher.state_dict(), reader.state_dict(), recipe.FIFTH["quality"])
        )
        yield "fresh", reader
        yield "small", self.kept("small", recipe.SMALL, small, distil.teaching(teacher))
        self.kept("young", recipe.YOUNG, small, distil.teaching(teacher, distil.HELD))
        small.load_state_dict(mean(before, small.state_dict(), recipe.FIFTH["fast"]))
        yield "young", small

    def further(self, reader: Reader, small: Reader) -> Iterator[tuple[str, Reader]]:
        """The stages behind version 5: both readers get narrower and learn of several together."""
        teacher, before = self.copy(reader), state(reader)
        held = distil.teaching(teacher, distil.HELD)
        self.kept("wider", recipe.WIDER, reader, held)
        reader.load_state_dict(mean(before, reader.state_dict(), recipe.SIXTH["wider"]))
        yield "wider", reader
        thin = self.narrowed(reader, recipe.QUALITY)
        before = state(thin)
        self.kept("late", recipe.LATE, thin, held)
        thin.load_state_dict(mean(before, thin.state_dict(), recipe.SIXTH["late"]))
        yield "late", thin
        plain = distil.teaching(teacher)
        yield "broader", self.kept("broader", recipe.BROADER, small, plain)
        slim = self.narrowed(small, recipe.FAST)
        yield "slim", self.kept("slim", recipe.SLIM, slim, plain)
        yield "slimmer", self.kept("slimmer", recipe.SLIMMER, slim, distil.teaching(reader))
        several = [teacher, self.copy(thin), self.copy(slim)]
        together = distil.teaching(distil.Together(several, namers=2))
        for name, stage, last in (("joint", recipe.JOINT, thin), ("brief", recipe.BRIEF, slim)):
            before = state(last)
            self.kept(name, stage, last, together)
            last.load_state_dict(mean(before, last.state_dict(), recipe.SIXTH["last"]))
            yield name, last
        yield from self.longer(thin, slim, several)

    def longer(
        self, thin: Reader, slim: Reader, several: list[Reader]
    ) -> Iterator[tuple[str, Reader]]:
        """The stages behind version 6: more of the same, with a fourth teacher, what the quality
        reader was in version 6."""
        several.insert(2, self.copy(thin))
        together = distil.teaching(distil.Exported(several, namers=3, folder=self.out))
        for variant, last in (("quality", thin), ("fast", slim)):
            before, (nearer, nearest) = state(last), recipe.SEVENTH[variant]
            yield nearer.name, self.kept(nearer.name, nearer, last, together)
            self.kept(nearest.name, nearest, last, together)
            last.load_state_dict(mean(before, last.state_dict(), recipe.SEVENTH_LAST[variant]))
            yield nearest.name, last

    def narrowed(self, reader: Reader, shape: recipe.Shape) -> Reader:
        """What a reader knows in a narrower one."""
        examples = recipe.watched(self.documents, self.vocabulary)
        return narrow.narrowed(reader, self.reader(shape), examples, self.table, seed=1)

    def copy(self, reader: Reader) -> Reader:
        """Another reader of the same shape and weights."""
        other = self.reader(reader.shape)
        other.load_state_dict(reader.state_dict())
        return other

    def ship(self, readers: dict[str, Reader]) -> None:
        """Writes what ships into the package."""
        log = self.card.data["stages"] if self.card else {}
        log |= {
            name: {k: v for k, v in json.loads(file.read_text()).items() if k != "key"}
            for name in STAGES
            if (file := self.out / f"{name}.json").exists()
        }
        target = Ship(DATA, self.encoder, self.shared, recipe.VERSION, self.conll)
        target.write(readers, log)


def state(reader: Reader) -> dict[str, torch.Tensor]:
    """A reader's weights as they are now."""
    return {name: weight.clone() for name, weight in reader.state_dict().items()}


def mean(
    before: Mapping[str, torch.Tensor], after: Mapping[str, torch.Tensor], last: float = 0.5
) -> dict[str, torch.Tensor]:
    """The mean of what two stages of one training ended with, which reads better than each;
    `last` is the weight of the second.

    Source: Izmailov et al., Averaging Weights Leads to Wider Optima and Better Generalization,
    UAI 2018.
    """
    return {
        k: ((1 - last) * w.float() + last * after[k].float()).to(w.dtype) for k, w in before.items()
    }


def machine() -> str:
    """What the weights were made on, for the model card."""
    threads = torch.get_num_threads()
    return f"{platform.machine()}, {threads} threads, torch {torch.__version__}"


def main(arguments: list[str]) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--without-conll", action="store_true")
    parser.add_argument("--out", type=Path, default=OUT, help="where the stages are kept")
    parser.add_argument("--keep", action="store_true", help="train only, change no shipped file")
    parser.add_argument("--until", choices=STAGES, default=STAGES[-1])
    parser.add_argument("--further", action="store_true", help="begin with the readers that ship")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    handlers = [logging.StreamHandler(), logging.FileHandler(options.out / "build.log")]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", handlers=handlers)
    torch.set_num_threads(int(os.environ.get("QUOTH_THREADS", os.cpu_count() or 2)))
    torch.set_flush_denormal(True)
    card = Card.read(DATA) if options.further else None
    build = Build(options.out, conll=not options.without_conll, card=card)
    readers = build.readers(options.until)
    if options.until == STAGES[-1] and not options.keep:
        build.ship(readers)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
