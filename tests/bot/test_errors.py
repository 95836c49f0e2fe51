import json

import pytest
from sanic.exceptions import InvalidUsage, MethodNotSupported, NotFound, PayloadTooLarge, RequestTimeout, ServerError

from bot import errors
from bot.errors import JsonErrors


def answered(error: Exception) -> tuple[int, dict]:
    response = JsonErrors().default(None, error)  # type: ignore[arg-type]
    return response.status, json.loads(response.body)


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (errors.malformed("It should be so."), 400, "malformed"),
        (errors.unknown_session(), 404, "unknown_session"),
        (errors.too_large(2000), 413, "too_large"),
        (errors.not_offered(), 422, "not_offered"),
        (errors.too_many(3), 429, "too_many"),
        (errors.not_ready(), 503, "not_ready"),
        (NotFound("/secret"), 404, "not_found"),
        (MethodNotSupported("secret", "PUT", ["GET"]), 405, "method_not_allowed"),
        (InvalidUsage("secret"), 400, "malformed"),
        (PayloadTooLarge("secret"), 413, "too_large"),
        (RequestTimeout("secret"), 408, "too_slow"),
        (ServerError("secret"), 503, "not_ready"),
        (ValueError("secret"), 503, "not_ready"),
    ],
)
def test_every_error_has_one_shape_and_quotes_nothing(error: Exception, status: int, code: str) -> None:
    answer = answered(error)
    assert answer[0] == status
    assert answer[1]["error"]["code"] == code
    assert answer[1]["error"]["message"].endswith(".")
    assert "secret" not in str(answer[1])


def test_a_503_carries_whom_to_ring() -> None:
    _, body = answered(errors.not_ready())
    roles = [message["card"]["role"] for message in body["messages"]]
    assert roles[:3] == ["emergency_999", "nspcc_helpline", "police_101"]
    assert "childline" in roles
    assert "999" in body["error"]["message"]


def test_a_429_says_when_to_try_again_in_whole_seconds() -> None:
    assert errors.too_many(0).headers["Retry-After"] == "1"
    assert errors.too_many(7).response().headers["Retry-After"] == "7"


def test_the_sentences_are_short_and_plain() -> None:
    for error in (errors.unknown_session(), errors.too_large(2000), errors.not_offered(), errors.not_ready()):
        assert all(len(sentence.split()) < 16 for sentence in error.message.split(". "))
