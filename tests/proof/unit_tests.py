"""The unit tests of the rules as plain calls, so that thousands of mutants can be held against them in one process."""

from __future__ import annotations

import inspect
import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import Any

NAMES = (
    "age", "colour", "case", "weighing", "continuum", "behaviours", "factors", "triage_vignettes", "triage_reasons",
    "triage",
)  # fmt: skip


@dataclass
class UnitTest:
    """One test function with one set of parameters. `seconds` is how long it took when nothing was wrong."""

    name: str
    label: str  # what it is about, to be searched in
    function: Callable[..., Any]
    parameters: dict[str, Any]
    seconds: float = 0.0
    noticed: int = field(default=0)

    def passes(self) -> bool:
        """Whether it passes now."""
        try:
            self.function(**self.parameters)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # a failed `pytest.raises` is no Exception
            return False
        return True


class UnitTests:
    """All of them. Those that fail before anything was changed are left out and named in `already_wrong`."""

    def __init__(self, names: Sequence[str] = NAMES) -> None:
        self.tests: list[UnitTest] = []
        self.already_wrong: list[str] = []
        for test in itertools.chain.from_iterable(map(_tests_of, names)):
            begun = time.perf_counter()
            if test.passes():
                test.seconds = time.perf_counter() - begun
                self.tests.append(test)
            else:
                self.already_wrong.append(test.label)
        self.tests.sort(key=lambda test: test.seconds)

    def noticed_by(self, about: str) -> str | None:
        """The first test that fails, those that are about this word first; `None` where all of them pass."""
        near = self._near.get(about, ())
        for test in itertools.chain(near, self._front, self.tests):
            if not test.passes():
                test.noticed += 1
                if test not in self._front:
                    self._front.insert(0, test)
                    del self._front[40:]
                return test.label
        return None

    @cached_property
    def _front(self) -> list[UnitTest]:
        return []

    @cached_property
    def _near(self) -> dict[str, list[UnitTest]]:
        near: dict[str, list[UnitTest]] = {}
        for test in self.tests:
            for word in {test.name, *test.label.replace("[", " ").replace("]", " ").replace("-", " ").split()}:
                near.setdefault(word, []).append(test)
        return near


def _tests_of(name: str) -> Iterator[UnitTest]:
    module = import_module(f"tests.knowledge.test_{name}")
    for title, function in vars(module).items():
        if title.startswith("test_") and function.__module__ == module.__name__ and not hasattr(function, "hypothesis"):
            for parameters in _parameters(function):
                if set(parameters) == set(inspect.signature(function).parameters):
                    words = "-".join(
                        str(value) if isinstance(value, (str, int)) else _short(value) for value in parameters.values()
                    )
                    yield UnitTest(name, f"{title}[{words}]", function, parameters)


def _short(value: object) -> str:
    return str(getattr(value, "name", "")) or type(value).__name__


def _parameters(function: Callable[..., Any]) -> Iterator[dict[str, Any]]:
    """Every combination of what the `parametrize` marks give."""
    marks = [mark for mark in getattr(function, "pytestmark", []) if mark.name == "parametrize"]
    choices = []
    for mark in marks:
        names = (
            [one.strip() for one in mark.args[0].split(",")] if isinstance(mark.args[0], str) else list(mark.args[0])
        )
        rows = [getattr(row, "values", row) if hasattr(row, "marks") else row for row in mark.args[1]]
        choices.append([dict(zip(names, [row] if len(names) == 1 else row, strict=True)) for row in rows])
    for combination in itertools.product(*choices):
        yield {name: value for one in combination for name, value in one.items()}
