"""The sieve lets through exactly the patterns of which a literal stands in the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.pattern_sieve import PatternSieve

LITERALS = st.lists(st.text("ab c", min_size=1, max_size=4), max_size=3)


@given(st.lists(LITERALS, max_size=8), st.text("ab cd", max_size=30))
def test_exactly_the_patterns_with_a_literal_in_the_text_pass(patterns: list[list[str]], text: str) -> None:
    wanted = [place for place, one in enumerate(patterns) if not one or any(literal in text for literal in one)]
    assert list(PatternSieve(patterns).passing(text)) == wanted
