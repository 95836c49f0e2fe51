"""The graph component that turns each sentence into a vector."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import encoder_graph
from bot.nlu.component import LearningComponent
from bot.nlu.encoder import GRAPH_FILE, TOKENIZER_FILE, Encoder, Pools, one_by_one
from bot.nlu.likeness import evenly
from bot.nlu.projection import Projection
from bot.nlu.spelling_mender import SpellingMender, mended

VECTOR = "vector"
# These sentences are encoded twice. Whether all of them would give better directions was not measured.
MOST_LEARNT_FROM = 2000


class _Hashed(np.ndarray):  # type: ignore[type-arg]
    """A vector that says its hash itself: Rasa would print the numbers of each one to hash them, which took as long as
    the encoding.
    """

    def fingerprint(self) -> str:
        """The hash of the numbers."""
        return hashlib.sha256(self.tobytes()).hexdigest()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceEncoder(LearningComponent[Encoder]):
    """Sets the message's `vector`, [384] of length one. Training compiles the published weights, and learns from a part of
    the sentences in which directions of what the layers say they differ most.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """What must come before it."""
        return [SpellingMender]

    @staticmethod
    def required_packages() -> list[str]:
        """What has to be installed."""
        return ["onnx", "onnxruntime", "tokenizers", "safetensors"]

    def train(self, training_data: TrainingData) -> Resource:
        """Compiles the encoder into the model. Raises `EncoderError` when the weights are missing or not the
        published ones.
        """
        graph = encoder_graph.build()
        tokenizer = (encoder_graph.model_folder() / TOKENIZER_FILE).read_text(encoding="utf-8")
        pools = Pools(graph, tokenizer)
        examples = _with_text(training_data)
        some = [mended(examples[place]) for place in evenly(range(len(examples)), MOST_LEARNT_FROM)]
        projection = Projection.learn(one_by_one(pools.of, some), encoder_graph.PARTS)

        def write(folder: Path) -> None:
            (folder / GRAPH_FILE).write_bytes(graph)
            (folder / TOKENIZER_FILE).write_text(tokenizer, encoding="utf-8")
            projection.save(folder)

        return self.keep(Encoder(pools, projection), write)

    @classmethod
    def read(cls, folder: Path) -> Encoder:
        """The compiled encoder of a trained model."""
        return Encoder.load(folder)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Gives every training sentence its vector."""
        examples = _with_text(training_data)
        vectors = self.learnt().encode_many([mended(example) for example in examples])
        for example, vector in zip(examples, vectors, strict=True):
            example.set(VECTOR, vector.view(_Hashed))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Gives every message its vector."""
        vectors = self.learnt().encode([mended(message) for message in messages])
        for message, vector in zip(messages, vectors, strict=True):
            message.set(VECTOR, vector)
        return messages


def _with_text(training_data: TrainingData) -> list[Message]:
    return [example for example in training_data.training_examples if example.get(TEXT)]
