"""What must hold for each case: the invariants of the design, section 3, one function a claim.

A claim gets what it needs and answers with what is wrong, or with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from knowledge.assessment import Assessment, Continuum
from knowledge.case import Case
from knowledge.colour import Colour
from knowledge.contact_terms import RECORD
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.plan import Fit, Plan
from knowledge.shown import Shown
from knowledge.step import Section
from knowledge.triage import ADULT_ROUTE, IMAGE_ROUTE
from knowledge.words import Audience

Claim = Callable[[Case, Assessment], str | None]
GREEN, AMBER, RED = Colour.GREEN, Colour.AMBER, Colour.RED
CONSENT = ("coercion", "distress_other", "age_gap")
LIKE_AGE, REFER, CONSENT_AT = 9, 13, 16

# Rules that cannot both be reasons for one answer.
EXCLUDE_EACH_OTHER = (
    {"under_13", "under_9_like_age"},
    {"age_13_to_15", "age_16_to_17"},
    {"age_of_consent", "age_13_to_15"},
    {"age_of_consent", "age_16_to_17"},
    {"table", "age_13_to_15"},
    {"table", "age_16_to_17"},
    {"table", "derived_cell"},
    {"family", "age_13_to_15"},
    {"strong_factor", "two_moderate_factors"},
    {"family", "age_16_to_17"},
    {"adult", "not_harmful"},
)


def one_assessment(case: Case, found: Assessment) -> str | None:
    """It is about this case, and has a colour exactly where a behaviour has one or an adult took part."""
    coloured = any(library().behaviours[name].harmful_kind for name in case.behaviours)
    adult = case.answer("adult_involved") is Answer.YES
    if (found.behaviours, found.age) != (case.behaviours, case.age):
        return "it is about another case"
    if (found.colour is not None) is not (coloured or adult):
        return f"{found.colour_slug} where {'a' if coloured else 'no'} colour was due"
    if found.ends_triage is not adult:
        return "the triage ends where it should not, or goes on"
    return None


def a_reason(case: Case, found: Assessment) -> str | None:
    """At least one, each with words and sources, none twice."""
    texts = [reason.text for reason in found.reasons]
    if not texts or not all(reason.text and reason.sources and "{" not in reason.text for reason in found.reasons):
        return "a reason is missing, or its words or sources are"
    return "a reason stands twice" if len(set(texts)) < len(texts) else None


def no_reasons_that_contradict(case: Case, found: Assessment) -> str | None:
    """No two rules that exclude each other, and no published guide for what the guides do not list."""
    rules = {reason.rule for reason in found.reasons}
    for pair in EXCLUDE_EACH_OTHER:
        if pair <= rules:
            return f"{' and '.join(sorted(pair))} at once"
    if "derived_cell" in rules and any("on published guides" in reason.text for reason in found.reasons):
        return "on published guides, and not in the guides, at once"
    return None


def under_13(case: Case, found: Assessment) -> str | None:
    """Sexual activity under 13 is red, but for two children under 9 of like age of whom neither was made to."""
    active = [name for name in case.behaviours if library().behaviours[name].sexual_activity]
    ages = [age for age in (case.years, case.other_age) if age]
    if not active or min(age.low for age in ages) >= REFER or found.colour is RED:
        return None
    excepted = (
        all(library().behaviours[name].mild_under_9 for name in active)
        and max(age.high for age in ages) < LIKE_AGE
        and not {"coercion", "age_gap"} & case.known(Answer.YES)
    )
    return None if excepted and found.colour is AMBER else f"{found.colour_slug} under 13"


def under_16(case: Case, found: Assessment) -> str | None:
    """Sexual activity is amber at least while one of the children may be under the age of consent."""
    active = any(library().behaviours[name].sexual_activity for name in case.behaviours)
    youngest = min(age.low for age in (case.years, case.other_age) if age)
    return f"green with a child of {youngest}" if active and youngest < CONSENT_AT and found.colour is GREEN else None


def an_adult_reaches_the_adult_route(case: Case, found: Assessment) -> str | None:
    """Red, the adult route first, and nothing provisional about it."""
    if case.answer("adult_involved") is not Answer.YES:
        return "the adult route without an adult" if ADULT_ROUTE in found.routes else None
    good = found.colour is RED and found.routes[:1] == (ADULT_ROUTE,) and not found.provisional and found.ends_triage
    return None if good else "an adult took part and the adult route is not the answer"


def an_image_reaches_the_image_route(case: Case, found: Assessment) -> str | None:
    """A nude picture opens the image route at every colour, and is never green."""
    image = any(library().behaviours[name].image for name in case.behaviours)
    if image and IMAGE_ROUTE not in found.routes:
        return "a nude picture without the image route"
    return "a nude picture, green" if image and found.colour is GREEN else None


def never_green_from_silence(case: Case, found: Assessment) -> str | None:
    """While force, upset or the gap in age is unknown for a behaviour with someone else."""
    if found.colour is not GREEN:
        return None
    for name in case.behaviours:
        one = library().behaviours[name]
        needed = one.needs_known if one.needs_known is not None else tuple(s for s in CONSENT if s in one.relevant)
        if one.involves.someone_else and any(case.answer(slug) is Answer.UNKNOWN for slug in needed):
            return "green while consent is not known"
    return None


def provisional_says_what_is_open(case: Case, found: Assessment) -> str | None:
    """Each unknown that is named is unknown; without an unknown or with a known age and red nothing is provisional."""
    if any(case.answer(slug) is not Answer.UNKNOWN for slug in found.unknowns):
        return "an unknown that is known"
    if len(set(found.unknowns)) < len(found.unknowns):
        return "an unknown twice"
    if found.provisional and case.age is not None and (found.colour is RED or not found.unknowns):
        return "provisional, and nothing is open"
    return None


def the_continuum_stops_for_the_young(case: Case, found: Assessment) -> str | None:
    """Not above problematic where the child may be 11; no step exactly where every behaviour has none."""
    behaviours = [library().behaviours[name] for name in case.behaviours]
    if (found.continuum is None) is not all(one.no_continuum for one in behaviours):
        return "a step where none was due, or none where one was"
    if found.continuum and case.years.low <= 11 and found.continuum.value > Continuum.PROBLEMATIC.value:
        return f"{found.continuum.slug} at {case.years.low}"
    return None


OF_AN_ASSESSMENT: tuple[Claim, ...] = (
    one_assessment,
    a_reason,
    no_reasons_that_contradict,
    under_13,
    under_16,
    an_adult_reaches_the_adult_route,
    an_image_reaches_the_image_route,
    never_green_from_silence,
    provisional_says_what_is_open,
    the_continuum_stops_for_the_young,
)


# --- the plan ---

TELLS_SOMEBODY = {"front_door", "tell_dsl", "both_children"}  # the step for both children says whom to ring
COMES_FIRST = {"medical_help", "do_not_share_image", "missing_child"}  # urgent at every colour
NOT_BELOW_AMBER = re.compile(r"children's services|(?<!no )\brefer(ral)?\b|\bpolice\b|\b101\b", re.IGNORECASE)


def an_action(what: Fit, found: Plan) -> str | None:
    """At least one thing to do now."""
    return None if found.texts(Section.DO_NOW) and all(found.texts(Section.DO_NOW)) else "nothing to do"


def nothing_to_do_that_is_to_be_avoided(what: Fit, found: Plan) -> str | None:
    """No sentence in two sections, no topic twice, and nothing to do now that begins with what is not to be done."""
    sections = {section: found.texts(section) for section in Section}
    everything = [text for texts in sections.values() for text in texts]
    if len(set(everything)) < len(everything):
        return "one sentence in two places"
    starts = {
        " ".join(part.split()[2:5]).lower().strip(".,") for part in _sentences(sections[Section.AVOID], "Do not ")
    }
    for part in _sentences(sections[Section.DO_NOW], ""):
        if " ".join(part.split()[:3]).lower().strip(".,") in starts:
            return f"to do and to avoid: {part}"
    return None


def steps_of_this_colour_only(what: Fit, found: Plan) -> str | None:
    """No step and no topic of another colour; green sends nobody to the police or children's services."""
    for steps in found.steps.values():
        for step in steps:
            if step.when.colour and what.colour not in step.when.colour:
                return f"{step.id} at {what.colour}"
            if step.topic in topics_of_red_alone() and what.colour != "red":
                return f"the topic {step.topic} at {what.colour}"
    if what.colour in ("green", "information"):
        mild = [step for step in found.steps[Section.DO_NOW] if step.topic not in COMES_FIRST]
        for step in mild:
            if NOT_BELOW_AMBER.search(step.text.to(what.audience)):
                return f"{step.id} sends further than {what.colour} needs"
    return None


