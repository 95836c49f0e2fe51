"""From a case to an assessment: the rules of design.md section 3, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.age import UNKNOWN_AGE, Age
from knowledge.assessment import Assessment, Change, Continuum, Reason
from knowledge.behaviour import Behaviour
from knowledge.case import Case
from knowledge.colour import Colour
from knowledge.continuum import step
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.rule import rules
from knowledge.weighing import (
    ALWAYS_REFER_UNDER,
    CONSENT_AT,
    Base,
    base,
    mild_exception,
    moderate_count,
    scales,
    weigh,
)

ADULT_ROUTE, IMAGE_ROUTE, EXPLOITATION_ROUTE, HEALTH_ROUTE = (
    "r.adult_abuser",
    "r.image_online",
    "r.cse_cce",
    "r.health",
)

# What makes professionals ask about power, whatever a young child meant by it.
POWER = frozenset({"coercion", "age_gap", "dev_gap", "power"})


@dataclass(frozen=True, slots=True)
class _Judged:
    """One behaviour of a case, judged."""

    behaviour: Behaviour
    base: Base
    colour: Colour | None
    reasons: tuple[Reason, ...]
    continuum: Continuum | None
    held_young: bool


def assess(case: Case) -> Assessment:
    """The assessment of a case. Raises `KeyError` for a behaviour or a factor that is not in the tables, `ValueError`
    for a case without behaviour.
    """
    if not case.behaviours:
        raise ValueError("a case has at least one behaviour")
    for slug in case.factors:
        library().factors[slug]  # an unknown slug must not pass in silence
    present = case.known(Answer.YES)
    adult = "adult_involved" in present
    judged = [_judge(case, name, present) for name in case.behaviours]
    coloured = [one for one in judged if one.colour is not None]
    if not coloured:
        reasons = [rules()["adult" if adult else "not_harmful"].because()]
        return Assessment(
            case.behaviours, case.age, Colour.RED if adult else None, None, False, tuple(reasons), (), (),
            _routes([], present), adult,
        )  # fmt: skip
    worst = max(coloured, key=lambda one: (one.colour or 0, one.continuum.value if one.continuum else 0))
    colour = Colour.RED if adult else worst.colour
    assert colour is not None
    steps = [one.continuum for one in coloured if one.continuum]
    changes = _changes(case, coloured, colour, present)
    needed = [s for one in coloured for s in scales(one.behaviour.id).needs_known if case.answer(s) is Answer.UNKNOWN]
    unknowns = tuple(dict.fromkeys([*needed, *(change.factor for change in changes)]))
    return Assessment(
        behaviours=case.behaviours,
        age=case.age,
        colour=colour,
        continuum=max(steps, key=lambda s: s.value) if steps else None,
        provisional=not adult and (case.age is None or (colour is not Colour.RED and bool(needed))),
        reasons=_all_reasons(case, coloured, worst, adult),
        changes=changes,
        unknowns=unknowns,
        routes=_routes(coloured, present),
        ends_triage=adult,
    )


def _judge(case: Case, name: str, present: frozenset[str]) -> _Judged:
    behaviour = library().behaviours[name]
    ages = [case.years, *([case.developmental_age] if case.developmental_age else [])]
    age, found = max(((one, base(name, one)) for one in ages), key=lambda pair: pair[1].colour or 0)
    if found.colour is None:
        return _Judged(behaviour, found, None, (), None, False)
    reasons = _table_reasons(case, behaviour, age, found)
    colour = weigh(found.colour, name, present)
    reasons += _factor_reasons(name, present)
    floor, law = _law(case, behaviour, found, present)
    reasons += law
    colour = max(colour, floor)
    open_questions = [s for s in scales(name).needs_known if case.answer(s) is Answer.UNKNOWN]
    if (open_questions or case.age is None) and colour is Colour.GREEN:
        colour = Colour.AMBER  # nobody has said what would make it green
    if open_questions and colour is Colour.AMBER:
        unknown = ", ".join(f"whether {library().factors[slug].if_present}" for slug in open_questions)
        reasons.append(rules()["consent_unknown"].because(unknown=unknown))
    unknown_now = frozenset(s for s in behaviour.relevant if case.answer(s) is Answer.UNKNOWN)
    where, held = step(behaviour, found.colour, case.years, present, unknown_now)
    described = POWER & ((present & set(behaviour.relevant)) | set(behaviour.holds))
    if held and described and case.age is not None:
        reasons.append(rules()["young_child_continuum"].because())
    return _Judged(behaviour, found, colour, tuple(reasons), where, held)


def _table_reasons(case: Case, behaviour: Behaviour, age: Age, found: Base) -> list[Reason]:
    assert found.colour is not None
    reasons = []
    years = _age_in_words(age)
    if case.age is None:
        reasons.append(rules()["age_unknown"].because())
    if not found.by_law:
        what = behaviour.title[0].lower() + behaviour.title[1:]
        rule = rules()["derived_cell" if found.derived else "table"]
        reasons.append(rule.because(age=years, what=f"“{what}”", colour=found.colour.slug))
    if found.overlap:
        reasons.append(rules()["overlap"].because(age=f"Age {age.in_words()}"))
    if case.developmental_age:
        reasons.append(rules()["developmental_age"].because())
    return reasons


def _age_in_words(age: Age) -> str:
    return "some ages" if age == UNKNOWN_AGE else f"age {age.in_words()}"


def _factor_reasons(name: str, present: frozenset[str]) -> list[Reason]:
    scale, factors = scales(name), library().factors
    reasons = [
        rules()["strong_factor" if slug in scale.strong else "moderate_factor"].because(present=factors[slug].present)
        for slug in scale.relevant
        if slug in present and slug != "adult_involved"
    ]
    if not present & scale.strong and moderate_count(name, present) >= 2:
        reasons.append(rules()["two_moderate_factors"].because())
    return reasons


def _law(case: Case, behaviour: Behaviour, found: Base, present: frozenset[str]) -> tuple[Colour, list[Reason]]:
    """Rule 4: the colour that the law asks for at least, and why."""
    floor, reasons = _age_of_consent(case, behaviour, found, present)
    youngest = min(case.years.low, case.other_age.low) if case.other_age else case.years.low
    under_13 = youngest < ALWAYS_REFER_UNDER
    if behaviour.sexual_activity and under_13:
        if mild_exception(behaviour, case.years, case.other_age, present):
            floor = Colour.AMBER
            reasons.append(rules()["under_9_like_age"].because())
            if present & set(behaviour.relevant) or any(
                case.answer(slug) is Answer.UNKNOWN for slug in ("coercion", "distress_other")
            ):
                reasons.append(rules()["under_9_plainly"].because())
        else:
            floor = Colour.RED
            reasons.append(rules()["under_13"].because())
    if behaviour.image or ("online" in present and "online" in behaviour.relevant):
        image_floor = Colour.RED if under_13 and "online" in present else Colour.AMBER
        floor = max(floor, image_floor)
        reasons.append(rules()["image"].because())
        if image_floor is Colour.RED:
            reasons.append(rules()["image_under_13"].because())
    return floor, reasons


def _age_of_consent(
    case: Case, behaviour: Behaviour, found: Base, present: frozenset[str]
) -> tuple[Colour, list[Reason]]:
    """Where the table leaves the colour to the law: amber at least while either of them may be under 16."""
    if not found.by_law:
        return Colour.GREEN, []
    if "sibling" in present:
        return Colour.RED, [rules()["family"].because()]
    youngest = min(case.years.low, case.other_age.low if case.other_age else case.years.low)
    if youngest >= CONSENT_AT and found.colour is Colour.GREEN:
        return Colour.GREEN, [rules()["age_16_to_17"].because()]
    both_want_it = not present & set(behaviour.relevant)
    return Colour.AMBER, [rules()["age_13_to_15" if both_want_it else "age_of_consent"].because()]


def _all_reasons(case: Case, coloured: list[_Judged], worst: _Judged, adult: bool) -> tuple[Reason, ...]:
    reasons = [rules()["adult"].because()] if adult else []
    if len(coloured) > 1:
        reasons.append(rules()["several_behaviours"].because())
    reasons += worst.reasons
    seen: dict[str, Reason] = {}
    for reason in reasons:
        seen.setdefault(reason.text, reason)
    return tuple(seen.values())


def _changes(case: Case, coloured: list[_Judged], colour: Colour, present: frozenset[str]) -> tuple[Change, ...]:
    """The factors nobody knows that would make the answer more cautious, the most important first."""
    if colour is Colour.RED:
        return ()
    found: dict[str, Colour] = {}
    for one in coloured:
        assert one.base.colour is not None
        for slug in scales(one.behaviour.id).relevant:
            if case.answer(slug) is not Answer.UNKNOWN:
                continue
            with_it = (
                Colour.RED if slug == "adult_involved" else weigh(one.base.colour, one.behaviour.id, present | {slug})
            )
            if slug == "online" or (slug == "sibling" and one.base.by_law):
                with_it = max(with_it, _law(case, one.behaviour, one.base, present | {slug})[0])
            if with_it > colour:
                found[slug] = max(with_it, found.get(slug, Colour.GREEN))
    factors = library().factors
    return tuple(Change(slug, found[slug]) for slug in sorted(found, key=lambda s: (factors[s].rank, s)))


def _routes(coloured: list[_Judged], present: frozenset[str]) -> tuple[str, ...]:
    routes = []
    if "adult_involved" in present:
        routes.append(ADULT_ROUTE)
    if "online" in present or any(one.behaviour.image for one in coloured):
        routes.append(IMAGE_ROUTE)
    subjects = {one.behaviour.subject for one in coloured}
    if "change_and_exploitation" in subjects:
        routes.append(EXPLOITATION_ROUTE)
    if "injury" in present or any(
        one.behaviour.id in ("genital_injury", "pregnancy_sti_worry", "pregnancy_sti_confirmed") for one in coloured
    ):
        routes.append(HEALTH_ROUTE)
    return tuple(routes)
