from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot import counts_file, counts_report
from bot.counts import Cell

OCTOBER, NOVEMBER = Cell("2026-10", "red", area="stoke"), Cell("2026-11", "amber", area="stoke")
BY = ("colour", "area")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Of two processes."""
    counts_file.write(tmp_path / "a.csv", {OCTOBER: 5, NOVEMBER: 10}, BY)
    counts_file.write(tmp_path / "b.csv", {NOVEMBER: 15}, BY)
    return [str(tmp_path / "a.csv"), str(tmp_path / "b.csv")]


def test_the_files_of_several_processes_are_one_table(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert counts_report.main(files) == 0
    assert capsys.readouterr().out == "month,colour,area,results\n2026-10,red,stoke,5\n2026-11,amber,stoke,25\n"


def test_one_month_can_be_asked_for(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    counts_report.main([*files, "--month", "2026-10"])
    assert capsys.readouterr().out == "month,colour,area,results\n2026-10,red,stoke,5\n"


def test_the_picture_says_every_number_and_what_is_left_out(files: list[str], tmp_path: Path) -> None:
    counts_report.main([*files, "--plot", str(tmp_path / "plot.svg")])
    picture = ElementTree.parse(tmp_path / "plot.svg").getroot()
    words = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert {"2026-11, amber, stoke", "25", "2026-10, red, stoke", "5"} <= set(words)
    assert "under five" in words[-1]


def test_files_that_tell_different_things_apart_are_not_added_up(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counts_file.write(tmp_path / "c.csv", {Cell("2026-11", "amber"): 5}, ("colour",))
    assert counts_report.main([*files, str(tmp_path / "c.csv")]) == 1
    assert "c.csv" in capsys.readouterr().err


def test_a_file_that_is_missing_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert counts_report.main([str(tmp_path / "none.csv")]) == 1
    assert "none.csv" in capsys.readouterr().err
