"""Requests that two readers would cut differently: the server never takes the inside of a body for a request."""

from __future__ import annotations

import pytest

from tests.attacks.raw_http import answered
from tests.running import Running

INSIDE = b"GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n"
HEAD = b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        HEAD + b"Content-Length: %d\r\n\r\n" % len(INSIDE) + INSIDE,
        HEAD + b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(INSIDE) + INSIDE,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(INSIDE) + INSIDE + b"\r\n0\r\n\r\n",
        HEAD + b"Transfer-Encoding: xchunked\r\nContent-Length: %d\r\n\r\n" % len(INSIDE) + INSIDE,
        HEAD + b"Transfer-Encoding : chunked\r\nContent-Length: %d\r\n\r\n" % len(INSIDE) + INSIDE,
        HEAD + b"Content-Length: +%d\r\n\r\n" % len(INSIDE) + INSIDE,
        HEAD + b"Content-Length: %d, %d\r\n\r\n" % (len(INSIDE), len(INSIDE)) + INSIDE,
        HEAD + b"Content-Length: 0x2\r\n\r\n" + INSIDE,
    ],
    ids=["plain", "two lengths", "chunks", "no such coding", "space", "plus", "list", "hex"],
)
def test_a_request_inside_a_body_is_not_answered(running: Running, sent: bytes) -> None:
    said = answered(running.address, sent)
    assert said.startswith((b"HTTP/1.1 400", b"HTTP/1.1 503"))
    assert b'"status"' not in said


def test_a_request_behind_a_whole_one_is_answered_so_that_the_test_above_means_something(running: Running) -> None:
    said = answered(running.address, HEAD + b"Content-Length: 2\r\n\r\n{}" + INSIDE)
    assert said.startswith(b"HTTP/1.1 201")
    assert b'"status":"ok"' in said


def test_a_name_in_the_host_header_is_repeated_nowhere(running: Running) -> None:
    for path in (b"/", b"/static", b"/api", b"//evil.example/..", b"http://evil.example/"):
        said = answered(running.address, b"GET " + path + b" HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        assert said.startswith(b"HTTP/1.1 ")
        assert b"evil" not in said
        assert b"\r\nlocation:" not in said.lower()
