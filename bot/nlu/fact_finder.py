"""The graph component that finds what a message says plainly: rules, and a trained ear as second opinion."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import fact_sentences, facts
from bot.nlu.encoder import Encoder
from bot.nlu.fact_learner import FactLearner
from bot.nlu.sentence_encoder import GRAPH_FILE, TOKENIZER_FILE, VECTOR, SentenceEncoder

FACTS = "facts"
ENCODER = "encoder"  # in the configuration: the resource that the sentence encoder's training leaves behind
# Sentences that were written for something else keep the ear from hearing factors everywhere; so many are enough.
MOST_BESIDE = 1200
# A question or small talk says nothing about a factor, whatever words it holds.
_SAYING_NOTHING = ("topic.", "out_of_scope", "command.", "answer.")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FactFinder(GraphComponent):
    """Sets the message's `facts` (see `bot.nlu.facts.Facts`)."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, learner: FactLearner | None = None
    ) -> None:
        self._config, self._storage, self._resource, self._learner = config, storage, resource, learner

    @classmethod
    def required_components(cls) -> list[type]:
        """What must come before it."""
        return [SentenceEncoder]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FactFinder:
        """A component that `train` makes ready. Raises `InvalidConfigException` when the encoder is not named."""
        if not config.get(ENCODER):
            raise InvalidConfigException(f"FactFinder: {ENCODER!r} must name the resource of the sentence encoder")
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the sentences in `fact_sentences/`, and from the training data what is no fact."""
        with self._storage.read_from(Resource(self._config[ENCODER])) as folder:
            encoder = Encoder.load(folder / GRAPH_FILE, folder / TOKENIZER_FILE)
        sentences = fact_sentences.load()
        examples = training_data.intent_examples
        beside = examples[:: max(1, len(examples) // MOST_BESIDE)]
        self._learner = FactLearner.train(
            sentences,
            encoder.encode_many([sentence.text for sentence in sentences]),
            [(one.get(TEXT), not one.get(INTENT).startswith(_SAYING_NOTHING)) for one in beside],
            np.stack([one.get(VECTOR) for one in beside]),
        )
        with self._storage.write_to(self._resource) as folder:
            self._learner.save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> FactFinder:
        """The ear of a trained model."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, FactLearner.load(folder))

    def process(self, messages: list[Message]) -> list[Message]:
        """Finds the facts of every message."""
        if self._learner is None:
            raise RuntimeError("the fact finder is neither trained nor loaded")
        texts = [message.get(TEXT) or "" for message in messages]
        heard = self._learner.hear(texts, np.stack([message.get(VECTOR) for message in messages]))
        for message, text, one in zip(messages, texts, heard, strict=True):
            message.set(FACTS, facts.find(text, one))
        return messages
