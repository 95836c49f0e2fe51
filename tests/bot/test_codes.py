import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.codes import intent_of, kept_codes

SECRET = "Tatiana Thistlewood of 12 Example Street"


def test_codes_of_a_message_pass() -> None:
    codes = {
        "routes": [{"id": "r.immediate_danger", "score": 0.97}],
        "behaviours": [{"id": "nude_own_shared", "score": 0.8}],
        "in_scope": 0.9,
        "age": [{"low": 8, "high": 9}],
        "factors": {"coercion": "no"},
        "role": "affected",
        "area": None,
        "topics": [],
        "answer": "yes",
        "command": None,
    }
    assert kept_codes({"codes": {**codes, "identifying": []}}) == {**codes, "identifying": False}


def test_only_the_eight_best_behaviours_are_kept() -> None:
    ranked = [{"id": f"behaviour_{rank}", "score": 1 / (rank + 1)} for rank in range(58)]
    assert kept_codes({"codes": {"behaviours": ranked}})["behaviours"] == [
        {"id": entry["id"], "score": round(entry["score"], 4)} for entry in ranked[:8]
    ]


def test_where_something_identifying_stood_is_not_kept_only_that_it_did() -> None:
    assert kept_codes({"codes": {"identifying": [[3, 9]]}}) == {"identifying": True}


def test_numbers_of_numpy_become_plain_ones() -> None:
    codes = kept_codes({"codes": {"in_scope": np.float32(0.5), "age": [{"low": np.int64(8), "high": np.int64(9)}]}})
    assert json.loads(json.dumps(codes)) == {"in_scope": 0.5, "age": [{"low": 8, "high": 9}], "identifying": False}


@pytest.mark.parametrize(
    "codes",
    [
        {"text": SECRET, "words": [SECRET]},
        {"routes": [{"id": SECRET, "score": 1.0}], "topics": SECRET},
        {"behaviours": [{"id": "a", "score": SECRET}, SECRET, None]},
        {"factors": {SECRET: "yes", "coercion": SECRET}},
        {"age": [{"low": SECRET, "high": 9}, SECRET]},
        {"role": SECRET, "area": SECRET, "answer": SECRET, "command": SECRET},
        {"in_scope": SECRET, "identifying": [SECRET]},
        {"routes": [{"id": "a", "score": 1.0, "because": SECRET}]},
    ],
)
def test_no_word_passes_whatever_a_component_puts_where_a_code_belongs(codes: dict[str, Any]) -> None:
    kept = json.dumps(kept_codes({"codes": codes, "text": SECRET, "entities": [SECRET]}))
    assert not any(word in kept for word in SECRET.split() if len(word) > 2)


@given(st.dictionaries(st.text(), st.recursive(st.text() | st.floats() | st.none(), st.lists)))
def test_what_passes_is_always_plain_json(codes: dict[str, Any]) -> None:
    json.dumps(kept_codes({"codes": codes}), allow_nan=False)


def test_a_parser_without_codes_gives_none() -> None:
    assert kept_codes({}) == {} == kept_codes({"codes": "none"})


@pytest.mark.parametrize("intent", [None, "tell", {"name": "restart"}, {"name": "start"}, {"name": "choice"}, {}])
def test_an_intent_that_words_cannot_have_becomes_tell(intent: Any) -> None:
    assert intent_of({"intent": intent}) == {"name": "tell", "confidence": 1.0}


@pytest.mark.parametrize("name", ["tell", "route", "question", "command"])
def test_the_intents_of_words_pass(name: str) -> None:
    assert intent_of({"intent": {"name": name, "confidence": 0.2}})["name"] == name
