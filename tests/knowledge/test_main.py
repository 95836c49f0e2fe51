"""`python -m knowledge`: the contract of `assess`, the chain of `why`, who says what, and refusals in one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from knowledge.__main__ import main
from knowledge.contact_book import contact_book
from knowledge.content import HERE
from knowledge.library import library
from knowledge.provenance import Certainty, sources
from knowledge.rule import rules
from knowledge.signing import signable
from knowledge.step import Section

SHARED_PICTURE = (
    "assess --age 8 --behaviour nude_own_shared --factor coercion=unknown --audience school --area stoke"
    " --at 2026-11-21T23:10"
)
CARD = {
    *("kind", "colour", "continuum", "provisional", "behaviours", "age", "reasons", "unknowns", "do_now", "avoid"),
    *("unknown_names", "sources", "topics"),
}
CONTACT = {"kind", "id", "role", "name", "phone", "url", "hours", "open_now", "note", "checked_on", "then"}


def answered(capsys: pytest.CaptureFixture[str], command: str) -> Any:
    """What a command prints as JSON."""
    assert main([*command.split(), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_assess_gives_the_assessment_and_the_plan(capsys: pytest.CaptureFixture[str]) -> None:
    result = answered(capsys, SHARED_PICTURE)
    assert list(result) == ["colour", "continuum", "assessment", "plan"]
    assert (result["colour"], result["continuum"]) == ("red", "problematic")
    card = result["assessment"]
    assert card.keys() == CARD | {"changes", "rules", "routes"}
    assert (card["kind"], card["colour"], card["continuum"]) == ("assessment", "red", "problematic")
    assert card["behaviours"] == ["nude_own_shared"]
    assert card["age"] == {"low": 8, "high": 8}
    assert card["provisional"] is False
    assert all(isinstance(reason, str) for reason in card["reasons"]) and card["reasons"]
    assert all(one.keys() == {"title", "ref"} for one in card["sources"])
    assert len(card["rules"]) == len(card["reasons"])
    assert "do_not_share_image" in card["topics"]
    assert "r.image_online" in card["routes"]


def test_the_plan_holds_every_section_and_contacts_as_cards(capsys: pytest.CaptureFixture[str]) -> None:
    plan = answered(capsys, SHARED_PICTURE)["plan"]
    assert plan.keys() == {section.value for section in Section} | {"topics", "routes", "contacts"}
    assert plan["do_now"] and plan["contacts"]
    for contact in plan["contacts"]:
        assert contact.keys() == CONTACT
        assert contact["kind"] == "contact"
    assert any(contact["open_now"] for contact in plan["contacts"])


def test_the_moment_decides_which_team_answers(capsys: pytest.CaptureFixture[str]) -> None:
    case = "assess --age 8 --behaviour sexual_intercourse_oral --area stoke --at"
    by_day = answered(capsys, f"{case} 2026-11-20T10:30")["plan"]["contacts"]
    by_night = answered(capsys, f"{case} 2026-11-21T23:10")["plan"]["contacts"]
    assert "front_door" in [one["role"] for one in by_day]
    assert "front_door_out_of_hours" in [one["role"] for one in by_night]


def test_what_is_not_harmful_has_no_colour_and_an_unknown_age_is_null(capsys: pytest.CaptureFixture[str]) -> None:
    result = answered(capsys, "assess --behaviour body_changes")
    assert result["colour"] is None
    assert result["assessment"]["age"] == {"low": None, "high": None}


def test_an_age_may_be_a_range_and_behaviours_several(capsys: pytest.CaptureFixture[str]) -> None:
    case = "assess --age 7-9 --behaviour peeping --behaviour sexual_bullying --behaviour peeping"
    card = answered(capsys, case)["assessment"]
    assert card["age"] == {"low": 7, "high": 9}
    assert card["behaviours"] == ["peeping", "sexual_bullying"]
    assert "several_behaviours" in card["rules"]


def test_without_json_a_person_can_read_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(SHARED_PICTURE.split()) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("RED  continuum: problematic\n")
    for heading in ("Why", "Do now", "Avoid", "Who to ring", "Sources"):
        assert f"\n{heading}\n" in shown


BAD = [
    ("", "assess | why | sources"),
    ("guess", "guess"),
    ("assess --age 8", "--behaviour"),
    ("assess --age eight --behaviour peeping", "0 to 17"),
    ("assess --age 25 --behaviour peeping", "0 to 17"),
    ("assess --age 9-7 --behaviour peeping", "0 to 17"),
    ("assess --age 8 --behaviour peepin", "did you mean peeping?"),
    ("assess --age 8 --behaviour peeping --factor force=yes", "is not a factor"),
    ("assess --age 8 --behaviour peeping --factor coercion=perhaps", "coercion is yes, no or unknown"),
    ("assess --age 8 --behaviour peeping --factor coercion", "coercion is yes, no or unknown"),
    ("assess --age 8 --behaviour peeping --factor coercion=yes --factor coercion=no", "coercion has two"),
    ("assess --age 8 --behaviour peeping --audience nurse", "parent, school, helpline, professional"),
    ("assess --age 8 --behaviour peeping --area leeds", "stoke, staffordshire"),
    ("assess --age 8 --behaviour peeping --role witness", "displayed, affected"),
    ("assess --age 8 --behaviour peeping --send maybe", "yes, no, unknown"),
    ("assess --age 8 --behaviour peeping --at tonight", "an ISO date and time"),
    ("assess --age 8 --behaviour peeping --colour red", "--colour"),
    ("why --age 8", "--behaviour"),
    ("sources --source hearsay", "a source of knowledge/sources.yml"),
]


@pytest.mark.parametrize(("options", "expected"), BAD, ids=[options or "nothing" for options, _ in BAD])
def test_bad_options_end_with_2_and_one_sentence(
    options: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(options.split()) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("knowledge: ") and said.err.count("\n") == 1
    assert expected in said.err


def test_it_runs_as_a_command() -> None:
    command = [sys.executable, "-m", "knowledge", "assess", "--age", "8", "--behaviour", "nothing_known"]
    run = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (2, "")
    assert "'nothing_known' is not a behaviour" in run.stderr and "Traceback" not in run.stderr


def test_why_gives_the_chain_of_rules_with_sentence_source_and_certainty(capsys: pytest.CaptureFixture[str]) -> None:
    case = "--age 13 --behaviour mutual_sexual_touching --factor coercion=yes"
    chain = answered(capsys, f"why {case}")
    card = answered(capsys, f"assess {case}")["assessment"]
    assert [rule["rule"] for rule in chain["rules"]] == card["rules"]
    assert [rule["says"] for rule in chain["rules"]] == card["reasons"]
    assert (chain["colour"], chain["continuum"]) == (card["colour"], card["continuum"])
    for rule in chain["rules"]:
        assert rule["certainty"] == rules()[rule["rule"]].certainty.value
        assert rule["sources"]
        for source in rule["sources"]:
            assert source["title"] == sources()[source["source"]].title
            assert source["certainty"] in [one.value for one in Certainty]


def test_why_names_the_cells_of_every_band_that_the_age_touches(capsys: pytest.CaptureFixture[str]) -> None:
    cells = answered(capsys, "why --age 9 --behaviour peeping")["cells"]
    assert [cell["band"] for cell in cells] == ["5-9", "9-13"]
    for cell in cells:
        assert cell["colour"] == library().behaviours["peeping"].cells[cell["band"]].colour.value


def test_why_says_what_would_make_it_more_cautious(capsys: pytest.CaptureFixture[str]) -> None:
    chain = answered(capsys, "why --age 7 --behaviour peeping")
    assert "coercion" in [change["factor"] for change in chain["changes"]]
    assert main(["why", "--age", "7", "--behaviour", "peeping"]) == 0
    shown = capsys.readouterr().out
    assert "Rules, in order\n  1. table [" in shown and "What would make it more cautious" in shown


def test_sources_say_who_says_what(capsys: pytest.CaptureFixture[str]) -> None:
    said = answered(capsys, "sources")
    assert [one["source"] for one in said] == list(sources())
    cited = {(entry["kind"], entry["id"]) for one in said for entry in one["entries"]}
    record = {("record", contact.id) for contact in contact_book().record}
    assert cited == {(kind, name) for kind, name, _ in signable()} | record
    table = next(one for one in said if one["source"] == "brook")
    assert {"kind": "rule", "id": "table", "ref": "lists by age", "certainty": "SEEN"} in table["entries"]


def test_one_source_may_be_asked_for_and_read_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "--source", "shore"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("shore [SEEN]  Shore\n")
    assert "r.young_self_worry [SEEN]: about the service" in shown
    assert shown.rstrip().split("\n")[-1].startswith("1 sources, ")