def red_says_whom_to_tell(what: Fit, found: Plan) -> str | None:
    """Red says among its first four steps whom to tell; only what is urgent may come before."""
    if what.colour != "red":
        return None
    topics = [step.topic for step in found.steps[Section.DO_NOW] if step.topic not in COMES_FIRST][:4]
    return None if TELLS_SOMEBODY & set(topics) else f"red, and nobody to tell among {topics}"


def pictures_are_not_to_be_shared(what: Fit, found: Plan) -> str | None:
    """Where there is a nude picture, the plan says so at every colour."""
    image = "pictures" in what.subjects or "online" in what.factors
    return None if not image or "do_not_share_image" in found.topics else "a picture, and nothing about sharing it"


PlanClaim = Callable[[Fit, Plan], str | None]
OF_A_PLAN: tuple[PlanClaim, ...] = (
    an_action,
    nothing_to_do_that_is_to_be_avoided,
    steps_of_this_colour_only,
    red_says_whom_to_tell,
    pictures_are_not_to_be_shared,
)


@cache
def topics_of_red_alone() -> frozenset[str]:
    """The topics that only steps for red carry."""
    of: dict[str, set[tuple[str, ...]]] = {}
    for step in library().steps.values():
        if step.topic and step.section is Section.DO_NOW:
            of.setdefault(step.topic, set()).add(step.when.colour)
    return frozenset(topic for topic, colours in of.items() if colours == {("red",)})


