"""Typing errors are put right where a word is meant, and nothing else is changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu import spelling as spelling_module
from bot.nlu.folding import straight
from bot.nlu.spelling import LONGEST, MOST_WORDS, Spelling
from bot.sentence_check.reading import training


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    """Of the real training sentences."""
    return Spelling.learn([sentence.text for sentence in training()])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("my son toched his sister", "my son touched his sister"),
        ("he tuoched her in teh bath", "he touched her in the bath"),
        ("my dauhgter is sxi yeasr old", "my daughter is six years old"),
        ("shes frightend adn wont slepe", "shes frightened and wont sleep"),
        ("its hapening rihgt now upstiars", "its happening right now upstairs"),
        ("he sent picturs of himslef", "he sent pictures of himself"),
        ("MY SON TOCHED HER", "MY SON TOUCHED HER"),
        ("Freind of mine said so. Teh school knows.", "Friend of mine said so. The school knows."),
        ("theyre allways togehter", "theyre always together"),
        ("I\u2019m nto sure wehre to go", "I'm not sure where to go"),
        ("she told hre teacher", "she told her teacher"),
    ],
)
def test_typing_errors_are_put_right(spelling: Spelling, typed: str, meant: str) -> None:
    assert spelling.mend(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "my TA in Y4 put it on CPOMS, the DSL knows",
        "ds10 and dd8 were in the loft, 18 mths apart, hes 7 yrs",
        "write to jen.p@example.com or @ellie_kcd, www.example.org/chidl",
        "Aoife, Kwabena and Mrs Oyelowo were there with Siân",
        "we live in Biddulph near Chell Heath",
        "oswaldtwistle and mohammed went to fenton with kian",
        "she found grapes, a rapper, a roped-off pier and a sloped roof",
        "our babby's mardy, 'er dunner want to go up bank, duck",
        "mi hijo toca a su hermana y no s\u00e9 qu\u00e9 hacer ahora con esto",
        "mój syn dotyka siostr\u0119 i nie wiem co robi\u0107",
        "6yo CAS-204518 ref AB12CDE",
        "he sexts her and wants nudes on snapchat",
        "what's up, it's OK, we'll see, they'd know",
        "",
        "?!",
        "zzzz qqqq",
    ],
)
def test_names_places_short_forms_addresses_dialect_and_other_languages_are_left_alone(
    spelling: Spelling, text: str
) -> None:
    assert spelling.mend(text) == straight(text)


def test_of_two_words_as_near_the_neighbours_choose(spelling: Spelling) -> None:
    assert spelling.mend("he pulled her knickrs dwon") == "he pulled her knickers down"
    assert spelling.mend("i went to teh shops") == "i went to the shops"
    assert spelling.mend("this is hte frist time") == "this is the first time"


def test_no_right_sentence_of_the_training_becomes_another(spelling: Spelling) -> None:
    texts = [sentence.text for sentence in training()][::7]
    changed = [text for text in texts if spelling.mend(text) != straight(text)]
    assert len(changed) < 0.02 * len(texts), changed


@given(st.text(max_size=300))
def test_whatever_is_written_comes_back_with_nothing_but_its_words_changed(spelling: Spelling, text: str) -> None:
    mended = spelling.mend(text)
    signs, as_before = (
        [c for c in one if not ((c.isascii() and c.isalpha()) or c == "'")] for one in (mended, straight(text))
    )
    assert signs == as_before


def test_a_long_text_is_mended_to_its_bound(spelling: Spelling) -> None:
    wrong, right = "he toched her again ", "he touched her again "
    assert spelling.mend(wrong * MOST_WORDS) == right * MOST_WORDS
    assert spelling.mend(wrong * (MOST_WORDS + 2)) == right * MOST_WORDS + wrong * 2


def test_what_is_too_long_for_a_word_is_not_looked_up(spelling: Spelling, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    monkeypatch.setattr(spelling_module, "_keys", lambda word: looked_up.append(word) or set())
    for length in (LONGEST, LONGEST + 1, 2000):
        spelling.mend("q" * length)
    assert looked_up == ["q" * LONGEST]


def test_what_was_kept_mends_alike(spelling: Spelling, tmp_path: Path) -> None:
    spelling.save(tmp_path)
    again = Spelling.load(tmp_path)
    text = "my dauhgter siad he tuoched hre in teh gardn adn she is vrey upest"
    assert (
        again.mend(text) == spelling.mend(text) == "my daughter said he touched her in the garden and she is very upset"
    )


def test_nothing_of_a_message_stays(spelling: Spelling) -> None:
    before = (len(spelling._words), len(spelling._near), len(spelling._number))
    spelling.mend("my dauhgter Quorvishka saw himm at zibberton")
    assert before == (len(spelling._words), len(spelling._near), len(spelling._number))


def test_without_training_sentences_nothing_is_changed() -> None:
    assert Spelling.learn([]).mend("he tuoched hre") == "he tuoched hre"
