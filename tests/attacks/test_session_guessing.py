"""Sessions cannot be guessed, named by a caller, or told apart from sessions that never were."""

from __future__ import annotations

import base64
import secrets

from tests.running import Caller


def test_ids_are_192_random_bits_and_none_resembles_another(caller: Caller) -> None:
    ids = [base64.urlsafe_b64decode(caller.open()) for _ in range(40)]
    assert {len(one) for one in ids} == {24}
    for place in range(24):
        assert len({one[place] for one in ids}) > 20  # of 40 random bytes, 37 differ from each other
    assert all(
        sum(a == b for a, b in zip(one, other, strict=True)) < 6 for one in ids for other in ids if one is not other
    )


def test_a_session_is_made_by_the_server_only(caller: Caller) -> None:
    wished = secrets.token_urlsafe(24)
    opened = caller.call("POST", "/api/session", {"session": wished, "sender": wished, "audience": "parent"})[2]
    assert opened["session"] != wished
    assert caller.say(wished, "hello")[0] == 404


def test_one_that_ended_and_one_that_never_was_get_the_same_answer(caller: Caller) -> None:
    ended = caller.open()
    caller.end(ended)
    assert caller.say(ended, "hello")[::2] == caller.say(secrets.token_urlsafe(24), "hello")[::2]
    assert caller.end(ended) == caller.end(secrets.token_urlsafe(24)) == 404


def test_a_session_cannot_be_taken_over_by_a_part_of_it_or_another_way_of_writing_it(caller: Caller) -> None:
    session = caller.open(audience="parent")
    for other in (
        session[:-1],
        session + "A",
        session.swapcase(),
        f" {session}",
        session + "\n",
        f"{session}\0",
        "*" * 32,
    ):
        assert caller.say(other, "hello")[0] in (400, 404)
    assert caller.say(session, "hello")[0] == 200
