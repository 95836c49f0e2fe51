"""`/content/*.json` and the pages for staff, asked of the running server."""

import json

import pytest

from knowledge.staff_pages import documents
from tests.running import Caller

NAMES = list(documents())


@pytest.mark.parametrize("name", NAMES)
def test_each_document_is_sent_whole(caller: Caller, name: str) -> None:
    status, headers, body = caller.call("GET", f"/content/{name}.json")
    assert (status, headers["content-type"]) == (200, "application/json; charset=utf-8")
    assert body == json.loads(json.dumps(documents()[name]))


@pytest.mark.parametrize("name", NAMES)
def test_each_page_is_at_its_name(caller: Caller, name: str) -> None:
    status, headers, _ = caller.call("GET", f"/{name}")
    assert (status, headers["content-type"], headers["cache-control"]) == (200, "text/html; charset=utf-8", "no-store")


def test_the_browser_may_keep_it_but_asks_each_time(caller: Caller) -> None:
    _, headers, _ = caller.call("GET", "/content/audit.json")
    assert headers["cache-control"] == "no-cache"
    assert headers["etag"]


@pytest.mark.parametrize("path", ["/content/nothing.json", "/content/audit", "/content/..%2Faudit.json", "/content/"])
def test_nothing_else_is_there(caller: Caller, path: str) -> None:
    assert caller.call("GET", path)[0] == 404


def test_nothing_can_be_sent_to_it(caller: Caller) -> None:
    assert caller.call("POST", "/content/audit.json", {"area": "x"})[0] == 405
