"""What tests of the running server share. One server per test process, started when the first test asks for it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot import rasa_alone
from tests.running import OFFICE_HOURS, ROOT, Caller, Running

rasa_alone.leave_tensorflow_out()  # as in the server: a gigabyte less in every test process

# A machine that is busy with another server is slow: that is no fault of what is tested.
settings.register_profile("waymark", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("waymark")


@pytest.fixture(scope="session")
def model() -> Path:
    """The trained model, trained first if it is missing or out of date."""
    trained = subprocess.run([sys.executable, "-m", "bot.train"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert trained.returncode == 0, trained.stderr
    return ROOT / "models" / "waymark.tar.gz"


@pytest.fixture(scope="session")
def running(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The processes themselves, for tests that cut the line, kill or read the log."""
    stack = Running(tmp_path_factory.mktemp("running"))
    yield stack
    stack.stop()


@pytest.fixture(scope="session")
def server(running: Running) -> str:
    """The address of the running server, without a slash at its end."""
    return running.address


@pytest.fixture(scope="session")
def caller(server: str) -> Caller:
    """A client of the chat API."""
    return Caller(server)


@pytest.fixture
def clock(running: Running) -> Iterator[Callable[[str], None]]:
    """Tells the server the time: `clock("2026-11-21T23:10")`, London's. Office hours again after the test."""
    yield running.tell_time
    running.tell_time(OFFICE_HOURS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the trained model or the running server: `make check` leaves those out."""
    for item in items:
        if "model" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.server)


def pytest_make_parametrize_id(val: object) -> str | None:
    """Short names for tests whose parameters are long texts."""
    return ascii(val)[:40] if isinstance(val, str | bytes) and len(val) > 40 else None
