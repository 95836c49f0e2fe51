"""Sentences to vectors: the compiled encoder and its tokenizer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bot.nlu.compiled import on_one_core

Vectors = NDArray[np.float32]
# A long message is read to here; what a person says first says what it is about, and the cost stays bounded.
MOST_TOKENS = 192
WIDTH = 384
# The names of its files in a model.
GRAPH_FILE, TOKENIZER_FILE = "encoder.onnx", "tokenizer.json"


class Encoder:
    """MiniLM behind one call, on one core: what is done at once are several calls."""

    def __init__(self, model: bytes, tokenizer: str) -> None:
        self._session = on_one_core(model)
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.enable_truncation(MOST_TOKENS)
        self._tokenizer.enable_padding()

    @classmethod
    def load(cls, folder: Path) -> Encoder:
        """The encoder from its two files in a folder of a model."""
        graph, tokenizer = (folder / GRAPH_FILE).read_bytes(), (folder / TOKENIZER_FILE).read_text(encoding="utf-8")
        return cls(graph, tokenizer)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One vector of length one for each text, [texts, 384]."""
        if not texts:
            return np.zeros((0, WIDTH), dtype=np.float32)
        encoded = self._tokenizer.encode_batch(list(texts))
        ids = np.array([one.ids for one in encoded], dtype=np.int64)
        mask = np.array([one.attention_mask for one in encoded], dtype=np.int64)
        vectors: Vectors = self._session.run(None, {"ids": ids, "mask": mask})[0]
        return vectors

    def encode_many(self, texts: Sequence[str]) -> Vectors:
        """The same for a training set, on all cores. One by one: eight bits are scaled by what is read together, so
        that among others a text would get another vector than it has as a message.
        """
        if not texts:
            return self.encode(texts)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return np.vstack(list(pool.map(lambda text: self.encode([text]), texts)))
