"""The whole understanding without Rasa: the same parts as the pipeline, read from a trained model. For the command
line and for measuring.
"""

from __future__ import annotations

import tarfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.nlu import facts, gate, safety_net
from bot.nlu.encoder import GRAPH_FILE, TOKENIZER_FILE, Encoder
from bot.nlu.fact_learner import FILE as FACTS_FILE
from bot.nlu.fact_learner import FactLearner
from bot.nlu.mending import mend
from bot.nlu.projection import FILE as PROJECTION_FILE
from bot.nlu.ranker import FILE as RANKER_FILE
from bot.nlu.ranker import Ranker
from bot.nlu.spelling import FILE as SPELLING_FILE
from bot.nlu.spelling import Spelling


class ModelError(RuntimeError):
    """There is no model, or it is not one of ours."""


class Reader:
    """Text in, codes out."""

    def __init__(self, spelling: Spelling, encoder: Encoder, ranker: Ranker, learner: FactLearner) -> None:
        self.spelling, self.encoder, self.ranker, self.learner = spelling, encoder, ranker, learner

    @classmethod
    def from_model(cls, archive: Path) -> Reader:
        """The understanding of a trained model archive. Raises `ModelError` when it is missing or holds something
        else.
        """
        if not archive.is_file():
            raise ModelError(f"there is no model at {archive}: run make train")
        with TemporaryDirectory() as scratch, tarfile.open(archive) as packed:
            wanted = {SPELLING_FILE, GRAPH_FILE, TOKENIZER_FILE, PROJECTION_FILE, RANKER_FILE, FACTS_FILE}
            for member in packed:
                name = Path(member.name).name
                if member.isfile() and name in wanted:
                    member.name = name  # flat, and never outside the folder
                    packed.extract(member, scratch)
                    wanted.discard(name)
            if wanted:
                raise ModelError(
                    f"{archive} is not a model of ours: {', '.join(sorted(wanted))} missing; run make train"
                )
            folder = Path(scratch)
            return cls(Spelling.load(folder), Encoder.load(folder), Ranker.load(folder), FactLearner.load(folder))

    def read(self, text: str) -> dict[str, Any]:
        """The codes of one text."""
        return self.read_all([text])[0]

    def read_all(self, texts: Sequence[str]) -> list[dict[str, Any]]:
        """The codes of several texts."""
        mended = [mend(text, self.spelling) for text in texts]
        vectors = self.encoder.encode(mended)
        rankings, heard = self.ranker.rank(mended, vectors), self.learner.hear(mended, vectors)
        return [
            gate.codes(text, ranking, facts.find(text, plain, one), safety_net.fire(ranking))
            for text, plain, ranking, one in zip(texts, mended, rankings, heard, strict=True)
        ]
