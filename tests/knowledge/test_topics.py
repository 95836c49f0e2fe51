"""The topics: what people ask about is answered briefly and with a source, and their ways of asking are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from knowledge.content import ContentError, load_entries
from knowledge.library import library
from knowledge.provenance import Certainty
from knowledge.topic import Topic

NLU = Path(__file__).parents[2] / "data" / "nlu"
TOPICS = list(library().topics.values())
LEAST_WAYS_OF_ASKING = 12
EMERGENCY = {"999", "101"}

# Each subject that the knowledge has to cover, and the topics that cover it.
SUBJECTS: dict[str, tuple[str, ...]] = {
    "what harmful sexual behaviour is": ("what_is_hsb",),
    "problematic or harmful": ("problematic_or_harmful",),
    "the continuum": ("continuum",),
    "Brook's colours and Hackett's words side by side": ("colours_and_continuum",),
    "green, amber and red": ("green_means", "amber_means", "red_means"),
    "why children do this": ("why_children_do_this",),
    "did I cause it": ("did_i_cause_it",),
    "has the child been harmed": ("has_my_child_been_harmed",),
    "will they grow out of it": ("grow_out_of_it",),
    "a record, court, the register": ("criminal_record", "court", "register"),
    "will social services take my child": ("take_my_child",),
    "after a referral": ("after_referral_stoke_staffordshire", "after_referral_south_gloucestershire"),
    "both children are referred": ("both_children_referred",),
    "steps of child protection": ("strategy_discussion", "section_47", "child_protection_conference"),
    "a plan without a conference": ("plan_without_conference",),
    "MASH, the front door, EDT, ESAS, DSL, LADO": ("mash", "front_door", "emergency_duty_team", "esas", "dsl", "lado"),
    "ART, the virtual team, Be Safe": ("art", "virtual_hsb_team", "be_safe"),
    "Carole House and Change for Good": ("carole_house", "carole_house_referral", "change_for_good"),
    "do I have to give my name": ("give_my_name",),
    "what to say to each child": ("say_to_child_who_did_it", "say_to_child_affected", "say_to_little_child"),
    "siblings and rooms": ("sibling_harm", "sharing_rooms"),
    "grandparents": ("grandparents",),
    "school and exclusion": ("school_response", "same_school", "school_exclusion"),
    "telling the other family": ("telling_the_other_family",),
    "girls": ("girls",),
    "disability and autism": ("learning_disability", "autism"),
    "under-12s and the published criteria": ("under_12s",),
    "technology-assisted behaviour": ("technology_assisted",),
    "nudes and the law": ("nudes_and_the_law", "nudes_what_to_do", "nudes_in_school"),
    "AI fakes": ("ai_fakes",),
    "pornography": ("pornography",),
    "exploitation": ("exploitation",),
    "gangs and peers": ("gangs_and_peers",),
    "consent and the age of consent": ("what_consent_is", "age_of_consent"),
    "under 13 and 13 to 15": ("under_13", "age_13_to_15"),
    "position of trust": ("position_of_trust",),
    "the tools": ("aim", "aim_step_by_step", "j_soap", "erasor", "which_tool"),
    "assessment levels along the continuum": ("assessment_levels",),
    "tiers of service": ("tiers_of_service",),
    "the resilience-based view": ("resilience_based",),
    "interventions that NICE names": ("nice_interventions",),
    "denial": ("denial",),
    "restorative work": ("restorative_work",),
    "family reactions": ("family_reactions", "help_for_parents"),
    "support for staff, supervision, training": ("staff_feelings", "supervision", "training"),
    "confidence of the workforce": ("staff_confidence", "larc_survey"),
    "data sharing": ("data_sharing",),
    "the local strategy and its principles": ("local_strategy", "strategy_principles"),
    "Appendix 2 as a checklist": ("considerations_before_referral",),
    "where to refer": ("where_to_refer", "levels_of_need"),
    "the five domains": (
        "framework_overview",
        "domain_responses",
        "domain_prevention",
        "domain_assessment",
        "domain_interventions",
        "domain_workforce",
    ),
    "the four LARC priorities": ("larc_priorities",),
    "a duty to report": ("mandatory_reporting",),
    "PANTS, Shore, Stop It Now, Parents Protect": ("pants", "shore", "stop_it_now", "parents_protect"),
    "Report Remove, CEOP, Childline, the NSPCC": ("report_remove", "ceop", "childline", "nspcc_helpline"),
    "what Waymark is, is not, keeps": ("what_waymark_is", "what_waymark_is_not", "what_waymark_keeps"),
    "who checked this": ("who_checked",),
    "not the Brook tool": ("not_the_brook_tool",),
}


@cache
def examples() -> tuple[tuple[str, str], ...]:
    """Every training sentence with its label."""
    return tuple(
        (entry["intent"], line.removeprefix("- "))
        for path in sorted(NLU.glob("*.yml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        for line in entry["examples"].splitlines()
    )


def bare(sentence: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"['\u2019]", "", sentence.lower())))


def asked() -> Iterator[tuple[str, str]]:
    return ((label.removeprefix("topic."), text) for label, text in examples() if label.startswith("topic."))


def test_there_are_at_least_85_topics() -> None:
    assert len(TOPICS) >= 85


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_has_its_topics(subject: str) -> None:
    assert not set(SUBJECTS[subject]) - set(library().topics)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_a_topic_is_a_question_with_a_short_answer_a_source_and_a_certainty(topic: Topic) -> None:
    assert re.fullmatch(r"[a-z0-9_]+", topic.id)
    assert topic.question.endswith("?")
    assert 200 <= len(topic.short) <= 700
    assert topic.title and topic.sources and topic.certainty
    assert all(citation.ref for citation in topic.sources), "a section or page, not only a document"


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_it_leads_on_to_other_topics_that_exist(topic: Topic) -> None:
    assert topic.see_also and len(set(topic.see_also)) == len(topic.see_also)
    assert topic.id not in topic.see_also
    assert not set(topic.see_also) - set(library().topics)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_no_telephone_number_but_999_and_101_stands_in_the_words(topic: Topic) -> None:
    words = " ".join((topic.question, topic.short, topic.long or ""))
    assert not re.findall(r"\b0\d{2,5}[ \d]{5,}", words)
    assert set(re.findall(r"(?<![\d,.])\b\d{3,}\b", topic.short)) <= EMERGENCY | {"2017", "2019", "2022", "500"}


def test_professionals_get_a_longer_answer_everywhere() -> None:
    assert not [topic.id for topic in TOPICS if not topic.long]


@pytest.mark.parametrize(
    "name", ["criminal_record", "court", "register", "take_my_child", "school_exclusion", "grow_out_of_it"]
)
def test_what_parents_fear_is_neither_foretold_nor_waved_away(name: str) -> None:
    assert re.search(r"\b(cannot (say|tell)|[Nn]obody (can|should))\b", library().topics[name].short)


@pytest.mark.parametrize("name", ["criminal_record", "court", "register", "mandatory_reporting", "position_of_trust"])
def test_the_law_that_no_source_confirms_is_marked_as_unverified(name: str) -> None:
    assert library().topics[name].certainty is Certainty.UNVERIFIED


@pytest.mark.parametrize(
    "name", ["carole_house", "carole_house_referral", "be_safe", "virtual_hsb_team", "change_for_good"]
)
def test_a_parent_is_told_that_professionals_refer(name: str) -> None:
    assert re.search(
        r"(Parents|Families|families)\b.*\b(cannot|do not)|[Pp]rofessionals (ask|refer)", library().topics[name].short
    )


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_people_ask_it_in_many_ways(topic: Topic) -> None:
    assert len([text for name, text in asked() if name == topic.id]) >= LEAST_WAYS_OF_ASKING


def test_nobody_learns_a_topic_that_does_not_exist() -> None:
    # `unanswered` is learnt for questions that no topic answers: they are met with people to ring.
    assert {name for name, _ in asked()} == {*library().topics, "unanswered"}


def test_no_way_of_asking_stands_twice_or_under_another_label() -> None:
    home: dict[str, str] = {}
    twice = []
    for label, text in examples():
        if label.startswith("topic.") and bare(text) in home:
            twice.append((label, home[bare(text)], text))
        home[bare(text)] = label
    later = {bare(text): label for label, text in examples() if not label.startswith("topic.")}
    twice += [(name, later[bare(text)], text) for name, text in asked() if bare(text) in later]
    assert not twice


def test_a_topic_without_a_source_or_with_too_long_an_answer_is_refused_by_name(tmp_path: Path) -> None:
    entry = {
        "id": "x",
        "title": "X",
        "question": "X?",
        "short": "x",
        "sources": ["field: x"],
        "certainty": "UNVERIFIED",
    }
    for change, field in (({"sources": []}, "sources"), ({"short": "x" * 701}, "short")):
        path = tmp_path / "topics.yml"
        path.write_text(yaml.safe_dump({"entries": [entry | change]}), encoding="utf-8")
        with pytest.raises(ContentError, match="x") as error:
            load_entries([path], Topic)
        assert (error.value.entry, error.value.field) == ("x", field)
