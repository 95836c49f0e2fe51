import pytest

from bot.security_headers import security_headers
from bot.settings import BadSetting, Settings


def policy(headers: dict[str, str]) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


def test_the_page_may_run_and_ask_for_nothing_but_our_own() -> None:
    rules = policy(security_headers(Settings()))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["connect-src"] == rules["style-src"] == "'self'"
    assert rules["form-action"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in str(rules)


def test_nobody_may_frame_the_page_unless_an_operator_says_who() -> None:
    closed = security_headers(Settings())
    assert (policy(closed)["frame-ancestors"], closed["X-Frame-Options"]) == ("'none'", "DENY")
    opened = security_headers(Settings(frame_ancestors="https://www.example.org"))
    assert policy(opened)["frame-ancestors"] == "https://www.example.org"
    assert "X-Frame-Options" not in opened


def test_nothing_is_guessed_told_or_kept() -> None:
    headers = security_headers(Settings())
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("ancestors", ["'self'; script-src *", "a\r\nSet-Cookie: b", "https://a, https://b"])
def test_a_list_of_ancestors_cannot_change_another_rule(ancestors: str) -> None:
    with pytest.raises(BadSetting):
        security_headers(Settings(frame_ancestors=ancestors))
