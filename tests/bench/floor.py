"""The understanding by itself: the encoder alone, and all of it, one text after the other on one core."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from bot.nlu.reader import Reader
from bot.understand import MODEL
from tests.bench.mix import stories

_TEXTS = 400


def measure(say: Callable[[str], None]) -> dict[str, dict[str, float]]:
    """Milliseconds of the encoder and of the whole understanding for the texts of the scenarios."""
    reader = Reader.from_model(MODEL)
    texts = [step.say * step.times for story in stories() for step in story.steps if step.say][:_TEXTS]
    reader.read(texts[0])
    found = {"encoder": _times(reader.encoder.encode, texts), "understanding": _times(reader.read_all, texts)}
    for name, times in found.items():
        say(f"  {name}: p50 {times['p50']:.1f} ms, p95 {times['p95']:.1f} ms a text ({len(texts)} texts)")
    return found


def _times(call: Callable[[list[str]], object], texts: list[str]) -> dict[str, float]:
    times = []
    for text in texts:
        begun = time.perf_counter()
        call([text])
        times.append(1000 * (time.perf_counter() - begun))
    return {f"p{share}": float(np.percentile(times, share)) for share in (50, 95)}
