import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ApiError
from bot.request_shape import Chosen, Ending, Opening, Said, ending, message, opening
from bot.settings import Settings

SETTINGS = Settings()
SESSION = "a" * 32


def body(**fields: Any) -> bytes:
    return json.dumps(fields).encode()


def refused(call: Any, sent: bytes) -> ApiError:
    with pytest.raises(ApiError) as caught:
        call(sent, SETTINGS)
    return caught.value


@pytest.mark.parametrize("sent", [b"", b"  ", b"{}", body(audience=None, area=None), body(something="else")])
def test_an_opening_may_say_nothing(sent: bytes) -> None:
    assert opening(sent, SETTINGS) == Opening(None, None)


def test_an_opening_may_say_who_and_where() -> None:
    assert opening(body(audience="school", area="stoke"), SETTINGS) == Opening("school", "stoke")


@pytest.mark.parametrize(
    "sent",
    [body(audience="pirate"), body(area="paris"), body(audience=["parent"]), body(area={}), body(audience=1), b"[]"],
)
def test_an_opening_with_something_that_does_not_exist_is_malformed(sent: bytes) -> None:
    assert refused(opening, sent).status == 400


def test_a_message_holds_words() -> None:
    assert message(body(session=SESSION, text="  he is 8 "), SETTINGS) == Said(SESSION, "he is 8")


def test_a_message_holds_a_choice_or_several_none_twice() -> None:
    assert message(body(session=SESSION, choice="yes"), SETTINGS) == Chosen(SESSION, ("yes",), together=False)
    assert message(body(session=SESSION, choices=["a", "b", "a"]), SETTINGS) == Chosen(
        SESSION, ("a", "b"), together=True
    )


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"\xff\xfe",
        b"[" * 20_000,
        body(session=SESSION),
        body(session=SESSION, text="a", choice="yes"),
        body(session=SESSION, choice="yes", choices=["yes"]),
        body(session=SESSION, text=5),
        body(session=SESSION, text=["a"]),
        body(session=SESSION, text=""),
        body(session=SESSION, text=" \n\t"),
        body(session=SESSION, text="\u200b\x00"),
        body(session=SESSION, text="/"),
        body(session=SESSION, choice=""),
        body(session=SESSION, choice=1),
        body(session=SESSION, choice="x" * 101),
        body(session=SESSION, choices=[]),
        body(session=SESSION, choices="yes"),
        body(session=SESSION, choices=[1]),
        body(session=SESSION, choices=["x"] * 101),
        body(text="hello"),
        body(session=None, text="hello"),
        body(session=5, text="hello"),
    ],
)
def test_a_message_of_another_shape_is_malformed(sent: bytes) -> None:
    assert (refused(message, sent).status, refused(message, sent).code) == (400, "malformed")


@pytest.mark.parametrize("session", ["", "a", "a" * 33, "../../etc/passwd", "a" * 31 + "\n", "ä" * 32])
def test_a_session_that_cannot_be_ours_is_unknown(session: str) -> None:
    assert refused(message, body(session=session, text="hello")).status == 404
    assert refused(ending, body(session=session)).status == 404


def test_a_text_of_2000_characters_fits_in_any_script_and_2001_do_not() -> None:
    for letter in ("a", "ж", "我", "\U0001f622"):
        assert message(body(session=SESSION, text=letter * 2000), SETTINGS)
        assert refused(message, body(session=SESSION, text=letter * 2001)).status == 413


def test_a_body_beyond_the_limit_is_too_large_whatever_is_in_it() -> None:
    assert refused(message, b"x" * 100_000).status == 413
    assert refused(opening, b"x" * 100_000).status == 413
    assert refused(ending, b"x" * 100_000).status == 413


def test_an_ending_names_the_session() -> None:
    assert ending(body(session=SESSION), SETTINGS) == Ending(SESSION)


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_read_or_refused_but_never_break(sent: bytes) -> None:
    for call in (opening, message, ending):
        try:
            call(sent, SETTINGS)
        except ApiError as refusal:
            assert refusal.status in (400, 404, 413)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["session", "text", "choice", "choices", "audience", "area"]), json_values))
def test_json_of_any_kind_is_read_or_refused_but_never_breaks(fields: dict[str, Any]) -> None:
    for call in (opening, message, ending):
        try:
            call(json.dumps({"session": SESSION, **fields}).encode(), SETTINGS)
        except ApiError as refusal:
            assert refusal.status in (400, 404, 413)


def test_no_refusal_quotes_what_was_sent() -> None:
    for sent in (body(audience="Tatiana"), body(session=SESSION, text=5, choice="Tatiana"), b'{"Tatiana'):
        assert "Tatiana" not in refused(opening if b"audience" in sent else message, sent).message
