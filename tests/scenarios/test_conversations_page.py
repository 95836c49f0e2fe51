"""The page of four whole conversations is what the service says today."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.running import Caller
from tests.scenarios.conversations_page import DOORS, GUESSED, PAGE, page


def lines(text: str) -> list[str]:
    """What does not depend on the training."""
    return [line for line in text.splitlines() if not line.startswith(GUESSED)]


@pytest.mark.server
def test_the_page_is_what_is_said_today(caller: Caller, clock: Callable[[str], None]) -> None:
    told = "write it anew: python -m tests.scenarios.conversations_page"
    assert lines(page(clock, caller)) == lines(PAGE.read_text(encoding="utf-8")), told


def test_each_door_has_a_whole_conversation_on_it() -> None:
    written = PAGE.read_text(encoding="utf-8")
    parts = written.split("\n## ")[1:]
    assert [part.partition(":")[0] for part in parts] == list(DOORS)
    for part in parts:
        assert part.count("\n**") >= 4, "somebody says something at least four times"
        assert "☎ **" in part, "and there is somebody to ring"
