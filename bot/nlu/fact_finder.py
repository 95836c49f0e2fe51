"""The graph component that finds what a message says plainly: rules, and a trained ear as second opinion."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from threadpoolctl import threadpool_limits

from bot.nlu import fact_sentences, facts, role_sentences
from bot.nlu.component import LearningComponent
from bot.nlu.fact_learner import FactLearner
from bot.nlu.mending import mend
from bot.nlu.role_learner import RoleLearner
from bot.nlu.role_sentences import RoleSentence
from bot.nlu.sentence_encoder import VECTOR, SentenceEncoder
from bot.nlu.spelling_mender import SpellingMender, mended

FACTS = "facts"
# In the configuration: the resources that the training of these leaves behind.
ENCODER, SPELLING = "encoder", "spelling"
# Sentences that were written for something else keep the ear from hearing factors everywhere; so many are enough.
MOST_BESIDE = 1200
# A question or small talk says nothing about a factor, whatever words it holds.
_SAYING_NOTHING = ("topic.", "out_of_scope", "command.", "answer.")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FactFinder(LearningComponent[FactLearner]):
    """Sets the message's `facts` (see `bot.nlu.facts.Facts`)."""

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
        """A component that `train` makes ready. Raises `InvalidConfigException` when the encoder or the spelling is not
        named.
        """
        for name in (ENCODER, SPELLING):
            if not config.get(name):
                raise InvalidConfigException(f"FactFinder: {name!r} must name the resource of that training")
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the sentences in `fact_sentences/` and `role_sentences/`, and from the training data what is no
        fact.
        """
        with self._storage.read_from(Resource(self._config[ENCODER])) as folder:
            encoder = SentenceEncoder.read(folder)
        with self._storage.read_from(Resource(self._config[SPELLING])) as folder:
            spelling = SpellingMender.read(folder)
        sentences = [replace(one, text=mend(one.text, spelling)) for one in fact_sentences.load()]
        examples = training_data.intent_examples
        beside = examples[:: max(1, len(examples) // MOST_BESIDE)]
        vectors = encoder.encode_many([sentence.text for sentence in sentences])
        with_role = [place for place, sentence in enumerate(sentences) if sentence.roles]
        of_role = [replace(one, text=mend(one.text, spelling)) for one in role_sentences.load()]
        role_vectors = encoder.encode_many([sentence.text for sentence in of_role])
        # The ear for the role learns on one core while that for the facts learns on another. Each of them sets this limit
        # and gives it back: it is set around both, so that neither takes it from the other.
        with threadpool_limits(1), ThreadPoolExecutor(1) as another:
            roles = another.submit(
                RoleLearner.train,
                [*of_role, *(RoleSentence(sentences[place].text, sentences[place].roles) for place in with_role)],
                np.vstack([role_vectors, vectors[with_role]]),
            )
            learner = FactLearner.train(
                sentences,
                vectors,
                [(mended(one), not one.get(INTENT).startswith(_SAYING_NOTHING)) for one in beside],
                np.stack([one.get(VECTOR) for one in beside]),
                roles,
            )
        return self.keep(learner, learner.save)

    @classmethod
    def read(cls, folder: Path) -> FactLearner:
        """The ear of a trained model."""
        return FactLearner.load(folder)

    def process(self, messages: list[Message]) -> list[Message]:
        """Finds the facts of every message."""
        texts = [mended(message) for message in messages]
        heard = self.learnt().hear(texts, np.stack([message.get(VECTOR) for message in messages]))
        for message, text, one in zip(messages, texts, heard, strict=True):
            message.set(FACTS, facts.find(message.get(TEXT) or "", text, one))
        return messages
