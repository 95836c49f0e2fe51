"""The systems that are compared: Waymark, the stock project, and two that anybody would try first.

All are trained on the same sentences (`data/nlu`). What costs minutes to train is kept under `.waymark/evaluation` by
what it was trained from.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer

from bot.model_file import MODEL, note_of
from bot.nlu.ranker import OUTSIDE
from bot.nlu.reader import Reader
from tests.evaluation import stock
from tests.evaluation.found import Found, Understands

_KEPT = stock.ROOT / ".waymark" / "evaluation"
_BATCH = 64
_IN_SCOPE = ("behaviour.", "near_miss.", "route.")


class Waymark:
    """The understanding as it is in the product."""

    name = "Waymark"

    def __init__(self) -> None:
        self.reader = Reader.from_model(MODEL)

    def read(self, texts: Sequence[str]) -> list[Found]:
        """See `Understands`."""
        return [_of_codes(codes) for start in range(0, len(texts), _BATCH) for codes in self._codes(texts, start)]

    def _codes(self, texts: Sequence[str], start: int) -> list[dict[str, Any]]:
        return self.reader.read_all(texts[start : start + _BATCH])


class Stock:
    """The stock project's own parser. Its ranking names ten intents, as Rasa has it."""

    name = "stock Rasa"

    def __init__(self, model: Path) -> None:
        from bot.privacy import QUIET_ENVIRONMENT  # Rasa is imported only when it is compared

        stock.os.environ.update(QUIET_ENVIRONMENT)
        import structlog
        from rasa.core.agent import Agent

        logging.disable(logging.WARNING)
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
        self._agent = Agent.load(str(model))

    def read(self, texts: Sequence[str]) -> list[Found]:
        """See `Understands`."""
        return asyncio.run(self._read(texts))

    async def _read(self, texts: Sequence[str]) -> list[Found]:
        found = []
        for text in texts:
            parsed = await self._agent.parse_message(text)
            ranking = {one["name"]: float(one["confidence"]) for one in parsed["intent_ranking"]}
            ranking.pop("nlu_fallback", None)
            found.append(of_labels(list(ranking), np.array(list(ranking.values()))))
        return found


class Labels:
    """A classifier over the labels of the training sentences."""

    def __init__(self, name: str, file: str, model: Pipeline) -> None:
        self.name = name
        self._model = _trained(file, model)

    def read(self, texts: Sequence[str]) -> list[Found]:
        """See `Understands`."""
        names = list(self._model.classes_)
        return [of_labels(names, row) for row in self._model.predict_proba(list(texts))]


def tf_idf() -> Understands:
    """Words, word pairs and character n-grams, weighted by rarity, and logistic regression."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), min_df=3, sublinear_tf=True)
    features = FeatureUnion([("words", words), ("characters", characters)])
    return Labels("TF-IDF + logistic regression", "tf_idf", make_pipeline(features, _regression(10.0, 25)))


def encoder_alone(waymark: Waymark) -> Understands:
    """The sentence encoder's vectors and logistic regression, nothing else."""
    encode = FunctionTransformer(waymark.reader.encoder.encode_many)
    return Labels("encoder alone", "encoder", make_pipeline(encode, _regression(10.0, 300)))


def of_labels(names: Sequence[str], scores: np.ndarray) -> Found:
    """What scores over the labels say: a route fires when it is the likeliest label."""
    order = np.argsort(-scores)
    best = names[order[0]] if len(names) else ""
    return Found(
        tuple((names[i].partition(".")[2], float(scores[i])) for i in order if names[i].startswith("behaviour.")),
        float(sum(score for name, score in zip(names, scores, strict=True) if _inside(name))),
        frozenset([f"r.{best.partition('.')[2]}"] if best.startswith("route.") else []),
    )


def sentences() -> tuple[list[str], list[str]]:
    """The training sentences and their labels."""
    texts, labels = [], []
    for file in sorted(stock.DATA.glob("*.yml")):
        for entry in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            found = [line[2:].strip() for line in entry["examples"].splitlines() if line.startswith("- ")]
            texts += found
            labels += [entry["intent"]] * len(found)
    return texts, labels


def _of_codes(codes: dict[str, Any]) -> Found:
    ranked = tuple((one["id"], one["score"]) for one in codes["behaviours"])
    return Found(ranked, codes["in_scope"], frozenset(one["id"] for one in codes["routes"]), codes)


def _regression(c: float, steps: int) -> LogisticRegression:
    return LogisticRegression(C=c, max_iter=steps)


def _trained(name: str, model: Pipeline) -> Pipeline:
    note = note_of(MODEL)
    file = _KEPT / f"{name}-{stock.fingerprint()}-{note.sha256[:8] if note else ''}.joblib"
    if file.is_file():
        features = model.steps[0] if name == "encoder" else None
        kept: Pipeline = joblib.load(file)
        return Pipeline([features, *kept.steps]) if features else kept
    print(f"  training {name} ...", flush=True)
    model.fit(*sentences())
    file.parent.mkdir(parents=True, exist_ok=True)
    joblib.dump(Pipeline(model.steps[1:]) if name == "encoder" else model, file)
    return model


def _inside(label: str) -> bool:
    return label.startswith(_IN_SCOPE) and label not in OUTSIDE
