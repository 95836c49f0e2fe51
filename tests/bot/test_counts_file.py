from pathlib import Path

import pytest

from bot import counts_file
from bot.counts import FIELDS, Cell
from bot.settings import BadSetting

BY = FIELDS[1:]
HEAD = "month,colour,audience,area,age_band,results\n"
AMBER = Cell("2026-11", "amber", "parent", "stoke", "5-8")


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    counts_file.write(file, {AMBER: 10}, BY)
    assert file.read_text() == HEAD + "2026-11,amber,parent,stoke,5-8,10\n"
    assert counts_file.read(file, BY) == {AMBER: 10}
    assert file.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["counts.csv"]


def test_a_file_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert counts_file.read(tmp_path / "none.csv", BY) == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "month,colour,results\n",
        HEAD + "2026-11,amber,parent,stoke,5-8,7\n",
        HEAD + "2026-11,amber,parent,stoke,5-8,-5\n",
        HEAD + "2026-11,amber,parent,stoke,5-8,0\n",
        HEAD + "2026-13,amber,parent,stoke,5-8,5\n",
        HEAD + "2026-11,amber,parent,14 Ottermarsh Lane,5-8,5\n",
        HEAD + "2026-11,amber,parent,stoke,5\n",
        HEAD + "2026-11,amber,parent,stoke,5-8,5\n" * 2,
    ],
)
def test_a_file_that_no_process_of_ours_wrote_is_refused_and_not_repeated(tmp_path: Path, text: str) -> None:
    file = tmp_path / "counts.csv"
    file.write_text(text)
    with pytest.raises(BadSetting) as caught:
        counts_file.read(file, BY)
    assert "counts.csv" in str(caught.value)
    assert "Ottermarsh" not in str(caught.value)


def test_a_table_that_tells_other_things_apart_is_refused_because_two_tables_can_be_subtracted(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    counts_file.write(file, {AMBER: 10}, BY)
    with pytest.raises(BadSetting, match="month,colour,results"):
        counts_file.read(file, ("colour",))


def test_what_is_told_apart_is_named_in_any_order() -> None:
    assert counts_file.fields_of("area, colour") == ("colour", "area")


@pytest.mark.parametrize("by", ["", "month", "colour,session"])
def test_only_the_fields_of_the_contract_can_be_told_apart(by: str) -> None:
    with pytest.raises(BadSetting, match="WAYMARK_COUNTS_BY"):
        counts_file.fields_of(by)
