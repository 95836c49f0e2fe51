"""What keeps the server from starting, and what it is once it has."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import privacy
from bot.model_file import ModelProblem
from bot.sessions import SessionStore
from bot.settings import Settings
from tests.running import ROOT


@pytest.fixture
def action_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYMARK_ACTIONS_PORT", "5055")


def problem(model: Path, endpoints: Path) -> str:
    from bot.server import load

    with pytest.raises(ModelProblem) as caught:
        asyncio.run(load(model, endpoints, Settings()))
    return str(caught.value)


@pytest.fixture
def unprotected() -> None:
    """Importing the server protects this process, which would silence other tests: undone after each of these."""
    import logging
    import threading
    import warnings

    kept = (
        logging.getLogRecordFactory(),
        sys.excepthook,
        threading.excepthook,
        sys.unraisablehook,
        warnings.showwarning,
    )
    handlers, level, shown = logging.getLogger().handlers, logging.getLogger().level, privacy._protected
    yield
    logging.setLogRecordFactory(kept[0])
    sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning = kept[1:]
    logging.getLogger().handlers, privacy._protected = handlers, shown
    logging.getLogger().setLevel(level)


pytestmark = [pytest.mark.usefixtures("unprotected"), pytest.mark.slow]


@pytest.mark.usefixtures("action_port")
def test_a_model_that_is_not_the_one_that_was_trained_is_not_loaded(model: Path, tmp_path: Path) -> None:
    other = tmp_path / "waymark.tar.gz"
    other.write_bytes(model.read_bytes() + b"\0")
    other.with_name("waymark.json").write_bytes(model.with_name("waymark.json").read_bytes())
    assert "hash differs" in problem(other, ROOT / "endpoints.yml")


@pytest.mark.usefixtures("action_port")
def test_another_store_than_ours_is_refused_because_it_would_keep_everything(model: Path, tmp_path: Path) -> None:
    endpoints = tmp_path / "endpoints.yml"
    whole = (ROOT / "endpoints.yml").read_text()
    endpoints.write_text(whole.replace("bot.sessions.SessionStore", "bot.sessions.NoSuchStore"))
    assert "bot.sessions.SessionStore" in problem(model, endpoints)


def test_a_missing_port_of_the_action_server_is_named(
    model: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("WAYMARK_ACTIONS_PORT", raising=False)
    assert "endpoints.yml" in problem(model, ROOT / "endpoints.yml")


@pytest.mark.usefixtures("action_port")
def test_the_agent_has_our_store_and_nothing_to_fall_back_on(model: Path) -> None:
    from bot.server import load

    async def stores() -> tuple:
        agent, store, actions = await load(model, ROOT / "endpoints.yml", Settings())
        await actions.close()
        assert agent.processor is not None
        return agent.tracker_store, agent.processor.tracker_store, store

    found = asyncio.run(stores())
    assert isinstance(found[0], SessionStore)
    assert found[0] is found[1] is found[2]


def test_the_process_ends_with_one_sentence_when_there_is_no_model(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.server", "--model", str(tmp_path / "none.tar.gz")],
        cwd=ROOT,
        env={**os.environ, "WAYMARK_ACTIONS_PORT": "5055"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if line.startswith("waymark: ")]
    assert done.returncode == 1
    assert len(said) == 1
    assert "make train" in said[0]


def test_rasa_run_cannot_start_the_channel_because_it_would_log_what_people_write() -> None:
    code = "from bot.channel import ChatApi\nChatApi.from_credentials({})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "make run" in done.stderr
