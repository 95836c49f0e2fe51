"""The graph component that makes a text ready to be understood (`bot.nlu.mending`)."""

from __future__ import annotations

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.component import LearningComponent
from bot.nlu.mending import mend
from bot.nlu.spelling import Spelling

MENDED = "mended"


def mended(message: Message) -> str:
    """The text of a message as `bot.nlu.mending` makes it."""
    text: str = message.get(MENDED) or ""
    return text


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SpellingMender(LearningComponent[Spelling]):
    """Sets the message's `mended`. It learns the words of the training sentences."""

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the words, how usual each is and what it stands beside."""
        spelling = Spelling.learn([one.get(TEXT) for one in training_data.training_examples if one.get(TEXT)])
        return self.keep(spelling, spelling.save)

    @classmethod
    def read(cls, folder: Path) -> Spelling:
        """The words of a trained model."""
        return Spelling.load(folder)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Mends every training sentence: what is learnt from is spelt as what will be read."""
        self.process([example for example in training_data.training_examples if example.get(TEXT)])
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Mends every message."""
        for message in messages:
            message.set(MENDED, mend(message.get(TEXT) or "", self.learnt()))
        return messages
