"""Every security header of every kind of answer, one by one, as it is sent."""

from __future__ import annotations

import pytest

from tests.running import Caller

CALLS = [
    ("GET", "/", None),
    ("GET", "/device-safety", None),
    ("GET", "/static/page.css", None),
    ("GET", "/static/nothing.js", None),
    ("GET", "/nothing", None),
    ("GET", "/api/health", None),
    ("GET", "/api/openapi.json", None),
    ("POST", "/api/session", {}),
    ("POST", "/api/session", b"{"),
    ("POST", "/api/message", {"session": "x" * 32, "text": "hello"}),
    ("PUT", "/api/message", {}),
    ("POST", "/api/message", b"x" * 40_000),
]
HEADERS = {
    "X-Content-Type-Options": {"nosniff"},
    "Referrer-Policy": {"no-referrer"},
    "X-Frame-Options": {"DENY"},
    "Cross-Origin-Opener-Policy": {"same-origin"},
    "Cross-Origin-Resource-Policy": {"same-origin"},
    "Cache-Control": {"no-store", "no-cache"},
}
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
TELL_TALE = ("server", "x-powered-by", "via", "set-cookie", "etag-of", "x-request-id", "access-control-allow-origin")


@pytest.fixture(params=CALLS, ids=lambda call: f"{call[0]} {call[1]}")
def headers(request: pytest.FixtureRequest, caller: Caller) -> dict[str, str]:
    return caller.call(*request.param)[1]


@pytest.mark.parametrize("name", HEADERS)
def test_the_header_is_there_with_its_one_value(headers: dict[str, str], name: str) -> None:
    assert headers[name.lower()] in HEADERS[name]


@pytest.mark.parametrize("rule", POLICY)
def test_the_policy_holds_the_rule(headers: dict[str, str], rule: str) -> None:
    rules = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert rules[rule] == POLICY[rule]
    assert not any("unsafe" in value or "*" in value or "http:" in value for value in rules.values())


def test_camera_microphone_and_place_are_switched_off(headers: dict[str, str]) -> None:
    for feature in ("camera=()", "microphone=()", "geolocation=()"):
        assert feature in headers["permissions-policy"]


@pytest.mark.parametrize("name", TELL_TALE)
def test_nothing_tells_what_runs_here_or_marks_the_browser(headers: dict[str, str], name: str) -> None:
    assert name not in headers


def test_only_files_that_are_the_same_for_everybody_may_be_kept_by_a_browser(caller: Caller) -> None:
    for method, path, body in CALLS:
        kept = caller.call(method, path, body)[1]["cache-control"]
        assert (kept == "no-cache") == (path == "/static/page.css"), path
