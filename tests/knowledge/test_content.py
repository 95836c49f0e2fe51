"""Content that cannot be used is refused at load, with the file, the entry, the field and what is expected."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

import knowledge.library
from knowledge.behaviour import Behaviour
from knowledge.content import HERE, ContentError, files, load_entries, read_yaml
from knowledge.factor import Factor
from knowledge.library import Library, load
from knowledge.provenance import Source
from knowledge.route import Route
from knowledge.rule import Rule
from knowledge.step import Step
from knowledge.topic import Topic

TOMORROW = date.today() + timedelta(days=1)
PLAYED, FACTOR = "curious_bodies", "coercion"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real behaviours and factors, to spoil."""
    for name in ("behaviours", "factors"):
        shutil.copytree(HERE / name, tmp_path / name)
    return tmp_path


def spoil(path: Path, entry: str, change: Callable[[dict[str, Any]], object]) -> Path:
    """The file with one entry changed."""
    document: dict[str, Any] = read_yaml(path)
    change(next(one for one in document["entries"] if one["id"] == entry))
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    return path


def behaviours_of(folder: Path) -> Path:
    return folder / "behaviours" / "curiosity_and_play.yml"


def refused(read: Callable[[], object], file: Path, entry: str, *says: str) -> ContentError:
    """Reading is refused, and the error names the file, the entry and everything else given."""
    with pytest.raises(ContentError) as raised:
        read()
    error = raised.value
    assert (error.file, error.entry) == (str(file), entry)
    for words in (error.file, entry, *says):
        assert words in str(error), str(error)
    assert error.expected
    return error


def spoilt(folder: Path, change: Callable[[dict[str, Any]], object], *says: str) -> ContentError:
    path = spoil(behaviours_of(folder), PLAYED, change)
    return refused(lambda: load(folder), path, PLAYED, *says)


# --- what is there can be read ---


def test_the_content_of_this_installation_can_be_read(folder: Path) -> None:
    known = load(folder)
    assert isinstance(known, Library)
    assert (len(known.behaviours), len(known.factors), len(known.subjects)) == (58, 23, 13)
    assert known.steps and known.routes
    assert load_entries(files("topics"), Topic) == known.topics


def test_files_come_in_the_order_of_their_names() -> None:
    names = [path.name for path in files("guidance")]
    assert names == sorted(names) and all(name.endswith(".yml") for name in names)
    assert list(files("no_such_folder")) == []


def test_an_entry_gets_the_fields_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "some.yml"
    path.write_text("title: A press\nentries:\n- {id: a, certainty: SEEN}\n- {id: b, title: B, certainty: SEEN}\n")
    found = load_entries([path], Source, shared=lambda document: {"title": document["title"]})
    assert [one.title for one in found.values()] == ["A press", "B"]
    assert list(found) == ["a", "b"]


# --- bad YAML ---


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("entries: [\n", "line 2", "valid YAML"),
        ("entries:\n- id: a\n  id: b\n", "line 3", "the key 'id' stands twice"),
        ("entries: []\nentries: []\n", "line 2", "the key 'entries' stands twice"),
        ("entries:\n- id: a\n  sources: {x: 1, x: 2}\n", "line 3", "the key 'x' stands twice"),
        ("entries:\n\t- id: a\n", "line 2", "valid YAML"),
        ("entries: !!python/object:os.system {}\n", "line 1", "valid YAML"),
        ("a: 1\n---\nb: 2\n", "line 2", "valid YAML"),
    ],
)
def test_what_is_not_valid_yaml_is_refused_with_its_line(tmp_path: Path, text: str, where: str, says: str) -> None:
    path = tmp_path / "bad.yml"
    path.write_text(text)
    error = refused(lambda: read_yaml(path), path, "-", says)
    assert error.field == where


@pytest.mark.parametrize(
    "content", [b"entries:\n- id: caf\xe9\n", b"\xff\xfee\x00n\x00", b"entries:\n- ? [a, b]\n  : c\n", b"\x00"]
)
def test_bytes_that_are_not_text_and_keys_that_are_no_words_are_refused_by_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.yml"
    path.write_bytes(content)
    with pytest.raises(ContentError, match=r"bad\.yml"):
        read_yaml(path)


def test_a_file_of_this_installation_is_named_from_its_top(tmp_path: Path) -> None:
    assert ContentError(HERE / "behaviours" / "talk.yml", "a", "b", "c").file == "knowledge/behaviours/talk.yml"
    assert str(ContentError(tmp_path / "x.yml", "a", "b", "c")) == f"{tmp_path / 'x.yml'}: entry 'a', field 'b': c"


