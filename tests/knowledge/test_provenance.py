"""Where content comes from: citations, certainty and sign-off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pydantic import parse_obj_as

from knowledge.library import library
from knowledge.provenance import Certainty, Citation, Provenance, Source, citation, sources
from knowledge.rule import rules
from knowledge.signing import signable


def provenance(**fields: object) -> Provenance:
    """What content would become when it is read."""
    return parse_obj_as(Provenance, {"sources": ["brook: page 1"], "certainty": "SEEN", **fields})


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("brook", {"source": "brook", "ref": ""}),
        ("brook: 9 to 13 list", {"source": "brook", "ref": "9 to 13 list"}),
        ("brook:9 to 13", {"source": "brook", "ref": "9 to 13"}),
        ("  brook :  lists  ", {"source": "brook", "ref": "lists"}),
        ("brook: lists by age: 9 to 13", {"source": "brook", "ref": "lists by age: 9 to 13"}),
    ],
)
def test_a_citation_may_be_written_as_source_and_place(written: str, read: dict[str, str]) -> None:
    assert citation(written) == read


@pytest.mark.parametrize("written", ["hearsay", "hearsay: page 1", "", ": page 1", "Brook"])
def test_a_source_that_is_not_listed_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="a source named in knowledge/sources"):
        citation(written)


def test_other_forms_are_left_for_the_schema_to_judge() -> None:
    assert citation({"source": "brook"}) == {"source": "brook"}
    assert citation(5) == 5


def test_a_citation_becomes_the_title_and_the_place() -> None:
    assert Citation("brook", "page 1").as_card() == {"title": sources()["brook"].title, "ref": "page 1"}
    assert Citation("procedures").as_card()["ref"] == ""


def test_sources_and_certainty_are_read() -> None:
    found = provenance(sources=["brook: page 1", "procedures"])
    assert found.sources == (Citation("brook", "page 1"), Citation("procedures", ""))
    assert found.certainty is Certainty.SEEN


@pytest.mark.parametrize(
    ("fields", "signed"),
    [
        ({}, False),
        ({"signed_off_by": "A. Reviewer"}, False),
        ({"signed_off_on": "2026-01-02"}, False),
        ({"signed_off_by": "", "signed_off_on": "2026-01-02"}, False),
        ({"signed_off_by": "A. Reviewer", "signed_off_on": "2026-01-02"}, True),
        ({"signed_off_by": "A. Reviewer", "signed_off_on": date.today().isoformat()}, True),
    ],
)
def test_a_sign_off_is_a_name_and_a_date(fields: dict[str, object], signed: bool) -> None:
    assert provenance(**fields).signed_off is signed


def test_a_sign_off_tomorrow_is_refused() -> None:
    with pytest.raises(ValueError, match="not in the future"):
        provenance(signed_off_by="A. Reviewer", signed_off_on=date.today() + timedelta(days=1))


def test_no_source_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one source"):
        provenance(sources=[])


def test_nothing_is_changed_after_loading() -> None:
    with pytest.raises((AttributeError, TypeError)):
        provenance().certainty = Certainty.SEED  # type: ignore[misc]


def test_every_source_has_a_title_and_says_how_it_was_read() -> None:
    assert len(sources()) > 20
    for name, source in sources().items():
        assert isinstance(source, Source) and source.id == name
        assert source.title.strip() and isinstance(source.certainty, Certainty)
        assert source.year is None or 1900 < source.year <= date.today().year
        assert source.url is None or source.url.startswith("https://")


def all_content() -> Iterator[tuple[str, Provenance]]:
    yield from ((f"{kind} {name}", entry) for kind, name, entry in signable())
    yield from rules().items()
    yield from library().steps.items()


def test_every_piece_of_content_names_a_source_that_is_listed() -> None:
    for name, entry in all_content():
        assert entry.sources, name
        assert all(one.source in sources() for one in entry.sources), name
        assert all(one.as_card()["title"] for one in entry.sources), name


def test_no_content_is_surer_than_the_surest_of_its_sources() -> None:
    """What only our own reasoning supports is DERIVED, and says so."""
    for name, entry in all_content():
        certainties = {sources()[one.source].certainty for one in entry.sources}
        if certainties == {Certainty.DERIVED}:
            assert entry.certainty is Certainty.DERIVED, name
        if entry.certainty is Certainty.SEED:
            assert Certainty.SEED in certainties, name


def test_every_source_is_cited_somewhere() -> None:
    cited = {one.source for _, entry in all_content() for one in entry.sources}
    # Some stand ready for topics that are still to be written.
    assert len(cited) >= len(sources()) // 2
