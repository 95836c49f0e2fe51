"""Which other sites may put the widget on their pages."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from bot.allowed_origins import AllowedOrigins, allowed_origins, preflight
from bot.settings import BadSetting, Settings

COUNCIL = "https://www.council.example"


def headers(settings: Settings, origin: str | None, method: str = "GET", **own: str) -> dict[str, str]:
    """The headers of an answer, which sets `own` itself, to a call that comes from a page of `origin`."""
    request: Any = SimpleNamespace(method=method, headers={"origin": origin} if origin else {})
    response: Any = SimpleNamespace(headers=dict(own))
    asyncio.run(AllowedOrigins(settings)(request, response))
    return response.headers


def test_no_other_site_is_allowed_unless_an_operator_names_it() -> None:
    assert Settings.from_environment({}).allowed_origins == ""
    assert headers(Settings(), COUNCIL, "OPTIONS") == {}
    assert list(preflight(Settings()).routes) == []


def test_a_named_site_may_load_and_call() -> None:
    settings = Settings.from_environment({"WAYMARK_ALLOWED_ORIGINS": f"{COUNCIL} https://other.example:8443"})
    assert headers(settings, COUNCIL) == {"Vary": "Origin", "Access-Control-Allow-Origin": COUNCIL}
    asked = headers(settings, COUNCIL, "OPTIONS")
    assert asked["Access-Control-Allow-Methods"] == "POST, DELETE"
    assert asked["Access-Control-Allow-Headers"] == "Content-Type"
    assert "Access-Control-Allow-Credentials" not in asked


@pytest.mark.parametrize(
    "origin", [None, "null", "https://council.example", f"{COUNCIL}.evil.example", f"{COUNCIL}:444", COUNCIL.upper()]
)
def test_a_site_that_is_not_named_exactly_is_not_allowed(origin: str | None) -> None:
    settings = Settings(allowed_origins=COUNCIL)
    assert headers(settings, origin, "OPTIONS") == {"Vary": "Origin"}


def test_an_answer_that_depends_on_more_says_so_still() -> None:
    assert headers(Settings(allowed_origins=COUNCIL), None, Vary="Accept-Encoding")["Vary"] == "Accept-Encoding, Origin"


@pytest.mark.parametrize(
    "origins",
    ["*", "https://*.example.org", "http://www.example.org", "https://a.example/path", "https://A.example",
     "https://a.example,https://b.example", "null", "https://a.example:443", "https://a.example\r\nSet-Cookie:"],
)  # fmt: skip
def test_what_is_no_exact_and_secure_origin_is_refused(origins: str) -> None:
    with pytest.raises(BadSetting, match="WAYMARK_ALLOWED_ORIGINS"):
        allowed_origins(Settings(allowed_origins=origins))


def test_this_machine_needs_no_tls() -> None:
    assert allowed_origins(Settings(allowed_origins="http://localhost:8099 http://127.0.0.1:1")) == {
        "http://localhost:8099",
        "http://127.0.0.1:1",
    }
