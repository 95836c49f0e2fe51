"""A clock that jumps: the answer is still an answer, the contacts are still there, and no session is lost to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.faults.whom_to_ring import assert_whom_to_ring
from tests.running import Caller, Running

TEXT = "My son is eight and keeps showing his body to his sister."


@pytest.mark.parametrize("moment", ["1970-01-01T00:00", "2024-02-29T23:59:59", "2026-10-25T01:30", "2099-12-25T12:00"])
def test_at_any_time_of_any_year_a_danger_is_answered_with_999(
    caller: Caller, clock: Callable[[str], None], moment: str
) -> None:
    clock(moment)
    status, _, body = caller.say(caller.open(audience="parent"), "A man is hurting my daughter right now")
    assert status == 200
    assert "999" in {message.get("card", {}).get("phone") for message in body["messages"]}


def test_when_the_time_jumps_back_the_conversation_goes_on(caller: Caller, clock: Callable[[str], None]) -> None:
    clock("2026-11-18T11:00:00")
    session = caller.open(audience="parent")
    clock("2026-11-17T09:00:00")
    assert caller.say(session, TEXT)[0] == 200


def test_when_it_jumps_ahead_the_conversation_has_ended_and_says_so_kindly(
    caller: Caller, clock: Callable[[str], None]
) -> None:
    session = caller.open(audience="parent")
    clock("2026-12-24T11:00:00")
    status, _, body = caller.say(session, TEXT)
    assert (status, body["error"]["code"]) == (404, "unknown_session")
    assert "Nothing of it was kept" in body["error"]["message"]


def test_without_any_time_at_all_the_person_still_gets_whom_to_ring(
    caller: Caller, clock: Callable[[str], None]
) -> None:
    session = caller.open(audience="parent")
    clock("no time")
    status, headers, body = caller.say(session, TEXT)
    assert status == 503
    assert headers["retry-after"]
    assert {"999", "0808 800 5000"} <= {message["text"].partition(":")[0] for message in body["messages"]}
    clock("2026-11-18T11:00:00")
    assert caller.say(session, TEXT)[0] == 200


def test_the_emergency_contacts_do_not_depend_on_the_action_server(
    caller: Caller, clock: Callable[[str], None], running: Running
) -> None:
    clock("2026-12-25T03:00")
    with running.line.faulty("silent"):
        assert_whom_to_ring(caller.call("POST", "/api/session", {}))
