"""The paths that are walked are all there are: held against a small service of which every path is known."""

from __future__ import annotations

from typing import Any

from tests.running import Caller
from tests.scenarios.paths import every_path
from tests.scenarios.walk import Report

MENU = {"": ["a", "b"], "a": ["a1", "a2", "a3"], "b": ["b1"], "a1": ["x", "y"], "a2": ["x"], "a3": ["x"], "b1": ["x"]}
EVERY = {"a > a1 > x", "a > a1 > y", "a > a2 > x", "a > a3 > x", "b > b1 > x"}
SHALLOW = {"a > a1", "a > a2", "a > a3", "b > b1"}


class Small(Caller):
    """Answers from `MENU`; after its last choice, with a person. `wrong` is a choice that it does not answer."""

    def __init__(self, wrong: str = "") -> None:
        super().__init__("")
        self.sessions: dict[str, str] = {}
        self.open_now, self._wrong = 0, wrong

    def call(self, method: str, path: str, body: Any = None) -> tuple[int, dict[str, str], Any]:
        if method == "DELETE":
            self.open_now -= 1
            return 204, {}, None
        if path == "/api/session":
            name = str(len(self.sessions))
            self.sessions[name] = ""
            self.open_now += 1
            return 201, {}, {"session": name, "messages": self._messages("")}
        if body["choice"] == self._wrong:
            raise ConnectionResetError("gone")
        self.sessions[body["session"]] = body["choice"]
        return 200, {}, {"messages": self._messages(body["choice"])}

    def _messages(self, place: str) -> list[dict[str, Any]]:
        if place in MENU:
            choices = [{"title": value, "value": value} for value in MENU[place]]
            return [{"text": f"At {place}?", "asks": place or "start", "choices": choices}]
        card = dict.fromkeys(("id", "name", "phone", "url", "hours", "open_now", "note", "checked_on"))
        return [{"text": "Somebody to ring.", "card": {"kind": "contact", "role": "nspcc_helpline", **card}}]


def gone(small: Small, depth: int) -> tuple[Report, list[str]]:
    report, names = Report(), []
    for walk, problem in every_path(small, "parent", depth):
        report.add(walk, problem)
        names.append(walk.name.removeprefix("parent: "))
    return report, names


def test_each_path_is_gone_once_and_to_an_end() -> None:
    report, names = gone(Small(), depth=3)
    assert sorted(names) == sorted(EVERY)
    assert report.ends == {"person": len(EVERY)} and report.longest == 3


def test_from_its_depth_on_a_path_is_gone_to_an_end_by_one_way() -> None:
    report, names = gone(Small(), depth=2)
    assert sorted(names) == sorted(SHALLOW)
    assert report.ends == {"person": len(SHALLOW)}


def test_every_session_is_ended() -> None:
    small = Small()
    gone(small, depth=3)
    assert small.open_now == 0 and len(small.sessions) == len(EVERY)


def test_a_server_that_does_not_answer_is_a_walk_astray_and_the_others_go_on() -> None:
    report, names = gone(Small(wrong="b"), depth=3)
    assert len(report.astray) == 1 and "no answer" in report.astray[0][1]
    assert report.ends == {"person": 4} and len(names) == 5
