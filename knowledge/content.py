"""Reading the YAML that a safeguarding lead edits, with errors that say where and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError, parse_obj_as

HERE = Path(__file__).parent
Entry = TypeVar("Entry")

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # libyaml is missing: slower, the same result
    from yaml import SafeLoader  # type: ignore[assignment]


class ContentError(ValueError):
    """Something in the content cannot be used. Names the file, the entry, the field and what is expected."""

    def __init__(self, file: Path | str, entry: str, field: str, expected: str) -> None:
        path = Path(file)
        self.file = str(path.relative_to(HERE.parent)) if path.is_relative_to(HERE.parent) else str(path)
        self.entry, self.field, self.expected = entry, field, expected
        super().__init__(f"{self.file}: entry {entry!r}, field {field!r}: {expected}")


class _UniqueKeys(SafeLoader):
    """YAML lets a later key silently replace an earlier one; here that is an error."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            # Every key of the content is a plain scalar; making an object of it, as is done below, would be done twice.
            key = (
                key_node.value if isinstance(key_node, yaml.ScalarNode) else self.construct_object(key_node, deep=True)
            )
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)


def read_yaml(path: Path) -> Any:
    """The content of one YAML file. Raises `ContentError` if it is not valid YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_UniqueKeys)
    except (UnicodeDecodeError, TypeError) as error:  # not text, or a key that is no word
        raise ContentError(path, "-", "-", f"valid YAML in UTF-8 ({error})") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark else "-"
        raise ContentError(path, "-", where, f"valid YAML ({getattr(error, 'problem', error)})") from None


def parse(kind: type[Entry], data: object, file: Path, name: str) -> Entry:
    """`data` as one `kind` (a pydantic data class). Raises `ContentError` for the first field that does not fit."""
    try:
        return parse_obj_as(kind, data)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"] if part != "__root__") or "-"
        raise ContentError(file, name, field, str(first["msg"])) from None
    except TypeError as error:  # an unknown key of a data class
        raise ContentError(file, name, "-", str(error).replace("__init__() ", "")) from None


def files(folder: str) -> Iterator[Path]:
    """The YAML files of one content folder, in name order."""
    yield from sorted((HERE / folder).glob("*.yml"))


def load_entries(
    paths: Iterable[Path],
    kind: type[Entry],
    shared: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None,
    check: Callable[[Entry], tuple[str, str] | None] | None = None,
) -> dict[str, Entry]:
    """Every entry of the files by its id, in file order.

    A file is a mapping with `entries:`, a list of mappings with an `id`; `shared` turns the file's other keys into
    fields that each of its entries gets; `check` names the field of an entry that does not fit the rest of the content
    and what is expected there. Raises `ContentError` for an entry that does not fit and for an id that stands twice.
    """
    found: dict[str, Entry] = {}
    for path in paths:
        document = read_yaml(path)
        if not isinstance(document, dict) or not isinstance(document.get("entries"), list):
            raise ContentError(path, "-", "entries", "a mapping with a list named 'entries'")
        common = dict(shared(document)) if shared else {}
        for number, raw in enumerate(document["entries"], start=1):
            if not isinstance(raw, dict) or not isinstance(raw.get("id"), str):
                raise ContentError(path, f"number {number}", "id", "a mapping with a text 'id'")
            name = raw["id"]
            if name in found:
                raise ContentError(path, name, "id", "an id that stands only once; this one is already taken")
            found[name] = parse(kind, {**common, **raw}, path, name)
            wrong = check(found[name]) if check else None
            if wrong:
                raise ContentError(path, name, *wrong)
    return found
