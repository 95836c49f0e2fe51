"""The graph component that turns each sentence into a vector."""

from __future__ import annotations

import hashlib
import os
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import encoder_graph
from bot.nlu.encoder import Encoder

VECTOR = "vector"
GRAPH_FILE, TOKENIZER_FILE = "encoder.onnx", "tokenizer.json"


class _Hashed(np.ndarray):  # type: ignore[type-arg]
    """A vector that says its hash itself: Rasa would print the numbers of each one to hash them, which took as long as
    the encoding.
    """

    def fingerprint(self) -> str:
        """The hash of the numbers."""
        return hashlib.sha256(self.tobytes()).hexdigest()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceEncoder(GraphComponent):
    """Sets the message's `vector`, [384] of length one. Training compiles the published weights; nothing is learnt
    here.
    """

    def __init__(self, storage: ModelStorage, resource: Resource, encoder: Encoder | None = None) -> None:
        self._storage, self._resource, self._encoder = storage, resource, encoder

    @staticmethod
    def required_packages() -> list[str]:
        """What has to be installed."""
        return ["onnx", "onnxruntime", "tokenizers", "safetensors"]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoder:
        """A component that `train` makes ready."""
        return cls(model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Compiles the encoder into the model. Raises `EncoderError` when the weights are missing or not the
        published ones.
        """
        graph = encoder_graph.build()
        tokenizer = (encoder_graph.model_folder() / TOKENIZER_FILE).read_text(encoding="utf-8")
        with self._storage.write_to(self._resource) as folder:
            (folder / GRAPH_FILE).write_bytes(graph)
            (folder / TOKENIZER_FILE).write_text(tokenizer, encoding="utf-8")
        # All cores for the thousands of sentences that follow; the vectors are the same to the last bit.
        self._encoder = Encoder(graph, tokenizer, threads=os.cpu_count() or 1)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SentenceEncoder:
        """The compiled encoder of a trained model."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, Encoder.load(folder / GRAPH_FILE, folder / TOKENIZER_FILE))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Gives every training sentence its vector."""
        examples = [example for example in training_data.training_examples if example.get(TEXT)]
        vectors = self._ready().encode_many([example.get(TEXT) for example in examples])
        for example, vector in zip(examples, vectors, strict=True):
            example.set(VECTOR, vector.view(_Hashed))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Gives every message its vector."""
        vectors = self._ready().encode([message.get(TEXT) or "" for message in messages])
        for message, vector in zip(messages, vectors, strict=True):
            message.set(VECTOR, vector)
        return messages

    def _ready(self) -> Encoder:
        if self._encoder is None:
            raise RuntimeError("the encoder is neither trained nor loaded")
        return self._encoder