# --- not a list of entries ---


@pytest.mark.parametrize("text", ["", "entries:\n", "- id: a\n", "entries: {a: 1}\n", "just words\n", "other: []\n"])
def test_a_file_without_a_list_of_entries_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.yml"
    path.write_text(text)
    error = refused(lambda: load_entries([path], Source), path, "-", "a mapping with a list named 'entries'")
    assert error.field == "entries"


@pytest.mark.parametrize("entry", ["- just words", "- {title: A}", "- {id: 5}", "- {id: yes}", "- [a]", "-"])
def test_an_entry_without_a_text_id_is_refused_by_its_number(tmp_path: Path, entry: str) -> None:
    path = tmp_path / "bad.yml"
    path.write_text(f"entries:\n- {{id: a, title: A, certainty: SEEN}}\n{entry}\n")
    error = refused(lambda: load_entries([path], Source), path, "number 2", "a mapping with a text 'id'")
    assert error.field == "id"


# --- ids that stand twice ---


def test_an_id_that_stands_twice_in_a_file_is_refused(folder: Path) -> None:
    path = behaviours_of(folder)
    document = read_yaml(path)
    document["entries"].append(dict(document["entries"][0]))
    path.write_text(yaml.safe_dump(document), encoding="utf-8")
    error = refused(lambda: load(folder), path, document["entries"][0]["id"], "an id that stands only once")
    assert error.field == "id"


def test_an_id_that_stands_in_two_files_is_refused_by_the_later_one(folder: Path) -> None:
    later = folder / "factors" / "zz_more.yml"
    first = read_yaml(folder / "factors" / "factors.yml")["entries"][0]
    later.write_text(yaml.safe_dump({"entries": [first]}), encoding="utf-8")
    assert refused(lambda: load(folder), later, first["id"], "stands only once").field == "id"


def test_a_subject_that_stands_in_two_files_is_refused(folder: Path) -> None:
    """Otherwise the behaviours of the first file would be missing from the menu."""
    later = folder / "behaviours" / "zz_more.yml"
    document = read_yaml(behaviours_of(folder))
    document["entries"] = [{**document["entries"][0], "id": "made_up"}]
    later.write_text(yaml.safe_dump(document), encoding="utf-8")
    with pytest.raises(ContentError, match="subject"):
        load(folder)


# --- behaviours ---


def test_a_missing_colour_is_refused_with_its_band(folder: Path) -> None:
    error = spoilt(folder, lambda entry: entry["cells"].pop("9-13"), "one colour for each age band", "missing: 9-13")
    assert error.field == "cells"


def test_a_cell_without_its_colour_or_its_basis_is_refused(folder: Path) -> None:
    assert "cells" in spoilt(folder, lambda entry: entry["cells"]["5-9"].pop("colour")).field
    shutil.copy(HERE / "behaviours" / behaviours_of(folder).name, behaviours_of(folder))
    assert "cells" in spoilt(folder, lambda entry: entry["cells"]["5-9"].pop("basis")).field


def test_a_band_that_does_not_exist_is_refused(folder: Path) -> None:
    change = {"10-14": {"colour": "red", "basis": "B"}}
    error = spoilt(folder, lambda entry: entry["cells"].update(change), "unknown: 10-14")
    assert error.field == "cells"


@pytest.mark.parametrize(
    ("cell", "field", "expected"),
    [
        ({"colour": "orange", "basis": "B"}, "cells.5-9.colour", "'green', 'amber', 'red', 'law', 'information'"),
        ({"colour": "red", "basis": "X"}, "cells.5-9.basis", "'B', 'F', 'L', 'D'"),
        ("red", "cells.5-9", "Cell"),
    ],
)
def test_a_cell_that_is_none_is_refused(folder: Path, cell: object, field: str, expected: str) -> None:
    error = spoilt(folder, lambda entry: entry["cells"].update({"5-9": cell}), expected)
    assert error.field.startswith(field)


@pytest.mark.parametrize("field", ["relevant", "holds", "needs_known"])
def test_an_unknown_factor_is_refused(folder: Path, field: str) -> None:
    error = spoilt(
        folder, lambda entry: entry.update({field: ["coersion"]}), "factors of knowledge/factors", "'coersion'"
    )
    assert error.field == field


