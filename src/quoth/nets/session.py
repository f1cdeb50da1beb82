"""A graph of ONNX in the process that uses it. The one place that imports onnxruntime."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from quoth.errors import WeightsError

Array = NDArray[np.generic]


_inherited: list[Any] = []
"""Sessions of a parent process: to destroy one would wait for threads that are not there."""


class Session:
    """Runs a graph; loads it when it is first run, and again in a forked process.

    Args:
        path: the graph.
        threads: of one run; results are the same whatever their number.
        fold: whether constants are computed once, when the graph is loaded. Its operators stay as
            they are: what fuses them makes them slower (docs/speed-of-the-graphs.md).
    """

    def __init__(self, path: Path, threads: int = 1, *, fold: bool = False) -> None:
        self._path, self._threads, self._fold = path, threads, fold
        self._made: tuple[int, Any] | None = None

    def run(self, inputs: Mapping[str, Array]) -> list[NDArray[np.float32]]:
        """The outputs of the graph, in its order.

        Raises:
            WeightsError: if the file holds no graph that can be run.
        """
        found: list[NDArray[np.float32]] = self._session().run(None, dict(inputs))
        return found

    def _session(self) -> Any:
        here = os.getpid()
        if self._made is None or self._made[0] != here:  # threads do not live on in a fork
            if self._made is not None:
                _inherited.append(self._made[1])
            self._made = here, self._load()
        return self._made[1]

    def _load(self) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # memory goes back after each window
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        levels = onnxruntime.GraphOptimizationLevel
        options.graph_optimization_level = (
            levels.ORT_ENABLE_BASIC if self._fold else levels.ORT_DISABLE_ALL
        )
        try:
            return onnxruntime.InferenceSession(
                str(self._path), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime raises classes that it does not export
            raise WeightsError(f"{self._path} is no graph that can be run: {error}") from error
