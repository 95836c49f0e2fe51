"""The gap between two children's ages that stand together in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.nlu.ages import Named

# From here a gap is large (design.md 3, rule 3); one year less is a gap of about two years.
LARGE, TWO = 3, 2

# A second age of the same child: how it functions, or what it was.
_SAME_CHILD = re.compile(
    r"\b(?:function\w*|developmental\w*|more like|mental(?:ly)? (?:age|of)|emotionally|chronological\w*|level of|acts like|behaves like|understands|in herself|in himself|"
    r"like an? (?:\w+ ){0,2}year old|sorry|i mean|or maybe|used to|when (?:he|she|they) (?:was|were)|since (?:he|she) (?:was|were)|ago|until (?:he|she|they) (?:was|were)|on paper|works? at|working at|reads? (?:like|at|as)|reading age)\b"
)
_OF_AGE = r"\d\w* (?:(?:year|yr)s? )?(?:olds? )?"
_BOY, _GIRL = r"(?:boy|lad)\b", r"(?:girl|lass)\b"
# The same age said twice is said of two children where a second one is spoken of.
_ANOTHER = re.compile(
    r" (?:another|other|others|friend|friends|mate|classmate|who did it|vs|each|so is|cousin|girlfriend|boyfriend|bf|gf|neighbour) |"
    # a boy and a girl, each with the age beside the word: "y4 boy ... y4 girl"
    rf"{_OF_AGE}{_BOY}.*{_OF_AGE}{_GIRL}|{_OF_AGE}{_GIRL}.*{_OF_AGE}{_BOY}|"
    r"\b(?:girl|boy|lad|lass)\b[^.]* is (?:also )?\d+ (?:too|as well)\b"
)


def find(named: Named, plain: str, said: Mapping[str, str]) -> dict[str, str]:
    """`age_gap` and `age_gap_two_years` from the ages named, unless the words have said them (`said`) already."""
    if "age_gap" in said or "age_gap_two_years" in said:
        return {}
    ages = named.ages
    if len(ages) == 1 and named.times > 1 and _ANOTHER.search(plain) and ages[0][1] - ages[0][0] <= 1:
        return {"age_gap": "no", "age_gap_two_years": "no"}
    if len(ages) != 2 or _SAME_CHILD.search(plain):
        return {}
    (low, high), (low2, high2) = sorted(ages)
    if high - low <= 1 and high2 - low2 <= 1 and (high - low) == (high2 - low2):
        least = most = low2 - low
    else:
        least, most = max(0, low2 - high), max(high2 - low, high - low2)
    if least >= LARGE:
        return {"age_gap": "yes"}
    if least == TWO and most <= LARGE:
        return {"age_gap_two_years": "yes"}
    return {"age_gap": "no", "age_gap_two_years": "no"} if most < TWO else {}
