"""The head of the urgent routes and the odds that weigh it with the rules, on small invented data."""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu import route_sentences
from bot.nlu.route_head import FOLDS, MOST_NEAR, NONE, ORDINARY, RouteHead, _chosen, _folds
from bot.nlu.route_odds import RouteOdds
from bot.nlu.route_rules import SURE, Opened
from bot.nlu.word_features import Rows

WIDTH, EACH = 12, 40
DANGER, THREAT = "r.immediate_danger", "r.sextortion"
NAMES = [DANGER, THREAT, NONE, NONE]


def sentences(seed: int = 0) -> tuple[np.ndarray, Rows, list[str], np.ndarray, list[str]]:
    random = np.random.default_rng(seed)
    corners = np.eye(4, WIDTH, dtype=np.float32)
    points = np.repeat(corners, EACH, axis=0) + random.normal(0, 0.1, (4 * EACH, WIDTH)).astype(np.float32)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    one = np.ones(1, dtype=np.float32)
    # Of the n-grams of a label each sentence has one: none is in so many that it tells nothing.
    rows = Rows(tuple((np.array([10 * label + place % 10]), one) for label in range(4) for place in range(EACH)))
    telling = np.repeat([True, True, True, False], EACH)
    labels = list(np.repeat([DANGER, THREAT, "near_miss", "behaviour"], EACH))
    return points.astype(np.float32), rows, list(np.repeat(NAMES, EACH)), telling, labels


@pytest.mark.parametrize("by", ["both", "meaning", "words"])
def test_each_route_is_heard_where_it_is_and_any_route_with_it(by: str) -> None:
    learnt_from, (points, rows, names, *_) = [*sentences()], sentences(seed=1)
    if by == "words":  # every sentence means the same
        points = learnt_from[0] = np.repeat(points[:1], len(points), axis=0)
    if by == "meaning":  # no sentence has a word
        rows = learnt_from[1] = Rows(((np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)),) * len(names))
    head, _ = RouteHead.train(*learnt_from)
    heard = head.hear(points, rows @ head.sparse)
    scores = heard.meaning + heard.words
    for column, route in enumerate(head.routes):
        here = np.array([name == route for name in names])
        assert scores[here, column].min() > scores[~here, column].max()
    urgent = np.array([name != NONE for name in names])
    assert scores[urgent, -1].min() > scores[~urgent, -1].max()


def test_what_many_sentences_have_says_nothing() -> None:
    points, _, names, *rest = sentences()
    points = np.repeat(points[:1], len(points), axis=0)
    one = np.ones(1, dtype=np.float32)
    frequent = Rows(tuple((np.array([name != NONE], dtype=np.int64), one) for name in names))
    head, _ = RouteHead.train(points, frequent, names, *rest)
    assert not head.sparse.any()


def test_what_is_heard_of_a_training_sentence_was_not_learnt_from_it() -> None:
    points, rows, names, telling, labels = sentences()
    wrong = [*names]
    wrong[5] = NONE  # a sentence like forty others, under another label
    _, heard = RouteHead.train(points, rows, wrong, telling, labels)
    assert heard.meaning[5, 0] > 0.7 and (heard.meaning + heard.words)[5, 0] > 0.8


def test_training_twice_gives_the_same_to_the_last_bit() -> None:
    one, other = (RouteHead.train(*sentences())[0] for _ in range(2))
    assert np.array_equal(one.weights, other.weights) and np.array_equal(one.sparse, other.sparse)


def test_what_was_kept_hears_and_weighs_alike() -> None:
    points, rows, names, telling, labels = sentences()
    head, heard = RouteHead.train(points, rows, names, telling, labels)
    nothing = [Opened()] * len(names)
    odds = RouteOdds.train(head.routes, heard, nothing, names)
    again = RouteHead.from_arrays("routes", head.arrays("routes"))
    weighed = RouteOdds.from_arrays("odds", odds.arrays("odds"))
    before = odds.dangers(head.hear(points, rows @ head.sparse), nothing)
    after = weighed.dangers(again.hear(points, rows @ again.sparse), nothing)
    assert [one.any for one in before] == pytest.approx([one.any for one in after], abs=1e-2)
    assert before[0].each.keys() == after[0].each.keys() == {DANGER, THREAT}


def test_the_odds_follow_what_is_heard() -> None:
    points, rows, names, telling, labels = sentences()
    head, heard = RouteHead.train(points, rows, names, telling, labels)
    odds = RouteOdds.train(head.routes, heard, [Opened()] * len(names), names)
    for dangers, name in zip(odds.dangers(heard, [Opened()] * len(names)), names, strict=True):
        assert (dangers.any > 0.5) == (name != NONE)
        if name != NONE:
            assert max(dangers.each, key=lambda route: dangers.each[route]) == name


@pytest.mark.parametrize("right_rule", [True, False])
def test_a_rule_counts_as_much_as_it_was_right(right_rule: bool) -> None:
    points, rows, names, telling, labels = sentences()
    head, heard = RouteHead.train(points, rows, names, telling, labels)
    random = np.random.default_rng(0)
    blurred = type(heard)(
        *(scores + random.normal(0, 0.5, scores.shape).astype(np.float32) for scores in (heard.meaning, heard.words))
    )
    met = [
        Opened({DANGER: SURE} if (name == DANGER if right_rule else random.random() < 0.25) else {}) for name in names
    ]
    odds = RouteOdds.train(head.routes, blurred, met, names)
    silent = type(heard)(*(scores[-1:] for scores in (heard.meaning, heard.words)))
    with_it, without = (odds.dangers(silent, [one])[0].any for one in (Opened({DANGER: SURE}), Opened()))
    assert with_it > without + 0.05 if right_rule else abs(with_it - without) < 0.05


def test_likeness_is_measured_to_a_bounded_number_of_sentences() -> None:
    chosen = _chosen(np.arange(20_000) < 12_000)
    assert len(chosen) == len(set(chosen)) == MOST_NEAR and (chosen >= 12_000).sum() == ORDINARY


def test_neighbours_of_one_label_are_left_out_together() -> None:
    fold = _folds(["near_miss.fgm"] * 40)
    assert sorted(set(fold)) == list(range(FOLDS)) and list(fold) == sorted(fold)


def test_of_every_label_an_equal_part_is_left_out_at_a_time() -> None:
    labels = ["near_miss.fgm"] * 40 + ["behaviour.peeping"] * 20
    fold = _folds(labels)
    for label, each in (("near_miss.fgm", 40), ("behaviour.peeping", 20)):
        of_label = fold[[one == label for one in labels]]
        assert np.bincount(of_label).tolist() == [each // FOLDS] * FOLDS


def test_the_net_learns_from_all_that_is_no_behaviour_and_from_some_of_the_behaviours() -> None:
    told = ["route.fgm", "near_miss.fgm", "route.legal_advice", "out_of_scope", "topic.court", "answer.no"]
    those = route_sentences.chosen(told + ["behaviour.peeping"] * 9)
    assert list(those.places[:6]) == list(range(6)) and len(those.places) == 6 + 9 / route_sentences.ONE_IN
    assert those.routes == ["r.fgm"] + [NONE] * 8
    assert list(those.telling) == [True] * 3 + [False] * 6


def test_what_the_triage_answers_with_a_route_is_no_example_of_the_contrary() -> None:
    labels = ["behaviour.nude_own_shared"] * 3 + ["behaviour.sexual_exploitation"] * 3 + ["behaviour.peeping"] * 3
    assert list(route_sentences.chosen(labels).places) == [6]
