"""What the rule-based finders read in plain sentences, and that no text upsets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu import ages, answers, areas, commands, facts, identifying
from knowledge.case import AREAS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("my son is 8", ((8, 8),)),
        ("dd8 keeps doing it", ((8, 8),)),
        ("she is nearly 8", ((7, 7),)),
        ("he is going on 13", ((12, 12),)),
        ("an 18 month old", ((1, 1),)),
        ("a Year 4 boy", ((8, 9),)),
        ("my 8 year old and his 5 year old cousin", ((8, 8), (5, 5))),
        ("eight", ((8, 8),)),
        ("I'm 34 and worried", ()),
        ("it has gone on for 9 years", ()),
        ("3 times", ()),
        ("at 8 o'clock", ()),
    ],
)
def test_ages_are_those_of_children_in_whole_years(text: str, found: tuple[tuple[int, int], ...]) -> None:
    assert tuple(ages.find(text)) == found


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("we live in Hanley", "stoke"),
        ("Newcastle-under-Lyme", "staffordshire"),
        ("Bradley Stoke", "south_gloucestershire"),
        ("I'm in Birmingham", "elsewhere"),
        ("my mum's in Rugeley, I'm in Tunstall", "stoke"),
        ("that'll only stoke him up", None),
        ("leek soup", None),
    ],
)
def test_a_place_becomes_its_council_area_and_nothing_finer(text: str, area: str | None) -> None:
    assert areas.find(text) == area


@pytest.mark.parametrize(
    ("text", "answer"),
    [("yes", "yes"), ("yeah he did", "yes"), ("no", "no"), ("no, not that I know of", "no"), ("nope", "no"),
     ("not sure", "unknown"), ("dunno duck", "unknown"), ("he is 30", None), ("my son touched a girl", None), ("", None)],
)  # fmt: skip
def test_answers(text: str, answer: str | None) -> None:
    assert answers.find(text) == answer


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("start again please", "restart"),
        ("stop", "stop"),
        ("audit", "audit"),
        ("I want to do the framework audit", "audit"),
        ("go back", "back"),
        ("help", "help"),
        ("he won't stop", None),
    ],
)
def test_only_the_whole_of_a_short_message_is_a_command(text: str, command: str | None) -> None:
    assert commands.find(text) == command


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("his name is Connor", ["Connor"]),
        ("ring me on 07700 900123", ["07700 900123"]),
        ("write to someone@example.com", ["someone@example.com"]),
        ("we live at 12 Acacia Road", ["12 Acacia Road"]),
        ("ST1 4AA", ["ST1 4AA"]),
        ("will he be in Year 4 in May? I rang 999", []),
        ("the DSL and the TA in Stoke", []),
    ],
)
def test_what_could_identify_someone_is_found_and_ordinary_words_are_not(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in identifying.find(text)] == spans


@given(st.text(max_size=2000))
def test_no_text_upsets_the_finders_and_their_codes_are_known(text: str) -> None:
    found = facts.find(text)
    assert all(0 <= low <= high <= 17 for low, high in found.ages)
    assert found.area in (None, *AREAS)
    assert found.answer in (None, "yes", "no", "unknown")
    assert found.role in ("displayed", "affected", "both", "unclear")
    assert set(found.factors.values()) <= {"yes", "no"}
    assert all(0 <= start < end <= len(text) for start, end in found.identifying)
