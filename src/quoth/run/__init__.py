"""The only composer: pages to readings, in a pool of processes; readings into a ledger."""

from quoth.run.options import RunOptions, cores
from quoth.run.outcome import Outcome
from quoth.run.readings import readings

__all__ = ["Outcome", "RunOptions", "cores", "readings"]
