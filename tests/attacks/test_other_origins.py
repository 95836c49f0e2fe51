"""Pages of other sites: they may not read an answer, frame the page, or make a browser send cookies, for there are none."""

from __future__ import annotations

import http.client
import json

import pytest

from tests.running import Caller

EVIL = {"Origin": "https://evil.example", "Referer": "https://evil.example/", "Cookie": "a=b"}


def asked(caller: Caller, method: str, path: str, body: bytes = b"", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(caller.address.removeprefix("http://"))
    connection.request(method, path, body or None, {**EVIL, **headers})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/api/session", b"{}"),
        ("POST", "/api/message", json.dumps({"session": "x" * 32, "text": "hello"}).encode()),
        ("DELETE", "/api/session", b'{"session": "x"}'),
        ("GET", "/api/health", b""),
        ("GET", "/api/openapi.json", b""),
        ("GET", "/", b""),
    ],
)
def test_no_answer_may_be_read_or_framed_by_another_site(caller: Caller, method: str, path: str, body: bytes) -> None:
    answer = asked(caller, method, path, body, **{"Content-Type": "text/plain"})
    assert answer.getheader("Access-Control-Allow-Origin") is None
    assert answer.getheader("Access-Control-Allow-Credentials") is None
    assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"
    assert "frame-ancestors 'none'" in answer.getheader("Content-Security-Policy", "")
    assert answer.getheader("X-Frame-Options") == "DENY"
    assert answer.getheader("Set-Cookie") is None


@pytest.mark.parametrize("method", ["POST", "DELETE", "PUT"])
def test_asking_beforehand_gets_no_leave(caller: Caller, method: str) -> None:
    answer = asked(caller, "OPTIONS", "/api/session", **{"Access-Control-Request-Method": method})
    # A browser goes by these headers alone; one site is named on this server, so the question itself is answered.
    assert not [name for name, _ in answer.getheaders() if name.lower().startswith("access-control")]
