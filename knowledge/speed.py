"""How fast it is: `python -m knowledge.speed` prints the least, the median and the most of each part."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from knowledge import clock
from knowledge.age import Age
from knowledge.case import AREAS, Case
from knowledge.content import HERE
from knowledge.directory import plan_contacts
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.plan import plan
from knowledge.triage import assess
from knowledge.words import Audience

FRESH_STARTS = 7
AGES = (4, 5, 8, 9, 12, 13, 15, 17)
NIGHT = "2026-11-21T23:10"
MICROSECONDS, MILLISECONDS = 1e6, 1e3

# In a process of its own, where nothing is loaded yet: the modules, all the content, the first look at the calendar.
_LOAD = """
from datetime import date
from time import perf_counter, process_time
times, before = [perf_counter()], process_time()
from knowledge import card, opening_hours, plan, signing, triage
times.append(perf_counter())
entries = list(signing.signable())
times.append(perf_counter())
processor = process_time() - before
opening_hours.is_bank_holiday(date.today())
times.append(perf_counter())
print(*(later - earlier for earlier, later in zip(times, times[1:])), processor)
"""


def cases() -> Iterator[Case]:
    """Every behaviour at some ages, with none, one and all of its factors present; audiences and areas take turns."""
    for behaviour in library().behaviours.values():
        for number, years in enumerate(AGES):
            for present in ((), behaviour.relevant[:1], behaviour.relevant):
                yield Case(
                    behaviours=(behaviour.id,),
                    age=Age.of(years),
                    factors=dict.fromkeys(present, Answer.YES),
                    audience=list(Audience)[number % len(Audience)],
                    area=AREAS[number % len(AREAS)],
                )


def timed(work: Callable[[Case], object]) -> list[float]:
    """How long the work takes for each case, in seconds."""
    found = []
    for case in cases():
        begin = perf_counter()
        work(case)
        found.append(perf_counter() - begin)
    return found


def loading(starts: int) -> list[tuple[float, ...]]:
    """How long each fresh process takes for the modules, the content and the first date, in seconds.

    Last comes the processor's own time for modules and content, which a busy machine does not lengthen.
    """
    found = []
    for _ in range(starts):
        command = [sys.executable, "-c", _LOAD]
        run = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, check=True)
        found.append(tuple(map(float, run.stdout.split())))
    return found


def assessed(case: Case) -> object:
    """An assessment with its plan."""
    return plan(case, assess(case))


def with_contacts(case: Case) -> object:
    """An assessment with its plan and the contacts of a Saturday night."""
    assessment = assess(case)
    colour, moment = assessment.colour_slug, clock.parse(NIGHT)
    return plan(case, assessment), plan_contacts(case.area, case.audience.value, colour, case.age, moment)


def row(name: str, seconds: Sequence[float], scale: float) -> str:
    """One line: the least, the median and the most, scaled to the unit of the table."""
    numbers = (min(seconds), statistics.median(seconds), max(seconds))
    return f"{name:44}" + "".join(f"{number * scale:>9.1f}" for number in numbers)


def main(fresh_starts: int = FRESH_STARTS) -> None:
    """Measures and prints."""
    assessed(next(cases()))  # loads the content, which is measured by itself
    print(f"{'microseconds':44}{'least':>9}{'median':>9}{'most':>9}")
    print(row("an assessment with its plan, the first time", timed(assessed), MICROSECONDS))
    print(row("an assessment with its plan", timed(assessed), MICROSECONDS))
    timed(with_contacts)
    print(row("the same and its contacts", timed(with_contacts), MICROSECONDS))
    starts = loading(fresh_starts)
    print(f"\n{'milliseconds, ' + str(len(starts)) + ' fresh starts':44}{'least':>9}{'median':>9}{'most':>9}")
    modules, content, calendar, processor = zip(*starts, strict=True)
    print(row("the modules", modules, MILLISECONDS))
    print(row("all the content", content, MILLISECONDS))
    print(row("modules and content", [sum(one[:2]) for one in starts], MILLISECONDS))
    print(row("modules and content, processor time", processor, MILLISECONDS))
    print(row("the first date", calendar, MILLISECONDS))


if __name__ == "__main__":
    main()
