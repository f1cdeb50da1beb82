"""The training loop: AdamW, warm-up and linear decay, fixed shapes, fixed seeds."""

from __future__ import annotations

import logging
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from encode import Example, batches
from loss import WEIGHTS, Batch, batch, losses
from model import Reader

LOG = logging.getLogger("train")

TOKENS = 2560
"""Pieces of a batch, padding included."""

KEPT = 100
"""Steps after which the state is kept: some four minutes on two cores."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Learning rates: from `start` to `end` of the peak, linearly, after a warm-up.

    `encoder` and `heads` are peaks; `warm` is the share of steps that warm up, `part` the share
    after which training ends.
    """

    encoder: float = 1.5e-4
    heads: float = 1e-3
    start: float = 1.0
    end: float = 0.0
    warm: float = 0.06
    part: float = 1.0

    def at(self, done: float) -> float:
        """The factor when the share `done` of all steps is done."""
        if done < self.warm:
            return self.start * done / self.warm
        return self.start + (self.end - self.start) * (done - self.warm) / (1 - self.warm)


@dataclass(frozen=True, slots=True)
class Halfway:
    """Where a stage keeps what it has so far, and of which recipe that is."""

    file: Path
    key: str

    def read(self, reader: Reader, optimiser: torch.optim.Optimizer) -> tuple[int, float]:
        """Takes up what was kept; gives the steps that are done and the seconds they took."""
        if not self.file.exists():
            return 0, 0.0
        kept = torch.load(self.file, weights_only=True)
        if kept["key"] != self.key:
            return 0, 0.0
        reader.load_state_dict(kept["reader"])
        optimiser.load_state_dict(kept["optimiser"])
        LOG.info("goes on after step %d", kept["step"])
        return int(kept["step"]), float(kept["seconds"])

    def write(
        self, reader: Reader, optimiser: torch.optim.Optimizer, step: int, seconds: float
    ) -> None:
        """Keeps a state; what was kept before stays until the new one is whole."""
        new = self.file.with_suffix(".new")
        states = {"reader": reader.state_dict(), "optimiser": optimiser.state_dict()}
        torch.save({"key": self.key, "step": step, "seconds": seconds, **states}, new)
        new.replace(self.file)


Teach = Callable[[tuple[Tensor, Tensor, Tensor], Batch], dict[str, Tensor]]


def train(
    reader: Reader,
    table: Tensor,
    examples: Sequence[Example],
    schedule: Schedule,
    *,
    seed: int,
    teach: Teach | None = None,
    halfway: Halfway | None = None,
) -> float:
    """One pass over the examples (repeat them for more); gives the seconds that it took.

    Args:
        table: embeddings of pieces, not trained.
        teach: losses beside those of the labels (distillation).
        halfway: where to keep the state every few minutes, and to go on from.
    """
    chance = random.Random(seed)
    torch.manual_seed(seed)
    todo = batches(examples, TOKENS, chance)
    optimiser = _optimiser(reader, schedule)
    peaks = [group["lr"] for group in optimiser.param_groups]
    done, earlier = halfway.read(reader, optimiser) if halfway else (0, 0.0)
    end = round(schedule.part * len(todo))
    began, sums = time.monotonic(), Counter[str]()
    reader.train()
    for step, part in enumerate(todo[done:end], done):
        factor = schedule.at((step + 1) / len(todo))
        for group, peak in zip(optimiser.param_groups, peaks, strict=True):
            group["lr"] = peak * factor
        data = batch(part, table)
        outputs = reader(data.words, data.mask, data.firsts, data.present)
        found = {k: v * WEIGHTS[k] for k, v in losses(outputs, data, reader.links).items()}
        if teach:
            found |= teach(outputs, data)
        total = sum(found.values())
        optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        sums.update({k: float(v.detach()) for k, v in found.items()})
        if (step + 1) % 50 == 0 or step + 1 == end:
            _log(step + 1, end, time.monotonic() - began, (step + 1 - done, sums))
            sums.clear()
        if halfway and (step + 1) % KEPT == 0:
            halfway.write(reader, optimiser, step + 1, earlier + time.monotonic() - began)
    return earlier + time.monotonic() - began


def _log(step: int, steps: int, spent: float, ran: tuple[int, Counter[str]]) -> None:
    count, sums = ran
    shown = " ".join(f"{k} {v / ((count - 1) % 50 + 1):.4f}" for k, v in sums.items())
    left = spent / count * (steps - step)
    LOG.info("step %d/%d %.0f s, %.0f s left, %s", step, steps, spent, left, shown)


def _optimiser(reader: Reader, schedule: Schedule) -> torch.optim.Optimizer:
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in reader.named_parameters():
        if weight.requires_grad:
            rate = schedule.encoder if name.startswith("layers.") else schedule.heads
            decay = 0.01 if weight.dim() > 1 else 0.0
            groups.setdefault((rate, decay), []).append(weight)
    return torch.optim.AdamW(
        [{"params": p, "lr": r, "weight_decay": d} for (r, d), p in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )
