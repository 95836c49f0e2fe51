"""The audit has every statement of the framework's five domains, each with what is needed to score it and to act."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import audit_statement
from knowledge.audit_statement import domains, scale, statements
from knowledge.content import ContentError

# The framework's own numbers: second edition, 2019. 1.6, 2.1 and 4.1 have lettered parts, which are scored one by one.
NUMBERS = [
    "1.1", "1.2", "1.3", "1.4", "1.5", "1.6a", "1.6b", "1.6c", "1.7", "1.8",
    "2.1a", "2.1b", "2.1c", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8",
    "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8",
    "4.1a", "4.1b", "4.1c", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8",
    "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8",
]  # fmt: skip


def test_every_statement_is_there_in_the_frameworks_order() -> None:
    assert list(statements()) == NUMBERS


def test_lettered_parts_stand_under_their_statement() -> None:
    groups = {number for domain in domains().values() for number in domain.groups}
    assert groups == {"1.6", "2.1", "4.1"}
    assert {one.group for one in statements().values() if one.group} == groups
    assert all(one.id.startswith(one.group) for one in statements().values() if one.group)


def test_parts_that_share_one_score_are_named() -> None:
    assert {one.id: len(one.covers) for one in statements().values() if one.covers} == {"3.6": 5, "5.2": 4}


def test_each_says_what_counts_as_evidence_what_helps_and_who_leads() -> None:
    for one in statements().values():
        assert len(one.evidence) >= 3, one.id
        assert len(one.helps) >= 3, one.id
        assert one.leads, one.id


def test_each_cites_the_framework_at_its_own_domain() -> None:
    for one in statements().values():
        refs = [source.ref for source in one.sources if source.source == "framework"]
        assert any(f"audit tool, domain {one.domain}" in ref for ref in refs), one.id


def test_the_scale_runs_from_0_to_4() -> None:
    assert list(scale()) == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (('id: "1.1"', 'id: "2.1"'), "id"),
        (('id: "1.1"', 'id: "1.1a"'), "group"),
        (('group: "1.6"\n  says: "This holds for children who live', 'group: "9"\n  says: "This holds for children who live'), "group"),
        (("title: Responses", "title: 3"), "title"),
        (('leads: ["Specialist HSB service", "Whoever commissions it"]', "leads: []"), "leads"),
    ],
)  # fmt: skip
def test_an_entry_that_does_not_fit_is_refused_with_its_place(
    change: tuple[str, str], field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = audit_statement.HERE / "audit" / "domain_1_responses.yml"
    text = real.read_text(encoding="utf-8")
    assert change[0] in text
    spoilt = tmp_path / real.name
    spoilt.write_text(text.replace(*change, 1), encoding="utf-8")
    monkeypatch.setattr(audit_statement, "files", lambda _: iter([spoilt]))
    with pytest.raises(ContentError) as refused:
        domains.__wrapped__()
    assert refused.value.field == field
    assert refused.value.file.endswith(real.name)
