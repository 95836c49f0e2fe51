"""The graph component that ranks what a message is about."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.ranker import Ranker
from bot.nlu.sentence_encoder import VECTOR

RANKING = "ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LabelRanker(GraphComponent):
    """Sets the message's `ranking` (see `bot.nlu.ranker.Ranking`)."""

    def __init__(self, storage: ModelStorage, resource: Resource, ranker: Ranker | None = None) -> None:
        self._storage, self._resource, self._ranker = storage, resource, ranker

    @classmethod
    def required_components(cls) -> list[type]:
        """What must come before it."""
        from bot.nlu.sentence_encoder import SentenceEncoder

        return [SentenceEncoder]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LabelRanker:
        """A component that `train` makes ready."""
        return cls(model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the heads from the labelled sentences."""
        examples = training_data.intent_examples
        vectors = np.stack([example.get(VECTOR) for example in examples])
        self._ranker = Ranker.train([e.get(TEXT) for e in examples], [e.get(INTENT) for e in examples], vectors)
        with self._storage.write_to(self._resource) as folder:
            self._ranker.save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LabelRanker:
        """The heads of a trained model."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, Ranker.load(folder))

    def process(self, messages: list[Message]) -> list[Message]:
        """Ranks every message."""
        if self._ranker is None:
            raise RuntimeError("the ranker is neither trained nor loaded")
        vectors = np.stack([message.get(VECTOR) for message in messages])
        for message, ranking in zip(
            messages, self._ranker.rank([message.get(TEXT) or "" for message in messages], vectors), strict=True
        ):
            message.set(RANKING, ranking)
        return messages
