"""The options that describe a case, and a parser that refuses with one sentence."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from enum import Enum
from typing import NoReturn

from knowledge.age import Age
from knowledge.case import AREAS, Case, Role
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.words import Audience


class Parser(argparse.ArgumentParser):
    """Raises `ValueError` with one sentence where argparse would print its usage and end the program."""

    def error(self, message: str) -> NoReturn:
        """Refuses the options."""
        raise ValueError(message)


def add_case(parser: argparse.ArgumentParser) -> None:
    """The options of a case."""
    whose = "the age of the child whose behaviour it was: 8, or 7-9; left out: not known"
    parser.add_argument("--age", type=_age, metavar="YEARS", help=whose)
    parser.add_argument("--other-age", type=_age, metavar="YEARS", help="the age of the other child")
    developmental = "the age at which the child is working"
    parser.add_argument("--developmental-age", type=_age, metavar="YEARS", help=developmental)
    parser.add_argument("--send", type=_one_of(_values(Answer)), default="unknown", metavar="yes|no|unknown")
    parser.add_argument("--behaviour", action="append", required=True, type=_behaviour, metavar="ID")
    parser.add_argument("--factor", action="append", type=_factor, default=[], metavar="SLUG=yes|no|unknown")
    audiences = _values(Audience)
    parser.add_argument("--audience", type=_one_of(audiences), default="parent", metavar="|".join(audiences))
    parser.add_argument("--area", type=_one_of(AREAS), default="elsewhere", metavar="|".join(AREAS))
    parser.add_argument("--role", type=_one_of(_values(Role)), default="displayed", metavar="|".join(_values(Role)))


def case_of(options: argparse.Namespace) -> Case:
    """The case that the options describe. Raises `ValueError` for a factor with two different answers."""
    factors: dict[str, Answer] = {}
    for slug, answer in options.factor:
        if factors.setdefault(slug, answer) is not answer:
            raise ValueError(f"one answer for each factor; {slug} has two")
    return Case(
        behaviours=tuple(dict.fromkeys(options.behaviour)),
        age=options.age,
        factors=factors,
        audience=Audience(options.audience),
        area=options.area,
        role=Role(options.role),
        other_age=options.other_age,
        send=Answer(options.send),
        developmental_age=options.developmental_age,
    )


def _age(text: str) -> Age:
    low, _, high = text.partition("-")
    try:
        return Age.of(int(low), int(high or low))
    except ValueError:
        raise argparse.ArgumentTypeError(f"an age is 0 to 17, as 8 or 7-9; got {text!r}") from None


def _behaviour(text: str) -> str:
    return _known(text, library().behaviours, "a behaviour")


def _factor(text: str) -> tuple[str, Answer]:
    slug, _, value = text.partition("=")
    _known(slug, library().factors, "a factor")
    try:
        return slug, Answer(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{slug} is yes, no or unknown; got {value!r}") from None


def _known(text: str, known: Iterable[str], what: str) -> str:
    if text in known:
        return text
    near = get_close_matches(text, known, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else f"one of {', '.join(sorted(known))}"
    raise argparse.ArgumentTypeError(f"{text!r} is not {what}; {hint}")


def _one_of(words: tuple[str, ...]) -> Callable[[str], str]:
    def one(text: str) -> str:
        if text not in words:
            raise argparse.ArgumentTypeError(f"one of {', '.join(words)}; got {text!r}")
        return text

    return one


def _values(kind: type[Enum]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in kind)
