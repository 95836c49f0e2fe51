"""What the rules hear of the factors in phrasings that say them by the way, and in those that only look so."""

from __future__ import annotations

import pytest

from bot.nlu import ages, factors
from bot.nlu.plain_clauses import plain_clauses


@pytest.mark.parametrize(
    ("text", "slug", "answer"),
    [
        ("two Year 2 girls were looking at each other", "age_gap", "no"),
        ("they're in the same tutor group", "age_gap", "no"),
        ("he's eleven on paper but works at a six year old's level", "age_gap", None),
        ("Her stepbrother. He's 15 and she's 9. It's been going on since Christmas", "age_gap", "yes"),
        ("he's 13 going on 30 and it frightened me", "age_gap", None),
        ("he's 8 going on 9 and my girl is 4", "age_gap", "yes"),
        ("he waited until I was out. He's 12, she's his sister, 8", "age_gap", "yes"),
        ("he is 14 and was fine until he was 9", "age_gap", None),
        ("Y4 boy, rude words to Y4 girl", "age_gap", "no"),
        ("a photo of my daughter, 13, and her bf who is 13 as well", "age_gap", "no"),
        ("my daughter is 10 and a boy did it, she's only 10", "age_gap", None),
        ("our two, 6 and 4, were in the bath", "age_gap_two_years", "yes"),
        ("my two, 13 and 12, on the landing", "age_gap", "no"),
        ("my two 7 times told", "age_gap", None),
        ("he won't sleep out of his brother's room", "sibling", "yes"),
        ("her little sister has cried since he did it", "sibling", "yes"),
        ("she pestered him for pictures", "online", "yes"),
        ("he'd send it to the whole school", "online", "yes"),
        ("says he'll share the clip unless my lad pays", "coercion", "yes"),
        ("he does it in maths, on the bus and at cubs", "multiple", "yes"),
        ("a third boy was in the den", "multiple", "yes"),
        ("three of the other girls saw it", "multiple", None),
        ("five of them cornered my son", "power", "yes"),
        ("they're on an equal footing", "power", "no"),
        ("first recorded incident", "prior", "no"),
        ("it used to be once a month, now it's nearly daily", "escalation", "yes"),
        ("they see each other every other weekend at their dad's", "frequency", None),
        ("parents took the phone off him", "carer_minimises", "no"),
        ("parents supportive", "carer_minimises", "no"),
        ("she rarely sees her friends since", "preoccupation", "yes"),
        ("it isn't as if he's obsessed", "preoccupation", "no"),
        ("he's gone ever so quiet", "change", "yes"),
        ("he didn't stop when she cried", "persistence", "yes"),
        ("he stopped when I asked", "persistence", "no"),
        ("the teacher says he's doing it in lessons", "adult_involved", None),
        ("two boys looked at each other, both fine", "distress_other", "no"),
    ],
)
def test_a_factor_is_heard_where_it_is_said_and_only_there(text: str, slug: str, answer: str | None) -> None:
    assert factors.find(plain_clauses(text), ages.find(text)).get(slug) == answer
