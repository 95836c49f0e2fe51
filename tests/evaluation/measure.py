"""`python -m tests.evaluation.measure [dev|test]`: how well the trained model understands sentences that it has never
seen.

Prints one line a figure, with a 95 % bootstrap interval where sentences are counted. `dev` may be looked at while
tuning; `test` is for the record.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.metrics import roc_auc_score

from bot.nlu.reader import Reader
from bot.understand import MODEL

HERE = Path(__file__).parent
STOPPING = [
    "r.immediate_danger",
    "r.recent_assault",
    "r.adult_abuser",
    "r.child_self_disclosure",
    "r.young_self_worry",
    "r.child_under13_self_worry",
    "r.adult_own_thoughts",
    "r.suicide_selfharm",
    "r.sextortion",
    "r.fgm",
    "r.forced_marriage_hba",
    "r.sexual_request",
    "r.grooming_online",
    "r.partner_worry",
    "r.image_online",
    "r.cse_cce",
    "r.domestic_abuse",
    "r.allegation_staff",
]


class Sets:
    """The sentences of one set and what the model made of each, read once."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.reader, self.folder = reader, HERE / name
        self.milliseconds: list[float] = []

    def __call__(self, file: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        entries = yaml.load((self.folder / f"{file}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return [(entry, self._read(entry["text"])) for entry in entries]

    def _read(self, text: str) -> dict[str, Any]:
        began = time.perf_counter()
        found = self.reader.read(text)
        self.milliseconds.append(1000 * (time.perf_counter() - began))
        return found


def share(hits: Iterable[bool]) -> str:
    """A share in per cent with its 95 % bootstrap interval and the number of sentences."""
    values = np.array(list(hits), dtype=float)
    random = np.random.default_rng(0)
    means = values[random.integers(0, len(values), (1000, len(values)))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return f"{100 * values.mean():5.1f} %   ({100 * low:.1f} to {100 * high:.1f}; n = {len(values)})"


def behaviours(sets: Sets) -> Iterable[tuple[str, str]]:
    """Top 1, top 3, and how well in-scope tells the behaviours from everything else."""
    known = sets("behaviours")
    ranked = [[one["id"] for one in found["behaviours"]] for _, found in known]
    right = [{e["behaviour"], *e.get("also", []), *([e["second"]] if "second" in e else [])} for e, _ in known]
    yield "right behaviour first", share(ids[0] in ok for ids, ok in zip(ranked, right, strict=True))
    yield (
        "right behaviour among the first three",
        share(bool(ok & set(ids[:3])) for ids, ok in zip(ranked, right, strict=True)),
    )
    inside = [found["in_scope"] for _, found in known]
    outside = [found["in_scope"] for _, found in sets("out_of_scope")]
    auroc = roc_auc_score([1] * len(inside) + [0] * len(outside), inside + outside)
    yield "in scope or not, AUROC", f"{auroc:.3f}"
    yield "worries taken as in scope", share(score >= 0.5 for score in inside)
    yield "other messages taken as out of scope", share(score < 0.5 for score in outside)


def routes(sets: Sets) -> Iterable[tuple[str, str]]:
    """The safety net: recall on what must fire, false alarms on what must not."""
    fired = _fired(sets("routes"))
    yield from _urgent(fired, _fired(sets("near_misses")))
    others = [(e, ids) for e, ids in fired if e["routes"][0] not in STOPPING]
    yield "other routes: an acceptable one fires", share(bool(set(e["routes"]) & ids) for e, ids in others)


def fresh_routes(sets: Sets) -> Iterable[tuple[str, str]]:
    """The same on long, indirect and relayed messages, and on a third set: each by a writer who has seen none of the others."""
    for number, said in (("fresh", "hard messages"), ("third", "third set")):
        if (sets.folder / f"routes_{number}.yml").is_file():
            for name, figure in _urgent(_fired(sets(f"routes_{number}")), _fired(sets(f"near_misses_{number}"))):
                yield f"{said}, {name}", figure


def _fired(read: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> list[tuple[dict[str, Any], set[str]]]:
    return [(entry, {route["id"] for route in found["routes"]}) for entry, found in read]


def _urgent(
    fired: Sequence[tuple[dict[str, Any], set[str]]], quiet: Sequence[tuple[dict[str, Any], set[str]]]
) -> Iterable[tuple[str, str]]:
    urgent = [(e, ids) for e, ids in fired if e["routes"][0] in STOPPING]
    yield "urgent: the named route fires", share(e["routes"][0] in ids for e, ids in urgent)
    yield "urgent: an acceptable route fires", share(bool(set(e["routes"]) & ids) for e, ids in urgent)
    yield "urgent: any urgent route fires", share(bool(ids & set(STOPPING)) for _, ids in urgent)
    yield "false alarms on near misses", share(bool(set(e["not"]) & ids) for e, ids in quiet)
    yield "any urgent route on a near miss", share(bool(set(STOPPING) & ids) for _, ids in quiet)
    for text in [e["text"] for e, ids in urgent if not ids & set(STOPPING)]:
        yield "  missed", text


def facts(sets: Sets) -> Iterable[tuple[str, str]]:
    """Ages, areas, answers, factors, roles, identifying details."""
    yield "ages exact", share(e["age"] == found["age"] for e, found in sets("ages"))
    yield "areas exact", share(e["area"] == found["area"] for e, found in sets("areas"))
    yield "answers exact", share(e["answer"] == found["answer"] for e, found in sets("answers"))
    for name in ("factors", "factors_third", "factors_fourth"):
        if (sets.folder / f"{name}.yml").is_file():
            yield from said(name.replace("_", ", "), sets(name))
    for path in sorted(sets.folder.glob("roles*.yml")):
        told = [(e["role"], e.get("role_also", ()), found["role"]) for e, found in sets(path.stem)]
        yield path.stem.replace("_", ", "), share(found == role or found in also for role, also, found in told)
    spans = [(e["spans"], e["text"], found["identifying"]) for e, found in sets("identifying")]
    covered = [
        any(start < text.index(span) + len(span) and text.index(span) < end for start, end in found)
        for wanted, text, found in spans
        for span in wanted
    ]
    yield "identifying details found", share(covered)
    yield "identifying false alarms", share(bool(found) for wanted, _, found in spans if not wanted)


def said(name: str, known: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> Iterable[tuple[str, str]]:
    """Factors and roles of one file."""
    hit = wrong = missed = 0
    for entry, found in known:
        wanted, may = entry["factors"], entry.get("may", {})
        hit += sum(found["factors"].get(slug) == value for slug, value in wanted.items())
        missed += sum(found["factors"].get(slug) != value for slug, value in wanted.items())
        wrong += sum(wanted.get(s) != v and may.get(s) != v for s, v in found["factors"].items())
    yield (
        f"{name}, micro F1",
        f"{2 * hit / (2 * hit + wrong + missed):.3f}   (precision {hit / (hit + wrong):.3f}, recall {hit / (hit + missed):.3f})",
    )
    roles = [(e["role"], e.get("role_also"), found["role"]) for e, found in known if "role" in e]
    yield f"{name}, role", share(found == role or found in (also or ()) for role, also, found in roles)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures of one set."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.measure", description=__doc__)
    parser.add_argument("set", nargs="?", default="dev", choices=("dev", "test"))
    options = parser.parse_args(arguments)
    sets = Sets(Reader.from_model(MODEL), options.set)
    for part in (behaviours, routes, fresh_routes, facts):
        for name, figure in part(sets):
            print(f"{name:52} {figure}", flush=True)
    p50, p95 = np.percentile(sets.milliseconds, [50, 95])
    print(f"{'one text, one core':52} p50 {p50:.1f} ms, p95 {p95:.1f} ms, n = {len(sets.milliseconds)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
