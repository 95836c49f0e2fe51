"""From what the encoder's layers say to one vector: each part measured from what is usual and made of length one, and all
parts together turned to the directions in which the training sentences differ most.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from bot.nlu.ridge import Floats

WIDTH = 384
FILE = "projection.npz"
TINY = 1e-9


@dataclass(frozen=True)
class Projection:
    """`usual` [parts, width] is the mean of each part, `axes` [parts * width, 384] are the directions that are kept."""

    usual: Floats
    axes: Floats

    @classmethod
    def learn(cls, pools: Floats, parts: int) -> Projection:
        """Learns from the `pools` [sentences, parts * width] of training sentences: principal components."""
        usual = pools.mean(axis=0).reshape(parts, -1).astype(np.float32)
        apart = _apart(pools, usual)
        # One thread: with more, sums are added in another order each time and two trainings would not agree.
        with threadpool_limits(1):
            _, directions = np.linalg.eigh((apart.T @ apart).astype(np.float64))
        return cls(usual, np.ascontiguousarray(directions[:, ::-1][:, :WIDTH], dtype=np.float32))

    def of(self, pools: Floats) -> Floats:
        """[texts, 384], each of length one."""
        return _of_length_one(_apart(pools, self.usual) @ self.axes)

    def save(self, folder: Path) -> None:
        """Keeps the numbers in one file."""
        np.savez(folder / FILE, usual=self.usual, axes=self.axes)

    @classmethod
    def load(cls, folder: Path) -> Projection:
        """What `save` kept. Raises `FileNotFoundError` when it is not there."""
        with np.load(folder / FILE, allow_pickle=False) as kept:
            return cls(kept["usual"].astype(np.float32), kept["axes"].astype(np.float32))


def _apart(pools: Floats, usual: Floats) -> Floats:
    return _of_length_one(pools.reshape(len(pools), *usual.shape) - usual).reshape(len(pools), -1)


def _of_length_one(vectors: Floats) -> Floats:
    lengths = np.sqrt(np.einsum("...i,...i->...", vectors, vectors))[..., None]
    result: Floats = vectors / np.maximum(lengths, np.float32(TINY))
    return result
