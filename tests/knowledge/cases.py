"""Cases for property tests: any case that codes can express."""

from __future__ import annotations

from hypothesis import strategies as st

from knowledge.age import OLDEST, YOUNGEST, Age
from knowledge.case import AREAS, Case, Role
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.words import Audience

years = st.integers(YOUNGEST, OLDEST)
ages = st.tuples(years, years).map(lambda pair: Age(min(pair), max(pair)))
behaviours = st.sampled_from(sorted(library().behaviours))
slugs = st.sampled_from(sorted(library().factors))
answers = st.sampled_from(list(Answer))
factors = st.dictionaries(slugs, answers, max_size=8)

cases = st.builds(
    Case,
    behaviours=st.lists(behaviours, min_size=1, max_size=3, unique=True).map(tuple),
    age=st.none() | ages,
    factors=factors,
    audience=st.sampled_from(list(Audience)),
    area=st.sampled_from(AREAS),
    role=st.sampled_from(list(Role)),
    other_age=st.none() | ages,
    developmental_age=st.none() | ages,
)
