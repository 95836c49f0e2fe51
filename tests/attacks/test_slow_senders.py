"""Connections that send next to nothing for as long as they may: others are served, and the slow ones are let go."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from tests.attacks.raw_http import connected, until_it_hangs_up
from tests.running import Caller, Running

HALF_A_HEAD = b"POST /api/message HTTP/1.1\r\nHost: x\r\nX-Slow: "
HALF_A_BODY = b"POST /api/message HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"


@pytest.mark.parametrize("sent", [HALF_A_HEAD, HALF_A_BODY])
def test_while_many_send_slowly_others_are_served_and_then_the_slow_ones_are_let_go(
    running: Running, caller: Caller, sent: bytes
) -> None:
    with ExitStack() as stack:
        slow = [stack.enter_context(connected(running.address)) for _ in range(150)]
        for connection in slow:
            connection.sendall(sent)
        assert caller.say(caller.open(audience="parent"), "He is 8 and shows his body to others.")[0] == 200
        for connection in slow:
            said = until_it_hangs_up(connection)
            assert b"Traceback" not in said
            assert said[:12] in (b"", b"HTTP/1.1 408", b"HTTP/1.1 400", b"HTTP/1.1 503")


def test_a_drop_now_and_then_does_not_buy_more_time(running: Running) -> None:
    """The time for a request runs from its beginning, not from its last byte."""
    with connected(running.address) as connection:
        connection.settimeout(0.5)
        connection.sendall(HALF_A_HEAD)
        said = None
        for _ in range(240):
            try:
                said = connection.recv(65536)
                break
            except TimeoutError:
                connection.sendall(b"a")
        assert said is not None
        assert said[:12] in (b"", b"HTTP/1.1 408")
