"""The 58 behaviours are those of the table of record: its colours and bases, and the markers that the rules read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.age import Band
from knowledge.behaviour import Basis, Behaviour, CellColour, Involves, Mutuality
from knowledge.library import library
from tests.knowledge.record import COLOURS, FACTORS, letter, marked

NAMES = sorted(COLOURS)
COLOUR_OF = {"G": "green", "A": "amber", "R": "red", "L": "law", "N": "information"}
BASIS_OF = {"B": "B", "F": "F", "L": "L", "D": "D", "-": "none"}
INVOLVES_OF = {
    "self": "self", "self+others": "self_and_others", "other child": "other_child", "others": "others",
    "adult": "adult", "online": "online", "none": "nobody", "health": "health", "not_hsb": "not_hsb",
}  # fmt: skip

SEXUAL_CONTACT = {
    "touch_child_private_parts", "touch_adult_private_parts", "mutual_sexual_touching", "sexual_intercourse_oral",
    "sexual_contact_younger_less_able", "sexual_contact_family_member", "forced_sexual_activity",
    "sexual_aggression_degradation", "sexual_harassment", "penetration_object", "sexual_exploitation",
}  # fmt: skip
SHOWING = {"self_touch_deliberately_in_front", "mooning_flashing", "expose_genitals", "pull_down_clothes"}
NUDE_IMAGE = {
    "nude_own_shared", "nude_other_shared", "pressures_for_nudes", "fake_nude", "covert_filming", "porn_under_18",
}  # fmt: skip
SEXUAL_ACTIVITY = {
    "mutual_sexual_touching", "sexual_intercourse_oral", "sexual_contact_younger_less_able", "sexual_exploitation",
    "sexual_contact_family_member", "forced_sexual_activity", "penetration_object",
}  # fmt: skip
EXCEPTED_UNDER_9 = {"mutual_sexual_touching", "sexual_contact_family_member"}
FORCED_BY_NATURE = {
    "forced_sexual_activity", "sexual_aggression_degradation", "controlling_relationship", "nude_other_shared",
    "pressures_for_nudes", "fake_nude", "covert_filming", "sexual_exploitation",
}  # fmt: skip
COMPULSIVE = {"self_touch_compulsive", "sexual_preoccupation"}
INTRUSIVE = {"penetration_object"}
NO_STEP_OF_THE_CONTINUUM = {
    "genital_injury", "pregnancy_sti_worry", "pregnancy_sti_confirmed", "body_image_worry", "risk_change",
    "gender_sexuality_questions", "body_changes",
}  # fmt: skip
NOT_WANTED_BY_NATURE = FORCED_BY_NATURE | {
    "sexual_contact_younger_less_able", "sexual_harassment", "sexual_bullying", "lgbt_bullying", "peeping",
    "sexual_talk_to_younger", "self_touch_deliberately_in_front", "expose_genitals", "pull_down_clothes",
    "porn_under_18",
}  # fmt: skip
NOT_CLEAR_BY_NATURE = {
    "touch_child_private_parts", "touch_adult_private_parts", "act_out_sex", "sexual_contact_family_member",
    "mooning_flashing", "penetration_object",
}  # fmt: skip
OWN_QUESTIONS_FIRST = {
    "self_touch_deliberately_in_front": ("coercion", "distress_other"),  # bystanders: no gap in age to know of
    "touch_adult_private_parts": ("coercion",),
    "crush_on_adult": ("coercion",),
}


def test_there_are_58_and_no_other() -> None:
    assert len(COLOURS) == len(library().behaviours) == 58
    assert set(library().behaviours) == set(COLOURS) == set(FACTORS)


@pytest.mark.parametrize("name", NAMES)
def test_each_cell_has_the_colour_and_the_basis_of_record(name: str) -> None:
    cells = library().behaviours[name].cells
    assert list(cells) == [band.slug for band in Band]
    for band, basis in zip(Band, COLOURS[name]["basis"], strict=True):
        cell = cells[band.slug]
        assert (cell.colour.value, cell.basis.value) == (COLOUR_OF[letter(name, band)], BASIS_OF[basis]), band.slug


@pytest.mark.parametrize("name", NAMES)
def test_each_involves_whom_the_record_says(name: str) -> None:
    assert library().behaviours[name].involves.value == INVOLVES_OF[COLOURS[name]["involves"]]


@pytest.mark.parametrize("name", NAMES)
def test_each_asks_and_holds_the_factors_of_record(name: str) -> None:
    behaviour = library().behaviours[name]
    assert len(set(behaviour.relevant)) == len(behaviour.relevant)
    assert set(behaviour.relevant) == marked(name, "smr")
    assert set(behaviour.holds) == marked(name, "h")


def test_what_a_cell_holds_by_the_design_is_never_asked() -> None:
    for name, slug in (
        ("self_touch_deliberately_in_front", "frequency"), ("risk_change", "change"),
        ("body_image_worry", "distress_self"), ("forced_sexual_activity", "coercion"),
        ("pressures_for_nudes", "coercion"), ("genital_injury", "injury"),
        ("sexual_contact_younger_less_able", "age_gap"), ("sexual_contact_younger_less_able", "dev_gap"),
        ("sexual_talk_to_younger", "age_gap"), ("sexual_contact_family_member", "sibling"),
    ):  # fmt: skip
        behaviour = library().behaviours[name]
        assert slug in behaviour.holds and slug not in behaviour.relevant, (name, slug)


def test_an_adults_part_is_asked_of_every_behaviour() -> None:
    assert all("adult_involved" in behaviour.relevant for behaviour in library().behaviours.values())


@pytest.mark.parametrize(
    ("marker", "marked_by", "names"),
    [
        ("sexual contact", lambda b: b.contact, SEXUAL_CONTACT),
        ("showing", lambda b: b.exposure, SHOWING),
        ("a nude image", lambda b: b.image, NUDE_IMAGE),
        ("sexual activity", lambda b: b.sexual_activity, SEXUAL_ACTIVITY),
        ("the exception under 9", lambda b: b.mild_under_9, EXCEPTED_UNDER_9),
        ("forced by its nature", lambda b: b.coercive, FORCED_BY_NATURE),
        ("compulsive", lambda b: b.compulsive, COMPULSIVE),
        ("intrusive", lambda b: b.intrusive, INTRUSIVE),
        ("no step of the continuum", lambda b: b.no_continuum, NO_STEP_OF_THE_CONTINUUM),
        ("not wanted", lambda b: b.mutuality is Mutuality.NONE, NOT_WANTED_BY_NATURE),
        ("not clearly wanted", lambda b: b.mutuality is Mutuality.UNCLEAR, NOT_CLEAR_BY_NATURE),
    ],
)
def test_a_marker_stands_on_these_and_on_no_other(
    marker: str, marked_by: Callable[[Behaviour], bool], names: set[str]
) -> None:
    assert {name for name, one in library().behaviours.items() if marked_by(one)} == names, marker


def test_three_behaviours_have_questions_of_their_own_that_come_before_green() -> None:
    named = {name: one.needs_known for name, one in library().behaviours.items() if one.needs_known is not None}
    assert named == OWN_QUESTIONS_FIRST


def test_what_is_not_harmful_sexual_behaviour_has_no_colour_at_any_age() -> None:
    kinds = {name for name, one in library().behaviours.items() if not one.harmful_kind}
    assert kinds == {"gender_sexuality_questions", "body_changes"}
    for name in kinds:
        cells = library().behaviours[name].cells.values()
        assert all(cell.colour is CellColour.INFORMATION and cell.basis is Basis.NONE for cell in cells)


def test_someone_else_is_involved_only_where_another_person_is() -> None:
    someone = {kind for kind in Involves if kind.someone_else}
    assert someone == {Involves.SELF_AND_OTHERS, Involves.OTHER_CHILD, Involves.OTHERS, Involves.ADULT}
    assert {kind for kind in Involves if kind.another_child} == someone - {Involves.ADULT}


@pytest.mark.parametrize("name", NAMES)
def test_each_has_words_for_the_menu_for_parents_and_for_professionals(name: str) -> None:
    behaviour = library().behaviours[name]
    for words in (behaviour.title, behaviour.clinical, behaviour.everyday, behaviour.understood):
        assert words and words == words.strip()
    assert len(behaviour.title) <= 75  # a line of a menu on a phone
    assert behaviour.title[0].isupper() and not behaviour.title.endswith(".")
    assert not behaviour.understood.endswith(".")  # it ends "It sounds as if ..."


def test_every_behaviour_stands_under_one_subject_of_the_menu() -> None:
    listed = [name for subject in library().subjects.values() for name in subject.behaviours]
    assert sorted(listed) == NAMES
    for subject in library().subjects.values():
        assert subject.title and subject.behaviours
        assert all(library().behaviours[name].subject == subject.id for name in subject.behaviours)
    orders = [subject.order for subject in library().subjects.values()]
    assert orders == sorted(set(orders))


def test_a_derived_cell_makes_the_whole_entry_wait_for_a_reviewer() -> None:
    for name, row in COLOURS.items():
        if "D" in row["basis"]:
            assert library().behaviours[name].certainty.value == "DERIVED", name