def test_a_factor_that_is_both_asked_and_held_is_refused(folder: Path) -> None:
    error = spoilt(
        folder, lambda entry: entry.update(holds=["secrecy"]), "no factor that the cell already holds; secrecy"
    )
    assert error.field == "relevant"


def test_a_question_that_must_be_known_and_is_not_asked_is_refused(folder: Path) -> None:
    error = spoilt(folder, lambda entry: entry.update(needs_known=["injury"]), "relevant factors only; injury")
    assert error.field == "needs_known"


@pytest.mark.parametrize(
    "field", ["title", "clinical", "understood", "involves", "cells", "relevant", "sources", "certainty"]
)
def test_a_missing_field_is_refused_by_its_name(folder: Path, field: str) -> None:
    spoilt(folder, lambda entry: entry.pop(field), field)


def test_an_unknown_field_is_refused_by_its_name(folder: Path) -> None:
    spoilt(folder, lambda entry: entry.update(collour="red"), "collour")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"involves": "everybody"}, "involves"),
        ({"mutuality": "perhaps"}, "mutuality"),
        ({"contact": "sometimes"}, "contact"),
        ({"certainty": "SURE"}, "certainty"),
        ({"relevant": "coercion"}, "relevant"),
    ],
)
def test_a_word_that_the_schema_does_not_know_is_refused(folder: Path, change: dict[str, object], field: str) -> None:
    assert spoilt(folder, lambda entry: entry.update(change)).field.startswith(field)


@pytest.mark.parametrize(
    ("field", "value"), [("title", None), ("title", 5), ("order", "six"), ("order", None), ("subject", 3)]
)
def test_a_heading_of_the_menu_that_is_none_is_refused(folder: Path, field: str, value: object) -> None:
    path = behaviours_of(folder)
    document = read_yaml(path)
    document[field] = value
    path.write_text(yaml.safe_dump(document), encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load(folder)
    assert raised.value.file == str(path) and raised.value.field == field


# --- sources, dates and sign-offs, for every kind of content ---

FIRST_OF = {
    Behaviour: HERE / "behaviours" / "talk.yml",
    Factor: HERE / "factors" / "factors.yml",
    Rule: HERE / "rules.yml",
    Step: HERE / "guidance" / "avoid.yml",
    Route: HERE / "routes" / "danger.yml",
}
A_TOPIC = {
    "id": "what", "title": "What", "question": "What is it?", "short": "It is this.", "sources": ["brook: page 1"],
    "certainty": "SEEN",
}  # fmt: skip


def read_first(kind: type[Any], path: Path) -> object:
    return load_entries([path], kind, shared=lambda document: {"subject": "talk"} if kind is Behaviour else {})


@pytest.fixture(params=[*FIRST_OF, Topic], ids=lambda kind: kind.__name__.lower())
def kind_and_file(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[type[Any], Path, str]:
    """A kind of content, a copy of one of its files, and the first entry there."""
    kind: type[Any] = request.param
    path = tmp_path / "content.yml"
    document: dict[str, Any] = {"entries": [dict(A_TOPIC)]} if kind is Topic else read_yaml(FIRST_OF[kind])
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    read_first(kind, path)  # it is good as it stands
    return kind, path, document["entries"][0]["id"]


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        ({"sources": []}, "sources", "at least one source"),
        (
            {"sources": ["hearsay: page 1"]},
            "sources",
            "a source named in knowledge/sources.yml; 'hearsay' is not there",
        ),
        ({"sources": "brook"}, "sources", "tuple"),
        ({"sources": None}, "sources", "none"),
        ({"signed_off_on": TOMORROW}, "signed_off_on", "a date that is not in the future"),
        ({"signed_off_on": TOMORROW, "signed_off_by": "A. Reviewer"}, "signed_off_on", "not in the future"),
        ({"signed_off_on": "soon"}, "signed_off_on", "date"),
        ({"certainty": "probably"}, "certainty", "'SEED', 'SEEN', 'PART', 'UNVERIFIED', 'DERIVED'"),
    ],
)
def test_sources_dates_and_certainty_are_checked_in_every_kind_of_content(
    kind_and_file: tuple[type[Any], Path, str], change: dict[str, object], field: str, expected: str
) -> None:
    kind, path, name = kind_and_file
    spoil(path, name, lambda entry: entry.update(change))
    error = refused(lambda: read_first(kind, path), path, name, expected)
    assert error.field.startswith(field)


