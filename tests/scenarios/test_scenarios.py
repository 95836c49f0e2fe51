"""Every scenario against the real server: HTTP, the understanding, Rasa, the action server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.running import Caller
from tests.scenarios.playing import Mismatch, Playing
from tests.scenarios.scenario import FOLDER, files, load
from tests.scenarios.transcript import transcript

pytestmark = pytest.mark.server


@pytest.mark.parametrize("file", files(), ids=lambda file: file.relative_to(FOLDER).with_suffix("").as_posix())
def test_the_conversation_goes_as_it_should(file: Path, caller: Caller, clock: Callable[[str], None]) -> None:
    scenario = load(file)
    try:
        Playing(scenario, caller, clock).play()
    except Mismatch as mismatch:
        pytest.fail(f"{mismatch}\n\n{transcript(scenario, mismatch.exchanges)}", pytrace=False)
