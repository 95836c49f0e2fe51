"""The chat API under whatever its description allows and forbids, and the text path under any text at all."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from bot.openapi import description
from bot.settings import Settings
from tests.running import Caller

CHECKS = [status_code_conformance, content_type_conformance, response_schema_conformance, negative_data_rejection]
EXAMPLES = int(os.environ.get("WAYMARK_FUZZ_EXAMPLES", "20"))  # of each kind; `make fuzz` sets many more
api = schemathesis.openapi.from_dict(description(Settings()))
api.config.generation.update(max_examples=EXAMPLES)


@pytest.fixture(scope="module")
def session(caller: Caller) -> str:
    return caller.open(audience="parent")


def test_the_description_that_is_served_is_the_one_that_is_tested(caller: Caller) -> None:
    status, headers, served = caller.call("GET", "/api/openapi.json")
    assert (status, headers["content-type"]) == (200, "application/json")
    assert served == json.loads(json.dumps(description(Settings())))


def test_the_description_names_every_call_there_is() -> None:
    calls = {(method, path) for path, methods in description(Settings())["paths"].items() for method in methods}
    assert calls == {
        ("post", "/api/session"),
        ("delete", "/api/session"),
        ("post", "/api/message"),
        ("get", "/api/health"),
    }


@api.parametrize()
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described_and_what_is_wrong_is_refused(case: Any, server: str) -> None:
    case.call_and_validate(base_url=server, checks=CHECKS)


@given(text=st.text(min_size=1, max_size=300))
@settings(max_examples=2 * EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_is_answered_in_our_own_words(caller: Caller, text: str) -> None:
    session = caller.open(audience="parent")
    status, _, body = caller.say(session, text)
    assert status in (200, 400, 503)
    assert set(body) <= {"messages", "error"}
    if len(text.strip()) > 12:
        assert text.strip() not in json.dumps(body, ensure_ascii=False)
    assert caller.end(session) == 204


@given(
    fields=st.dictionaries(
        st.sampled_from(["text", "choice", "choices", "session", "slots", "intent", "sender", "state"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=30),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
            max_leaves=6,
        ),
    )
)
@settings(max_examples=2 * EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_json_on_a_real_session_is_answered_or_refused_but_breaks_nothing(
    caller: Caller, session: str, fields: dict[str, Any]
) -> None:
    status, _, body = caller.call("POST", "/api/message", {**fields, "session": session})
    assert status in (200, 400, 404, 413, 422, 429, 503)
    assert body
