"""The action server as a process of its own: what it answers, to whom, and that it says nothing."""

import http.client
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from bot.processes import free_port
from tests.running import ROOT

CANARY = "Quillonbury"


class ActionServer:
    """`python -m actions` on a free port."""

    def __init__(self) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "actions"],
            cwd=ROOT,
            env={**os.environ, "WAYMARK_ACTIONS_PORT": str(self.port), "LOG_LEVEL": "DEBUG"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        while not self._listens():
            assert self.process.poll() is None, self.printed()

    def call(self, method: str, path: str, body: bytes = b"") -> tuple[int, dict[str, str], Any]:
        """Status, headers and JSON of one call."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, body, {"Origin": "https://evil.example"})
        answer = connection.getresponse()
        read = answer.status, {name.lower(): value for name, value in answer.getheaders()}, json.loads(answer.read())
        connection.close()
        return read

    def run(self, action: str, codes: dict[str, Any], **more: Any) -> tuple[int, dict[str, str], Any]:
        """Ask for an action as Rasa does."""
        tracker = {"sender_id": CANARY, "slots": {}, "latest_message": {"codes": codes}, "events": [], "paused": False}
        return self.call("POST", "/webhook", json.dumps({"next_action": action, "tracker": tracker, **more}).encode())

    def printed(self) -> str:
        """Stop it; all that it has printed."""
        self.process.terminate()
        return self.process.communicate()[0]

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


@pytest.fixture(scope="module")
def action_server() -> Iterator[ActionServer]:
    server = ActionServer()
    yield server
    server.printed()


def test_it_is_well_once_it_listens(action_server: ActionServer) -> None:
    assert action_server.call("GET", "/health")[::2] == (200, {"status": "ok"})


def test_an_action_answers_with_messages_and_the_new_state(action_server: ActionServer) -> None:
    status, _, answer = action_server.run("action_start", {"audience": "parent", "area": None})
    assert status == 200
    assert answer["responses"][0]["custom"]["text"]
    assert [event["name"] for event in answer["events"]] == ["state"]


@pytest.mark.parametrize(
    "body",
    [b"", b"{", CANARY.encode(), b"[]", b"null", b'{"next_action": "action_start"}', b'{"tracker": "Quillonbury"}'],
)
def test_a_call_that_makes_no_sense_breaks_nothing_and_is_not_repeated(
    action_server: ActionServer, body: bytes
) -> None:
    status, _, answer = action_server.call("POST", "/webhook", body)
    assert status >= 400 or answer is None
    assert CANARY not in str(answer)
    assert action_server.call("GET", "/health")[0] == 200


def test_an_action_that_does_not_exist_is_refused(action_server: ActionServer) -> None:
    assert action_server.run(f"action_{CANARY}", {})[::2] == (500, {"error": "failed"})


def test_there_is_nothing_else_on_it(action_server: ActionServer) -> None:
    assert action_server.call("GET", "/actions")[0] == 404


def test_no_other_site_may_call_it(action_server: ActionServer) -> None:
    headers = action_server.call("GET", "/health")[1]
    assert not [name for name in headers if name.startswith("access-control")]


def test_it_listens_on_this_machine_only(action_server: ActionServer) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # nothing is sent: this only asks which address of ours would be used
        own = probe.getsockname()[0]
    with socket.socket() as other:
        assert other.connect_ex((own, action_server.port)) != 0 or own.startswith("127.")


def test_it_prints_nothing_of_what_passes_through_it() -> None:
    server = ActionServer()
    server.run("action_tell", {"behaviours": CANARY, "words": CANARY})
    server.run(f"action_{CANARY}", {})
    server.call("POST", "/webhook", CANARY.encode())
    printed = server.printed()
    assert CANARY not in printed
    assert "an action failed: ActionNotFoundException" in printed


@pytest.mark.parametrize("port", ["", "none", "-1"])
def test_without_a_port_it_ends_with_one_sentence(port: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "actions"],
        cwd=ROOT,
        env={**os.environ, "WAYMARK_ACTIONS_PORT": port},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "waymark actions: WAYMARK_ACTIONS_PORT should hold the port to listen on.\n"


def test_it_starts_without_rasa_or_tensorflow() -> None:
    code = "import actions.__main__, sys; print([m for m in ('rasa', 'tensorflow', 'bot') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n"
