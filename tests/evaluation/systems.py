"""The two systems that are made for this: Waymark, read as in the product, and the stock project.

Both are trained on the same sentences (`data/nlu`), as are those in `tests.evaluation.baselines`.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from bot.model_file import MODEL
from bot.nlu.reader import Reader
from tests.evaluation import stock
from tests.evaluation.baselines import of_labels
from tests.evaluation.found import Found

_AT_A_TIME = 16
_reader: list[Reader] = []  # of a process that reads


class Waymark:
    """The understanding as it is in the product: one message at a time, since the encoder's eight bits are scaled by what
    is read together. A process for each core reads.
    """

    name = "Waymark"

    def __init__(self) -> None:
        self.reader = Reader.from_model(MODEL)
        self._readers = ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn"), _load)

    def read(self, texts: Sequence[str]) -> list[Found]:
        """See `Understands`."""
        return list(self._readers.map(_read, texts, chunksize=_AT_A_TIME))

    def close(self) -> None:
        """Let the processes end."""
        self._readers.shutdown()


class Stock:
    """The stock project's own parser. Its ranking names ten intents, as Rasa has it."""

    name = "stock Rasa"

    def __init__(self, model: Path) -> None:
        from bot.privacy import QUIET_ENVIRONMENT  # Rasa is imported only when it is compared

        stock.os.environ.update(QUIET_ENVIRONMENT)
        import structlog
        from rasa.core.agent import Agent

        logging.disable(logging.WARNING)
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
        self._agent = Agent.load(str(model))

    def read(self, texts: Sequence[str]) -> list[Found]:
        """See `Understands`."""
        return asyncio.run(self._read(texts))

    async def _read(self, texts: Sequence[str]) -> list[Found]:
        found = []
        for text in texts:
            parsed = await self._agent.parse_message(text)
            ranking = {one["name"]: float(one["confidence"]) for one in parsed["intent_ranking"]}
            ranking.pop("nlu_fallback", None)
            found.append(of_labels(list(ranking), np.array(list(ranking.values()))))
        return found


def _load() -> None:
    _reader.append(Reader.from_model(MODEL))


def _read(text: str) -> Found:
    return _of_codes(_reader[0].read(text))


def _of_codes(codes: dict[str, Any]) -> Found:
    ranked = tuple((one["id"], one["score"]) for one in codes["behaviours"])
    return Found(ranked, codes["in_scope"], frozenset(one["id"] for one in codes["routes"]), codes)
