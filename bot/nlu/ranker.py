"""What a message is about: the kind of message, the behaviours ranked, the topics, and how likely it opens an urgent
route, from the sentence's vector and its n-grams; for the routes also from the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from bot.nlu import route_sentences
from bot.nlu.head import Head
from bot.nlu.joined_tables import JoinedTables
from bot.nlu.likeness_head import LikenessHead
from bot.nlu.one_thread import one_thread
from bot.nlu.ridge import Floats
from bot.nlu.route_head import DONE_TO_WRITER, OWN_WORRY, URGENT, Heard, RouteHead
from bot.nlu.route_odds import Dangers, RouteOdds
from bot.nlu.route_rules import Opened, rules
from bot.nlu.route_sentences import RouteSentences
from bot.nlu.word_features import Rows, WordFeatures

BEHAVIOUR, ROUTE, NEAR_MISS, TOPIC, ANSWER, COMMAND = "behaviour", "route", "near_miss", "topic", "answer", "command"
OUT_OF_SCOPE = "out_of_scope"
# Routes that speak of something other than a child's sexual behaviour.
OUTSIDE = (
    "route.non_sexual",
    "route.media_research",
    "route.test_abuse_of_bot",
    "route.non_english",
    "route.data_request",
)
CHILD_WRITES = frozenset({DONE_TO_WRITER, *OWN_WORRY})
_DONE_TO = f"{ROUTE}.{DONE_TO_WRITER.partition('.')[2]}"
# The joined probabilities lean towards "in scope"; to this power, a half is where worries and other messages part (development set).
CALIBRATION = 4
# The odds are a few numbers: so many of the sentences are more than enough to learn them from, and reading all of them by
# rules takes as long as the rest of the net.
ODDS_FROM_ONE_IN = 3
FILE = "ranker.npz"


@dataclass(frozen=True)
class Ranking:
    """Labels with their probabilities, best first. `kinds` are `behaviour`, `near_miss`, `topic`, `out_of_scope` and
    each single route, answer and command; `in_scope` is how likely it is that a child's sexual behaviour is spoken of
    at all; `dangers` is how likely urgent routes are, `opened` what the rules of the safety net met.
    """

    kinds: dict[str, float]
    behaviours: tuple[tuple[str, float], ...]
    topics: tuple[tuple[str, float], ...]
    in_scope: float
    dangers: Dangers = field(default_factory=Dangers)
    opened: Opened = field(default_factory=Opened)


class Ranker:
    """The trained heads. What there is nothing to learn from is missing: `topics`, or `routes` and `odds`."""

    def __init__(
        self,
        words: WordFeatures,
        kinds: Head,
        behaviours: LikenessHead,
        topics: Head | None,
        routes: RouteHead | None,
        odds: RouteOdds | None,
        done_to: Head | None,
    ) -> None:
        self._words, self._odds = words, odds
        heads: dict[str, Head | LikenessHead | RouteHead | None]
        heads = {"kinds": kinds, "behaviours": behaviours, "topics": topics, "routes": routes, "done_to": done_to}
        self._tables = JoinedTables({name: head.sparse for name, head in heads.items() if head is not None})
        self._kinds = replace(kinds, sparse=self._tables["kinds"])
        self._behaviours = replace(behaviours, sparse=self._tables["behaviours"])
        self._topics = replace(topics, sparse=self._tables["topics"]) if topics else None
        self._routes = replace(routes, sparse=self._tables["routes"]) if routes else None
        self._done_to = replace(done_to, sparse=self._tables["done_to"]) if done_to else None
        self._inside = np.array([_speaks_of_behaviour(label) for label in kinds.labels])

    @classmethod
    def train(cls, texts: Sequence[str], labels: Sequence[str], vectors: Floats) -> Ranker:
        """Learns from sentences labelled as in data/nlu."""
        words = WordFeatures()
        rows = words.learn(texts)

        def only(prefix: str) -> tuple[Floats, Rows, list[str]]:
            chosen = np.array([i for i, label in enumerate(labels) if label.startswith(f"{prefix}.")])
            return vectors[chosen], rows.chosen(chosen), [labels[i].partition(".")[2] for i in chosen]

        has_topics = len({label for label in labels if label.startswith(f"{TOPIC}.")}) > 1
        those = route_sentences.chosen(labels)
        # The safety net learns on one core while the other heads learn on another. Each of them sets this limit and
        # gives it back: it is set around both, so that neither takes it from the other.
        with threadpool_limits(1), ThreadPoolExecutor(1) as beside:
            net = beside.submit(_safety_net, those, texts, rows, vectors)
            kinds = Head.train(vectors, rows, [kind(label) for label in labels])
            behaviours = LikenessHead.train(*only(BEHAVIOUR))
            topics = Head.train(*only(TOPIC)) if has_topics else None
            young = np.array([i for i, route in zip(those.places, those.routes, strict=True) if route in CHILD_WRITES])
            told = [str(kind(labels[i]) == _DONE_TO) for i in young]
            done_to = Head.train(vectors[young], rows.chosen(young), told) if len(set(told)) > 1 else None
            routes, odds = net.result()
        return cls(words, kinds, behaviours, topics, routes, odds, done_to)

    def rank(self, texts: Sequence[str], vectors: Floats) -> list[Ranking]:
        """One ranking for each text."""
        words = self._tables.say(self._words.rows(texts))
        kinds = self._kinds.probabilities(vectors, words["kinds"])
        behaviours = self._behaviours.probabilities(vectors, words["behaviours"])
        topics = self._topics.probabilities(vectors, words["topics"]) if self._topics else None
        opened = [rules().fire(text) for text in texts]
        dangers = [Dangers()] * len(texts)
        if self._routes and self._odds:
            dangers = self._odds.dangers(self._routes.hear(vectors, words["routes"]), opened)
        if self._done_to:
            done_to = self._done_to.probabilities(vectors, words["done_to"])
            done_to = done_to[:, self._done_to.labels.index(str(True))]
            dangers = [replace(one, done_to_writer=float(p)) for one, p in zip(dangers, done_to, strict=True)]
        return [
            Ranking(
                kinds=dict(zip(self._kinds.labels, kinds[i].tolist(), strict=True)),
                behaviours=_sorted(self._behaviours.labels, behaviours[i]),
                topics=_sorted(self._topics.labels, topics[i]) if self._topics and topics is not None else (),
                in_scope=float(kinds[i][self._inside].sum()) ** CALIBRATION,
                dangers=dangers[i],
                opened=opened[i],
            )
            for i in range(len(texts))
        ]

    def save(self, folder: Path) -> None:
        """Keeps the heads as arrays in one file."""
        arrays: dict[str, NDArray[np.generic]] = {"rarity": np.asarray(self._words.rarity)}
        arrays |= self._kinds.arrays("kinds") | self._behaviours.arrays("behaviours")
        arrays |= self._topics.arrays("topics") if self._topics else {}
        arrays |= self._routes.arrays("routes") if self._routes else {}
        arrays |= self._odds.arrays("odds") if self._odds else {}
        arrays |= self._done_to.arrays("done_to") if self._done_to else {}
        np.savez(folder / FILE, **arrays)

    @classmethod
    def load(cls, folder: Path) -> Ranker:
        """What `save` kept. Raises `FileNotFoundError` when it is not there."""
        one_thread()
        with np.load(folder / FILE, allow_pickle=False) as kept:
            arrays = dict(kept)
        rules()  # compiled here, not at the first message
        topics = Head.from_arrays("topics", arrays) if "topics.labels" in arrays else None
        return cls(
            WordFeatures(arrays["rarity"].astype(np.float32)),
            Head.from_arrays("kinds", arrays),
            LikenessHead.from_arrays("behaviours", arrays),
            topics,
            RouteHead.from_arrays("routes", arrays) if "routes.routes" in arrays else None,
            RouteOdds.from_arrays("odds", arrays) if "odds.routes" in arrays else None,
            Head.from_arrays("done_to", arrays) if "done_to.labels" in arrays else None,
        )


def _safety_net(
    those: RouteSentences, texts: Sequence[str], rows: Rows, vectors: Floats
) -> tuple[RouteHead | None, RouteOdds | None]:
    """What it hears, and how that is weighed with the rules; nothing where there is no urgent route to learn."""
    if not set(those.routes) & URGENT:
        return None, None
    routes, heard = RouteHead.train(
        vectors[those.places], rows.chosen(those.places), those.routes, those.telling, those.labels
    )
    some = slice(None, None, ODDS_FROM_ONE_IN)
    opened = [rules().fire(texts[place]) for place in those.places[some]]
    heard = Heard(heard.meaning[some], heard.words[some])
    return routes, RouteOdds.train(routes.routes, heard, opened, those.routes[some])


def kind(label: str) -> str:
    """What kind of message a training label stands for: behaviours, near misses and topics are one kind each, a
    route, answer or command is its own.
    """
    group = label.partition(".")[0]
    return group if group in (BEHAVIOUR, NEAR_MISS, TOPIC) else label


def _speaks_of_behaviour(label: str) -> bool:
    # A question about the subject is often half an account: "is it normal that he ...".
    return label in (BEHAVIOUR, NEAR_MISS, TOPIC) or (label.startswith(f"{ROUTE}.") and label not in OUTSIDE)


def _sorted(labels: Sequence[str], probabilities: Floats) -> tuple[tuple[str, float], ...]:
    order = np.argsort(-probabilities)
    return tuple(zip([labels[i] for i in order.tolist()], probabilities[order].tolist(), strict=True))
