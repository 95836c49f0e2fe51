"""The two that anybody would try first, trained on the same sentences: TF-IDF and the encoder's vectors, each with logistic
regression.

What costs minutes (the vectors of the training sentences, the trained classifiers) is kept under `.waymark/evaluation` by
what it was made from.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from threadpoolctl import threadpool_limits

from bot.model_file import MODEL, note_of
from bot.nlu.encoder import Encoder
from bot.nlu.ranker import OUTSIDE
from tests.evaluation import stock
from tests.evaluation.found import Found, Understands

_KEPT = stock.ROOT / ".waymark" / "evaluation"
_IN_SCOPE = ("behaviour.", "near_miss.", "route.")
# One classifier for each label against all others, by averaged stochastic gradient descent: as strongly held back as with
# C = 10. On the development set, ten passes understand what twelve do (right first 88.6 %, AUROC 0.981 both times), and
# more than 25 steps of L-BFGS over all labels at once, which take longer (77.2 %, 0.948).
PASSES = 10
HELD_BACK = 2.5e-6
# On the development set, 60 steps are already within the noise of 150 (right first 74.5 % and 75.9 %, AUROC 0.985 and 0.987).
STEPS = 150
WEIGHT = 30.0


class Labels:
    """A classifier over the labels of the training sentences."""

    def __init__(self, name: str, model: Any, features: Callable[[Sequence[str]], Any]) -> None:
        self.name, self._model, self._features = name, model, features

    def read(self, texts: Sequence[str]) -> list[Found]:
        """See `Understands`."""
        names = list(self._model.classes_)
        return [of_labels(names, row) for row in self._model.predict_proba(self._features(texts))]


def tf_idf() -> Understands:
    """Words, word pairs and character n-grams, weighted by rarity, and logistic regression."""
    model = _kept("tf_idf", ".joblib", joblib.load, joblib.dump, lambda: tf_idf_trained(*sentences()))
    return Labels("TF-IDF + logistic regression", model, list)


def encoder_alone(encoder: Encoder) -> Understands:
    """The sentence encoder's vectors and logistic regression, nothing else."""
    texts, labels = sentences()
    vectors = _kept(
        "vectors", ".npy", np.load, lambda made, file: np.save(file, made), lambda: encoder.encode_many(texts)
    )
    model = _kept("encoder", ".joblib", joblib.load, joblib.dump, lambda: encoder_trained(vectors, labels))
    return Labels("encoder alone", model, encoder.encode_many)


def tf_idf_trained(texts: Sequence[str], labels: Sequence[str], passes: int = PASSES) -> Pipeline:
    """The features and the classifier, trained on all cores."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), min_df=3, sublinear_tf=True)
    classifier = SGDClassifier(
        loss="log_loss", alpha=HELD_BACK, max_iter=passes, tol=None, average=True, n_jobs=os.cpu_count(), random_state=0
    )
    features = FeatureUnion([("words", words), ("characters", characters)])
    model: Pipeline = make_pipeline(features, classifier).fit(list(texts), list(labels))
    return model


def encoder_trained(vectors: np.ndarray, labels: Sequence[str]) -> LogisticRegression:
    """Multinomial logistic regression by L-BFGS. The product keeps its sums to one thread; this training need not."""
    with threadpool_limits(os.cpu_count()):
        model: LogisticRegression = LogisticRegression(C=WEIGHT, max_iter=STEPS).fit(vectors, list(labels))
        return model


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


def _kept(
    name: str, suffix: str, load: Callable[[Path], Any], dump: Callable[[Any, Path], Any], make: Callable[[], Any]
) -> Any:
    """What was made from the same sentences, by the same code, with the same model before; else it is made now."""
    note = note_of(MODEL)
    code = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    file = _KEPT / f"{name}-{stock.fingerprint()}-{code}-{note.sha256[:8] if note else ''}{suffix}"
    if file.is_file():
        return load(file)
    print(f"  making {name} of the training sentences ...", flush=True)
    begun = time.monotonic()
    made = make()
    print(f"  {name}: {time.monotonic() - begun:.0f} s", flush=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    for older in _KEPT.glob(f"{name}-*"):
        older.unlink()
    dump(made, file)
    return made


def _inside(label: str) -> bool:
    return label.startswith(_IN_SCOPE) and label not in OUTSIDE
