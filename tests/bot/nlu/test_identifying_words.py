"""The lists that names are judged by: no word stands where it does nothing."""

from __future__ import annotations

import pytest

from bot.nlu import areas
from bot.nlu.dictionary import first_names, first_names_that_are_words, ordinary_words
from bot.nlu.identifying import find
from bot.nlu.identifying.word_lists import (
    known_from_stories,
    mostly_a_time,
    mostly_said_small,
    never_a_name,
    no_person,
    whole_names,
)


def test_a_word_that_is_never_a_name_or_an_ordinary_one_or_a_place_is_not_listed_again() -> None:
    assert not no_person() & never_a_name()
    assert not {word for word in no_person() if word.split("'")[0] in ordinary_words() or areas.find(word)}


def test_an_exception_for_first_names_that_are_words_is_made_for_such_a_name_only() -> None:
    assert mostly_a_time() <= first_names_that_are_words()
    assert mostly_said_small() <= first_names_that_are_words()


@pytest.mark.parametrize("word", sorted(never_a_name() - first_names() - first_names_that_are_words()))
def test_a_word_that_is_no_first_name_and_never_a_name_is_none_after_a_relation(word: str) -> None:
    assert find(f"it was my cousin {word.capitalize()} again") == ()


@pytest.mark.parametrize("word", sorted(known_from_stories()))
def test_somebody_from_a_story_is_nobody_who_is_told_about(word: str) -> None:
    assert find(f"they watched {word.capitalize()} again") == ()


@pytest.mark.parametrize("name", sorted(whole_names()["with_capitals"]))
def test_what_everybody_knows_by_its_name_identifies_nobody(name: str) -> None:
    assert find(f"{name} was on") == ()


def test_a_number_that_is_said_one_by_one_is_found_whole() -> None:
    text = "ring me on oh seven seven double oh, nine oh oh, one two three please"
    assert [text[start:end] for start, end in find(text)] == ["oh seven seven double oh, nine oh oh, one two three"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it was 0 7 7 0 0 9 0 0 1 2 3 that rang", "0 7 7 0 0 9 0 0 1 2 3"),
        ("somebody called quietwolf#4406 asks him", "quietwolf#4406"),
        ("I teach at Harrowmere Church of England Junior School", "Harrowmere Church of England Junior School"),
        ("its thistlewick infants, they rang", "thistlewick infants"),
        ("they go marlpit hollow high on the bus", "marlpit hollow high"),
        ("my daughter solomiya is 13", "solomiya"),
        ("My friend's child Chidinma Okwuosa asked him", "Chidinma Okwuosa"),
    ],
)
def test_what_is_named_in_an_unusual_way_is_found_whole(text: str, found: str) -> None:
    assert [text[start:end] for start, end in find(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "three of them, one two, one four and one five",
        "they count one two three four five and then look",
        "1 2 3 4 5 6 7 8 9 he counts",
        "1 " * 1000,
        "he likes dora the explorer",
        "in his peter pan costume",
        "it is a Church of England primary",
        "he rang his nursery teacher from the potty",
        "On Friday the nursery showed me the form",
        "1 2 3 4 5 6 7 8 9 0 1 2 3 he counts",
        "a book from Marks and Spencer",
        "he went to Cubs and St John Ambulance",
        "it was Christmas Eve when I saw it",
        "my daughter nearly is 13",
        "they said 0 8 0 8 8 0 0 5 0 0 0",
        "they said 0-3-0-0-1-2-3-8-0-4-5",
    ],
)
def test_counting_and_what_everybody_knows_identify_nobody(text: str) -> None:
    assert find(text) == ()
