"""Content that cannot be used is refused at load, with the file, the entry, the field and what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from knowledge.content import HERE, ContentError, files, load_entries, read_yaml
from knowledge.library import Library, load
from knowledge.provenance import Source
from knowledge.topic import Topic
from tests.knowledge.spoiling import behaviours_of, refused


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
