"""The word check catches what must not be said, names where it stands, and leaves alone what is right."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import Enum

import pytest

from knowledge.citing import citing
from knowledge.contact_terms import Caller
from knowledge.content import ContentError, parse
from knowledge.signing import signable
from knowledge.word_check import __main__ as command
from knowledge.word_check import abbreviations, avoided, phone_length, reading_age, sentences, spelling
from knowledge.word_check.avoided_words import Avoided, Kept
from knowledge.word_check.checking import findings
from knowledge.word_check.content_texts import content_texts
from knowledge.word_check.measure import groups
from knowledge.word_check.text import Kind, Text

PARENT, CHILD, SCHOOL, PROFESSIONAL = Caller.PARENT, Caller.CHILD, Caller.SCHOOL, Caller.PROFESSIONAL


def text(words: str, reader: Caller = PARENT, kind: Kind = Kind.SENTENCES, most: int = 700, beside: str = "") -> Text:
    """A planted text."""
    return Text("knowledge/planted.yml", "planted", "says", reader, words, kind, "planted", most, beside)


def caught(words: str, reader: Caller = PARENT) -> list[str]:
    """The words that the whole check finds in a text, in lower case."""
    return [finding.word.lower() for finding in findings([text(words, reader)])]


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("He is a young sex offender.", "young sex offender"),
        ("The perpetrator is nine.", "perpetrator"),
        ("She may be a predator.", "predator"),
        ("Keep the victim away.", "victim"),
        ("That is normal at this age.", "normal"),
        ("That is not normal.", "normal"),
        ("This is abnormal.", "abnormal"),
        ("What he did was disgusting.", "disgusting"),
        ("It was dirty talk.", "dirty"),
        ("It was inappropriate touching.", "inappropriate touching"),
        ("Boys will be boys.", "boys will be boys"),
        ("It is just a phase.", "a phase"),
        ("They were only experimenting.", "experimenting"),
        ("It may be child pornography.", "child pornography"),
        ("He was sexting her.", "sexting"),
        ("He had sex with a six year old.", "had sex with"),
        ("She was promiscuous.", "promiscuous"),
        ("They put themselves at risk.", "put themselves at risk"),
        ("Get him to confess.", "confess"),
        ("The allegation was proven.", "proven"),
        ("The bot says it is red.", "the bot says"),
        ("He must have been abused.", "must have been abused"),
        ("The child\N{RIGHT SINGLE QUOTATION MARK}s fault is clear.", "child's fault"),
        ("Please upload what you found.", "upload"),
        ("Send us the image.", "send us the image"),
        ("What is your name?", "what is your name"),
    ],
)
def test_a_word_of_the_avoid_list_is_caught_for_everybody(words: str, word: str) -> None:
    for reader in Caller:
        assert word in caught(words, reader), reader


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("This is your fault.", "your fault"),
        ("You should have kept watch.", "you should have"),
        ("You are a bad parent.", "bad parent"),
        ("He ought to be ashamed.", "ought to be ashamed"),
        ("It will be fine.", "will be fine"),
        ("We guarantee that he gets help.", "guarantee"),
        ("We promise to help.", "promise"),
        ("He will grow out of it.", "grow out of it"),
        ("There is nothing to worry about.", "nothing to worry about"),
        ("He will not get a record.", "will not get a record"),
        ("What you say is confidential.", "confidential"),
        ("He will be arrested.", "will be arrested"),
    ],
)
def test_blame_and_promises_are_caught(words: str, word: str) -> None:
    assert word in caught(words)


@pytest.mark.parametrize(
    "words",
    [
        "It's not your fault.",
        "It is never the child's fault.",
        "Nobody is to blame.",
        "Do not promise to keep it a secret.",
        "Do not promise confidentiality.",
        "Victim Support may help.",
        "Some exploring is expected at this age.",
        "Do not shout, smack, tease or shame.",
        "It is usual at this age.",
    ],
)
def test_what_is_right_is_left_alone(words: str) -> None:
    assert caught(words) == []


def test_jargon_is_caught_for_families_and_helplines_and_left_to_staff() -> None:
    words = "A strategy discussion will follow."
    for reader in (PARENT, CHILD, Caller.HELPLINE):
        assert "strategy discussion" in caught(words, reader)
    assert caught(words, PROFESSIONAL) == []


def test_american_words_and_spellings_are_caught() -> None:
    assert caught("Tell his mom about the behavior.") == ["mom", "behavior"]
    assert caught("He is in kindergarten.", SCHOOL) == ["kindergarten"]
    assert caught("The teacher will recieve it.") == ["recieve"]
    assert list(spelling.check(text("The colour of the programme, at the centre, is organised."))) == []


def test_names_are_not_spelt_for_others() -> None:
    assert list(spelling.check(text("Ask at the Center for Missing Children."))) == []
    assert list(spelling.check(text("Defense Center", kind=Kind.NAME))) == []


@pytest.mark.parametrize("short", ["DSL", "MASH", "EDT", "ESAS", "HSB", "LADO", "AIM", "KCSIE", "SEND", "ART", "CEOP"])
def test_a_short_form_has_to_be_said_in_full_to_a_parent(short: str) -> None:
    assert short.lower() in caught(f"Ring the {short} today.")


def test_a_short_form_that_is_explained_or_known_to_its_reader_may_stand() -> None:
    assert caught("Tell the designated safeguarding lead (DSL) today. The DSL knows what to do.") == []
    assert caught("Contact the LADO, the council officer for this.") == []
    assert caught("Tell the DSL today.", SCHOOL) == []
    assert caught("Ring your GP or the NSPCC.") == []


def test_a_question_may_be_explained_by_the_answer_under_it() -> None:
    question = text("What is MASH?", kind=Kind.LABEL, beside="MASH is short for multi-agency safeguarding hub.")
    assert list(abbreviations.check(question)) == []
    assert list(abbreviations.check(dataclasses.replace(question, beside="It helps.")))


def test_a_short_form_that_nobody_has_listed_is_caught_for_everybody() -> None:
    assert caught("Send it to the XQZT.", PROFESSIONAL) == ["xqzt"]


def test_a_sentence_that_is_too_long_is_caught() -> None:
    long = " ".join(["word"] * 26)
    assert list(sentences.check(text(f"{long}.")))
    assert list(sentences.check(text(f"{long}.", SCHOOL))) == []
    assert list(sentences.check(text("Stay calm. Listen. Write it down."))) == []


def test_most_sentences_of_a_group_have_to_be_short() -> None:
    long = text(" ".join(["one"] * 22) + ".")
    short = text("Stay calm. Listen. Write it down.")
    (group,) = groups([long, short])
    assert group.over_usual == 0.25
    assert any("longer than usual" in finding.problem for finding in group.findings())


HARD = (
    "Professionals undertaking multidisciplinary assessments should systematically consider the individual's "
    "developmental circumstances, environmental influences and psychological vulnerabilities, before recommending "
    "any specialist intervention."
)
EASY = "Stay calm. Sit down with your child. Say that you saw what they did. Tell them that it has to stop now."


def test_a_text_that_is_hard_to_read_is_caught_and_one_that_is_easy_is_not() -> None:
    assert reading_age.check(text(HARD, PROFESSIONAL))
    assert reading_age.check(text(EASY)) == []
    assert reading_age.reading_age([text(EASY)]) < 9 < 14 < reading_age.reading_age([text(HARD)])


def test_a_name_or_a_number_does_not_make_a_text_harder() -> None:
    plain = text("In your town you can ring the team that helps. They will listen to you and help you today.")
    named = text("In Staffordshire you can ring 01785 960123. They will listen to you and help you today, at any time.")
    assert abs(reading_age.reading_age([plain]) - reading_age.reading_age([named])) < 1


def test_reading_age_grows_with_school_years_as_the_formula_says() -> None:
    # 10 words, 1 sentence, 10 syllables: 0.39 x 10 + 11.8 x 1 - 15.59, and five years.
    assert reading_age.reading_age([text("The cat sat on the mat and it was fat.")]) == pytest.approx(5.11, abs=0.01)


def test_short_texts_are_judged_with_their_group() -> None:
    assert reading_age.check(text("Professional multidisciplinary consultation.")) == []
    (group,) = groups([text("Professional multidisciplinary consultation.", kind=Kind.LABEL)] * 40)
    assert any("reading age" in finding.problem for finding in group.findings())


def test_a_line_that_does_not_fit_a_phone_is_caught() -> None:
    assert list(phone_length.check(text("Too long for a button.", most=10)))
    assert list(phone_length.check(text("Short.\nShort.", most=10))) == []


def test_a_finding_names_file_entry_field_and_word() -> None:
    (finding,) = findings([text("Keep the victim away.")])
    assert str(finding).startswith("knowledge/planted.yml: planted: says: “victim”: ")
    assert "Instead: " in finding.problem


def avoid(*words: str, exceptions: tuple[Kept, ...] = (), unless: tuple[str, ...] = ()) -> Avoided:
    """A list of words of its own."""
    data = {"id": "mine", "avoid": words, "why": "No.", "instead": "yes", "sources": ["field"], "certainty": "DERIVED"}
    kept = [{"entry": one.entry, "because": one.because} for one in exceptions]
    return parse(Avoided, {**data, "exceptions": kept, "unless": unless}, avoided.FILES[0], "mine")


def test_an_exception_holds_for_its_entry_only_and_is_reported_when_nothing_needs_it() -> None:
    rule = avoid("glum", exceptions=(Kept(entry="planted", because="It is the name of a game."),))
    glum, other = text("A glum game."), dataclasses.replace(text("A glum game."), entry="other")
    assert list(avoided.check(glum, [rule])) == []
    assert list(avoided.check(other, [rule]))
    assert list(avoided.stale_exceptions([glum], [rule])) == []
    assert "planted" in next(iter(avoided.stale_exceptions([other], [rule])))


def test_a_star_stands_for_any_ending_and_a_word_is_a_whole_word() -> None:
    assert [one.word for one in avoided.check(text("He offended an offender."), [avoid("offender*")])] == ["offender"]
    assert [one.word for one in avoided.check(text("Offenders, offending."), [avoid("offend*")])] == [
        "Offenders",
        "offending",
    ]
    assert list(avoided.check(text("A well-worn via-duct."), [avoid("via", "worn")])) == []


def test_a_list_without_a_word_or_with_an_unknown_reader_is_refused() -> None:
    with pytest.raises(ContentError, match="at least one word"):
        avoid()
    bad = {"id": "a", "avoid": ["b"], "why": "c", "instead": "d", "sources": ["field"], "certainty": "DERIVED"}
    with pytest.raises(ContentError, match="readers"):
        parse(Avoided, {**bad, "readers": ["everyone"]}, avoided.FILES[0], "a")


# Fields that nobody reads on a screen: codes, where it comes from, what is kept for whoever checks a number.
NOT_READ = {
    *("id", "sources", "certainty", "signed_off_by", "signed_off_on", "printed", "seen", "ask", "former_names"),
    *("checked_by", "checked_on", "closed_on", "areas", "role", "phone", "url", "email", "next", "open", "subject"),
}


def strings(entry: object) -> Iterator[str]:
    """Every text within an entry that is not in one of those fields."""
    if isinstance(entry, str) and not isinstance(entry, Enum):
        yield entry
    elif isinstance(entry, (tuple, list)):
        for part in entry:
            yield from strings(part)
    elif dataclasses.is_dataclass(entry):
        for field in dataclasses.fields(entry):
            if field.name not in NOT_READ:
                yield from strings(getattr(entry, field.name))


def test_every_text_of_every_entry_is_checked() -> None:
    checked = {line for one in content_texts() for line in one.words.split("\n")}
    for kind, name, entry in signable():
        for words in strings(entry):
            if " " in words:
                assert set(words.split("\n")) <= checked, (kind, name, words)


def test_every_source_that_is_cited_is_named_among_the_texts() -> None:
    assert set(citing()) <= {one.entry for one in content_texts() if one.group == "names"}


@pytest.mark.slow
def test_everything_that_a_person_may_read_passes(capsys: pytest.CaptureFixture[str]) -> None:
    result = command.main()
    shown = capsys.readouterr().out
    assert result == 0, shown
    assert "no findings" in shown
