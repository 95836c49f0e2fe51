"""Small wrong changes to the rules, one at a time: in the content, and in the code that decides.

A change to the content puts another entry into the loaded library. A change to the code compiles a module with one
place altered and gives the functions in use the altered code. Both last as long as the `with`;
nothing on disk is touched.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from knowledge.age import Band
from knowledge.behaviour import Basis, Cell, CellColour, Involves, Mutuality
from knowledge.factor import Weight
from knowledge.library import library
from knowledge.weighing import base, scales
from tests.proof.altered_code import altered

# What decides a colour, a step and a reason, in the order in which they build on each other.
MODULES = tuple(f"knowledge.{name}" for name in ("age", "colour", "case", "weighing", "continuum", "triage"))
MARKERS = (
    "contact", "exposure", "image", "sexual_activity", "mild_under_9", "coercive", "compulsive", "intrusive",
    "no_continuum",
)  # fmt: skip


@dataclass
class Mutant:
    """One change. `about` is a word of the tests that are most likely to notice it; `kind` is `content` or `code`."""

    kind: str
    name: str
    about: str
    do: Callable[[], Callable[[], None]]  # makes the change and answers with what undoes it
    undo: Callable[[], None] = lambda: None

    def __enter__(self) -> None:
        self.undo = self.do()
        _forget()

    def __exit__(self, *_: object) -> None:
        self.undo()
        _forget()


def _forget() -> None:
    """What was worked out once for each behaviour is worked out anew."""
    scales.cache_clear()
    base.cache_clear()


# --- content ---


def of_content() -> Iterator[Mutant]:
    """One cell, one basis, one relevance, one marker, one weight: every one of them, to every other value."""
    yield from _cells()
    yield from _relevance()
    yield from _markers()
    yield from _weights()


def _cells() -> Iterator[Mutant]:
    for name, behaviour in library().behaviours.items():
        for band, cell in behaviour.cells.items():
            for colour in CellColour:
                if colour not in (cell.colour, CellColour.INFORMATION) and (
                    colour is not CellColour.LAW or band == "13-17"
                ):
                    cells = {**behaviour.cells, band: Cell(colour, cell.basis)}
                    yield _behaviour(f"{name} at {band} {colour.value}", name, cells=cells)
            basis = Basis.BROOK if cell.basis is Basis.DERIVED else Basis.DERIVED
            cells = {**behaviour.cells, band: Cell(cell.colour, basis)}
            yield _behaviour(f"{name} at {band} basis {basis.value}", name, cells=cells)


def _relevance() -> Iterator[Mutant]:
    for name, behaviour in library().behaviours.items():
        for slug in library().factors:
            if slug in behaviour.relevant:
                left = tuple(one for one in behaviour.relevant if one != slug)
                yield _behaviour(f"{name} without {slug}", name, relevant=left)
            elif slug not in behaviour.holds:
                yield _behaviour(f"{name} with {slug}", name, relevant=(*behaviour.relevant, slug))
        own = None if behaviour.needs_known is not None else ()
        yield _behaviour(f"{name} needs {own}", name, needs_known=own)


def _markers() -> Iterator[Mutant]:
    for name, behaviour in library().behaviours.items():
        for marker in MARKERS:
            yield _behaviour(f"{name} {marker} changed", name, **{marker: not getattr(behaviour, marker)})
        for mutuality in Mutuality:
            if mutuality is not behaviour.mutuality:
                yield _behaviour(f"{name} mutuality {mutuality.value}", name, mutuality=mutuality)
        other = Involves.NOBODY if behaviour.involves.someone_else else Involves.OTHER_CHILD
        yield _behaviour(f"{name} involves {other.value}", name, involves=other)


def _weights() -> Iterator[Mutant]:
    for slug, factor in library().factors.items():
        for weight in Weight:
            if weight is not factor.weight:
                change = partial(_swap, library().factors, slug, replace(factor, weight=weight))
                yield Mutant("content", f"factor {slug} {weight.value}", slug, change)
        change = partial(_swap, library().factors, slug, replace(factor, consent=not factor.consent))
        yield Mutant("content", f"factor {slug} consent changed", slug, change)


def _behaviour(title: str, name: str, **changes: Any) -> Mutant:
    def change() -> Callable[[], None]:
        return _swap(library().behaviours, name, replace(library().behaviours[name], **changes))

    return Mutant("content", title, name, change)


def _swap(entries: Mapping[str, Any], name: str, entry: object) -> Callable[[], None]:
    assert isinstance(entries, dict)
    before = entries[name]
    entries[name] = entry
    return partial(entries.__setitem__, name, before)


# --- code ---


def of_code() -> Iterator[Mutant]:
    """One comparison, threshold, operator, condition, constant or statement: every one of them."""
    for name in MODULES:
        module = import_module(name)
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        short = name.removeprefix("knowledge.")
        for what, make in altered(source):
            yield Mutant("code", f"{short}.py:{what}", short, partial(_replace_code, module, make))
    for band in Band:
        for place in (0, 1):
            for step in (-1, 1):
                yield Mutant("code", f"age.py: {band.name} {place} {step:+}", "age", partial(_move, band, place, step))


def _move(band: Band, place: int, step: int) -> Callable[[], None]:
    before = band._value_
    band._value_ = (before[0] + step, before[1]) if place == 0 else (before[0], before[1] + step)
    return partial(setattr, band, "_value_", before)


def _replace_code(module: ModuleType, make: Callable[[], ast.Module]) -> Callable[[], None]:
    undo: list[Callable[[], None]] = []
    tree = make()
    compiled = dict(_codes(compile(tree, str(module.__file__), "exec")))
    for path, function in _functions(module):
        code = compiled[path]
        if code != function.__code__:
            undo.append(partial(setattr, function, "__code__", function.__code__))
            function.__code__ = code
    undo += _replace_constants(module, tree)

    def back() -> None:
        for one in undo:
            one()

    return back


def _codes(code: CodeType, path: str = "") -> Iterator[tuple[str, CodeType]]:
    for one in code.co_consts:
        if isinstance(one, CodeType) and not one.co_name.startswith("<"):
            name = f"{path}{one.co_name}"
            yield name, one
            yield from _codes(one, f"{name}.")


def _functions(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    for name, value in vars(module).items():
        if getattr(value, "__module__", None) != module.__name__:
            continue
        if isinstance(value, type):
            for inner, method in vars(value).items():
                function = _function(method)
                if function and function.__code__.co_filename == module.__file__:
                    yield f"{name}.{inner}", function
        elif function := _function(value):
            yield name, function


def _function(value: object) -> FunctionType | None:
    for wrapper in ("fget", "__func__", "__wrapped__"):
        value = getattr(value, wrapper, value)
    return value if isinstance(value, FunctionType) else None


def _replace_constants(module: ModuleType, tree: ast.Module) -> list[Callable[[], None]]:
    """A constant of a module is also known by its name where it was imported."""
    undo: list[Callable[[], None]] = []
    before_it = {ast.dump(node) for node in ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body}
    for node in tree.body:
        if not isinstance(node, (ast.Assign, ast.AnnAssign)) or ast.dump(node) in before_it:
            continue
        here = dict(vars(module))
        exec(compile(ast.Module([node], []), str(module.__file__), "exec"), here)
        for name, value in here.items():
            before = vars(module).get(name)
            if name.startswith("__") or value is before or value == before:
                continue
            for other in list(sys.modules.values()):
                if other.__name__.startswith(("knowledge", "tests")) and vars(other).get(name) is before:
                    undo.append(partial(setattr, other, name, before))
                    setattr(other, name, value)
    return undo
