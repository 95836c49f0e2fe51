"""The training sentences for Rasa, read at once.

Rasa reads them with a parser that keeps comments, copies every one several times and prints it to compare it: of forty
thousand sentences that took fifty seconds. Here the same list comes from `bot.sentence_check.reading`.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.said_around import around
from bot.sentence_check import reading

_PLAIN = {TEXT, INTENT}


class SentenceMessage(Message):
    """A labelled sentence. While it is nothing else, it is compared and copied as the two strings that it is."""

    def fingerprint(self) -> str:
        """A hash of what it holds, in hexadecimal."""
        if self.features or self.data.keys() != _PLAIN:
            return str(super().fingerprint())
        return sha256(f"{self.data[INTENT]}\0{self.data[TEXT]}".encode()).hexdigest()

    def __hash__(self) -> int:
        return hash(self.fingerprint())

    def __deepcopy__(self, memo: dict[int, Any]) -> SentenceMessage:
        # Strings and arrays of numbers, which nobody changes in place: the dictionaries are what has to be another.
        return SentenceMessage(self.data, set(self.output_properties), self.time, list(self.features))


class SentenceImporter(RasaFileImporter):
    """Rasa's importer of files but for the sentences. Named in config.yml."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Every sentence of the training data, some with what people say around it. Raises `UnreadableError` for a file that holds something else."""
        sentences = [sentence for file in self._nlu_files for sentence in reading.of_file(Path(file))]
        return TrainingData(
            [SentenceMessage({TEXT: around(one.text, one.label), INTENT: one.label}) for one in sentences]
        )
