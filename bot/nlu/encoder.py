"""Sentences to vectors: the compiled encoder and its tokenizer."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits
from tokenizers import Tokenizer

from bot.nlu.compiled import on_one_core
from bot.nlu.projection import WIDTH, Projection

Vectors = NDArray[np.float32]
# A long message is read to here; what a person says first says what it is about, and the cost stays bounded.
MOST_TOKENS = 192
# The names of its files in a model.
GRAPH_FILE, TOKENIZER_FILE = "encoder.onnx", "tokenizer.json"


class Pools:
    """What the layers of MiniLM say of a text, on one core: what is done at once are several calls."""

    def __init__(self, model: bytes, tokenizer: str) -> None:
        self._session = on_one_core(model)
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.enable_truncation(MOST_TOKENS)
        self._tokenizer.enable_padding()

    def of(self, texts: Sequence[str]) -> Vectors:
        """[texts, parts * 384] for at least one text."""
        encoded = self._tokenizer.encode_batch(list(texts))
        ids = np.array([one.ids for one in encoded], dtype=np.int64)
        mask = np.array([one.attention_mask for one in encoded], dtype=np.int64)
        pools: Vectors = self._session.run(None, {"ids": ids, "mask": mask})[0]
        return pools


class Encoder:
    """Sentences to vectors of length one behind one call."""

    def __init__(self, pools: Pools, projection: Projection) -> None:
        self._pools, self._projection = pools, projection

    @classmethod
    def load(cls, folder: Path) -> Encoder:
        """The encoder from its files in a folder of a model."""
        graph, tokenizer = (folder / GRAPH_FILE).read_bytes(), (folder / TOKENIZER_FILE).read_text(encoding="utf-8")
        return cls(Pools(graph, tokenizer), Projection.load(folder))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One vector of length one for each text, [texts, 384]."""
        return self._projection.of(self._pools.of(texts)) if texts else np.zeros((0, WIDTH), dtype=np.float32)

    def encode_many(self, texts: Sequence[str]) -> Vectors:
        """The same for a training set, on all cores; each text has the vector that it has as a message."""
        return one_by_one(self.encode, texts) if texts else self.encode(texts)


def one_by_one(encode: Callable[[Sequence[str]], Vectors], texts: Sequence[str]) -> Vectors:
    """What `encode` gives for each of the texts, one row each, on all cores. One by one: eight bits are scaled by what is
    read together, so that among others a text would get another vector than it has as a message.
    """
    with threadpool_limits(1), ThreadPoolExecutor(os.cpu_count()) as pool:
        return np.vstack(list(pool.map(lambda text: encode([text]), texts)))