@pytest.mark.parametrize("field", ["sources", "certainty"])
def test_no_kind_of_content_may_leave_its_source_or_certainty_out(
    kind_and_file: tuple[type[Any], Path, str], field: str
) -> None:
    kind, path, name = kind_and_file
    spoil(path, name, lambda entry: entry.pop(field))
    refused(lambda: read_first(kind, path), path, name, field)


def test_no_kind_of_content_takes_a_field_it_does_not_know(kind_and_file: tuple[type[Any], Path, str]) -> None:
    kind, path, name = kind_and_file
    spoil(path, name, lambda entry: entry.update(singed_off_by="A. Reviewer"))
    refused(lambda: read_first(kind, path), path, name, "singed_off_by")


def test_a_sign_off_needs_both_a_name_and_a_date(kind_and_file: tuple[type[Any], Path, str]) -> None:
    """A name alone or a date alone is half a sign-off: it never counts as one."""
    kind, path, name = kind_and_file
    for half in ({"signed_off_by": "A. Reviewer"}, {"signed_off_on": date(2026, 1, 2)}):
        spoil(path, name, lambda entry, half=half: (entry.pop("signed_off_by", 0), entry.update(half)))  # type: ignore[misc]
        found: Any = read_first(kind, path)
        assert not found[name].signed_off


# --- guidance, topics, routes ---


def spoilt_step(tmp_path: Path, when: dict[str, object]) -> tuple[Path, str]:
    path = tmp_path / "avoid.yml"
    shutil.copy(HERE / "guidance" / "avoid.yml", path)
    name = read_yaml(path)["entries"][0]["id"]
    return spoil(path, name, lambda entry: entry["when"].update(when)), name


@pytest.mark.parametrize(
    ("when", "field"),
    [
        ({"factor": ["coersion"]}, "factor"),
        ({"unless": ["coersion"]}, "unless"),
        ({"colour": ["orange"]}, "colour"),
        ({"role": ["victim"]}, "role"),
        ({"area": ["wales"]}, "area"),
        ({"subject": ["picturs"]}, "subject"),
        ({"behaviour": ["made_up"]}, "behaviour"),
        ({"audience": ["teacher"]}, "audience"),
        ({"age_under": "nine"}, "age_under"),
        ({"colours": ["green"]}, "colours"),
    ],
)
def test_a_step_for_a_case_that_cannot_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: dict[str, object], field: str
) -> None:
    """A word that is misspelt in a condition would hide the step for ever."""
    path, name = spoilt_step(tmp_path, when)
    monkeypatch.setattr(knowledge.library, "files", lambda folder: [path])
    refused(lambda: load().steps, path, name, field)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"section": "do_later"}, "'do_now'"),
        ({"text": {}}, "a text for at least one audience"),
        ({"text": {"parent": ""}}, "a text for at least one audience"),
        ({"text": {"teacher": "Stop."}}, "teacher"),
        ({"order": "first"}, "integer"),
    ],
)
def test_a_step_without_a_section_words_or_an_order_is_refused(
    tmp_path: Path, change: dict[str, object], expected: str
) -> None:
    path, name = spoilt_step(tmp_path, {})
    spoil(path, name, lambda entry: entry.update(change))
    refused(lambda: load_entries([path], Step), path, name, expected)


def test_a_topic_too_long_for_a_phone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "topics.yml"
    path.write_text(yaml.safe_dump({"entries": [{**A_TOPIC, "short": "a " * 351}]}), encoding="utf-8")
    error = refused(lambda: load_entries([path], Topic), path, "what", "at most 700 characters")
    assert error.field == "short"


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        ({"id": "danger"}, "id", "a slug of the route table, which begins with 'r.'"),
        ({"says": []}, "says", "at least one"),
        ({"contacts": []}, "contacts", "at least one"),
        ({"grade": "perhaps"}, "grade", "'stop', 'answer_first', 'mention'"),
        ({"priority": "high"}, "priority", "integer"),
    ],
)
def test_a_route_that_cannot_be_used_is_refused(
    tmp_path: Path, change: dict[str, object], field: str, expected: str
) -> None:
    path = tmp_path / "danger.yml"
    shutil.copy(HERE / "routes" / "danger.yml", path)
    name = read_yaml(path)["entries"][0]["id"]
    spoil(path, name, lambda entry: entry.update(change))
    error = refused(lambda: load_entries([path], Route), path, str(change.get("id", name)), expected)
    assert error.field.startswith(field)
