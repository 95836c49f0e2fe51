import json
import urllib.request
from pathlib import Path

import pytest

from bot import counts_keeper
from bot.counts_keeper import CountsKeeper
from bot.processes import free_port
from bot.settings import BadSetting, Settings

BEFORE = json.dumps({"state": {"audience": "parent", "area": "stoke"}})
AFTER = json.dumps({"state": {"audience": "parent", "area": "stoke", "age": [6, 6], "finished": True}})
MESSAGES = [{"text": "x", "card": {"kind": "assessment", "colour": "amber"}}]


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The clock's file: write a moment into it and it is that time."""
    clock = tmp_path / "clock"
    clock.write_text("2026-11-18T11:00")
    monkeypatch.setenv("WAYMARK_CLOCK_FILE", str(clock))
    return clock


def count(keeper: CountsKeeper, results: int) -> None:
    for _ in range(results):
        keeper.turn(BEFORE, AFTER, MESSAGES)


def test_by_default_nothing_is_counted_and_nothing_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts_keeper, "start_http_server", None)
    keeper = CountsKeeper(Settings.from_environment({}))
    assert not keeper.on
    count(keeper, 10)
    keeper.serve()
    keeper.write()
    assert next(iter(keeper.collect())).samples == []


def test_the_file_is_written_on_the_day_after_and_the_next_process_goes_on_from_it(tmp_path: Path, day: Path) -> None:
    settings = Settings(counts_file=str(tmp_path / "counts.csv"), counts_by="colour")
    keeper = CountsKeeper(settings)
    count(keeper, 7)
    keeper.write()
    assert not (tmp_path / "counts.csv").exists()
    day.write_text("2026-11-19T00:01")
    keeper.write()
    assert (tmp_path / "counts.csv").read_text() == "month,colour,results\n2026-11,amber,5\n"
    next_one = CountsKeeper(settings)
    count(next_one, 5)
    day.write_text("2026-11-20T00:01")
    next_one.write()
    assert "2026-11,amber,10\n" in (tmp_path / "counts.csv").read_text()


def test_prometheus_gets_text_at_a_port_of_this_machine_only(day: Path) -> None:
    port = free_port()
    keeper = CountsKeeper(Settings(counts_port=port, counts_by="colour,area"))
    keeper.serve()
    count(keeper, 6)
    day.write_text("2026-11-19T00:01")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        text = answer.read().decode()
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == ['waymark_results_total{area="stoke",colour="amber",month="2026-11"} 5.0']
    listening = [line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    assert f"0100007F:{port:04X}" in listening
    assert f"00000000:{port:04X}" not in listening


def test_a_port_that_is_taken_is_said_in_one_sentence(day: Path) -> None:
    port = free_port()
    CountsKeeper(Settings(counts_port=port)).serve()
    with pytest.raises(BadSetting, match="WAYMARK_COUNTS_PORT"):
        CountsKeeper(Settings(counts_port=port)).serve()


def test_a_disk_that_is_full_costs_nobody_an_answer(tmp_path: Path, day: Path) -> None:
    keeper = CountsKeeper(Settings(counts_file=str(tmp_path / "no folder" / "counts.csv")))
    count(keeper, 5)
    day.write_text("2026-11-19T00:01")
    keeper.write()
    (tmp_path / "no folder").mkdir()
    keeper.write()
    assert "stoke" in (tmp_path / "no folder" / "counts.csv").read_text()


@pytest.mark.parametrize("broken", ["", "[]", '{"state": 5}', '{"state": {"finished": true}}'])
def test_a_turn_that_cannot_be_counted_is_let_go(broken: str, day: Path) -> None:
    keeper = CountsKeeper(Settings(counts_port=1))
    keeper.turn(broken, broken, [{"card": None}])  # type: ignore[list-item]
    keeper.turn(BEFORE, None, MESSAGES)
