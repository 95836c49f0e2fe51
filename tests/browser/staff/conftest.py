"""The pages for staff need no trained model: they are served by the same parts of the server without it."""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bot.processes import free_port
from tests.browser.staff.audit_page import AuditPage

_ROOT = Path(__file__).parents[3]
_START_SECONDS = 120.0


@pytest.fixture(scope="session")
def pages() -> Iterator[str]:
    """The address of the pages, without a slash at its end."""
    port = free_port()
    arguments = [sys.executable, "-m", "tests.browser.staff.pages_alone", str(port)]
    process = subprocess.Popen(arguments, cwd=_ROOT, stdin=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    limit = time.monotonic() + _START_SECONDS
    while not _answers(f"{address}/content/audit.json"):
        assert process.poll() is None, "the pages ended"
        assert time.monotonic() < limit, "the pages are not ready in time"
        time.sleep(0.05)
    yield address
    process.terminate()
    process.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=3) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _content(pages: str, name: str) -> Any:
    with urllib.request.urlopen(f"{pages}/content/{name}.json") as answer:
        return json.load(answer)


@pytest.fixture(scope="session")
def audit_content(pages: str) -> Any:
    """What the audit's page is filled with."""
    return _content(pages, "audit")


@pytest.fixture(scope="session")
def practice_content(pages: str) -> Any:
    """What the page of practice cases is filled with."""
    return _content(pages, "practice")


@pytest.fixture
def audit(page: Page, pages: str) -> AuditPage:
    """The audit, open and empty."""
    return AuditPage(page).open(pages)


@pytest.fixture(scope="module")
def workbench(chromium: Browser, pages: str) -> Iterator[Page]:
    """A page from which the scripts' modules can be called by themselves."""
    context: BrowserContext = chromium.new_context()
    page = context.new_page()
    page.goto(f"{pages}/briefings")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    yield page
    context.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """They need a browser: `make check` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.server)