def _sentences(texts: Iterable[str], beginning: str) -> Iterator[str]:
    for text in texts:
        for part in text.split(". "):
            if part.startswith(beginning):
                yield part


# --- the contacts ---

NOT_FOR_FAMILIES = {"esas", "nspcc_hsb_service", "mash", "be_safe", "virtual_hsb_team", "lado"}


def one_is_open_now(audience: Audience, colour: str, shown: tuple[Shown, ...]) -> str | None:
    """Somebody answers at this moment."""
    return None if any(one.open_now for one in shown) else "nobody answers"


def none_is_closed(audience: Audience, colour: str, shown: tuple[Shown, ...]) -> str | None:
    """Nothing that is closed or superseded, also not as the next to try."""
    for one in _all(shown):
        if one.contact.status in RECORD or one.contact.closed_on:
            return f"{one.contact.id} is {one.contact.status.value}"
    return None


def no_referral_only_service_for_a_family(audience: Audience, colour: str, shown: tuple[Shown, ...]) -> str | None:
    """A parent is never sent where only professionals may ring."""
    if audience is not Audience.PARENT:
        return None
    for one in _all(shown):
        if one.contact.referral_only or one.contact.role in NOT_FOR_FAMILIES:
            return f"{one.contact.id} for a parent"
    return None


def a_school_meets_its_safeguarding_lead(audience: Audience, colour: str, shown: tuple[Shown, ...]) -> str | None:
    """Domain, tension 5: whatever the colour."""
    roles = {one.contact.role for one in shown}
    return "a school without its DSL" if audience is Audience.SCHOOL and "dsl" not in roles else None


ContactClaim = Callable[[Audience, str, tuple[Shown, ...]], str | None]
OF_CONTACTS: tuple[ContactClaim, ...] = (
    one_is_open_now,
    none_is_closed,
    no_referral_only_service_for_a_family,
    a_school_meets_its_safeguarding_lead,
)


def _all(shown: tuple[Shown, ...]) -> Iterator[Shown]:
    for one in shown:
        yield one
        yield from one.then
