"""One text in the words of each audience, and who reads whose words where there are none."""

from __future__ import annotations

import pytest

from knowledge.words import Audience, Words

PARENT, SCHOOL, HELPLINE, PROFESSIONAL = Audience


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (Words(parent="p"), {PARENT: "p", SCHOOL: "p", HELPLINE: "p", PROFESSIONAL: "p"}),
        (Words(parent="p", school="s"), {PARENT: "p", SCHOOL: "s", HELPLINE: "p", PROFESSIONAL: "s"}),
        (Words(parent="p", helpline="h"), {PARENT: "p", SCHOOL: "p", HELPLINE: "h", PROFESSIONAL: "p"}),
        (Words(parent="p", professional="x"), {PARENT: "p", SCHOOL: "p", HELPLINE: "p", PROFESSIONAL: "x"}),
        (Words(school="s"), {PARENT: "", SCHOOL: "s", HELPLINE: "", PROFESSIONAL: "s"}),
        (Words(professional="x"), {PARENT: "", SCHOOL: "", HELPLINE: "", PROFESSIONAL: "x"}),
        (Words(helpline="h"), {PARENT: "", SCHOOL: "", HELPLINE: "h", PROFESSIONAL: ""}),
    ],
)
def test_each_audience_reads_its_own_words_or_those_it_falls_back_on(words: Words, read: dict[Audience, str]) -> None:
    assert {audience: words.to(audience) for audience in Audience} == read


@pytest.mark.parametrize("fields", [{}, {"parent": ""}, {"parent": None, "school": ""}])
def test_a_text_for_nobody_is_refused(fields: dict[str, str | None]) -> None:
    with pytest.raises(ValueError, match="a text for at least one audience"):
        Words(**fields)


def test_the_audiences_are_those_of_the_contract() -> None:
    assert [audience.value for audience in Audience] == ["parent", "school", "helpline", "professional"]
