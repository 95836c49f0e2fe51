"""`make evaluate`: how well Waymark understands sentences that it has never seen, beside stock Rasa trained on the same
ones, TF-IDF with logistic regression, and the sentence encoder alone. One run, one page, four plots.

Writes docs/understanding.md and docs/figures/understanding_*.png. Tunes nothing and prints no sentence of the sets.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.evaluation import figures, plots, stock
from tests.evaluation.baselines import encoder_alone, sentences, tf_idf
from tests.evaluation.disturbing import DISTURBANCES
from tests.evaluation.figures import Entry, Figure
from tests.evaluation.found import Understands
from tests.evaluation.goals import short_of
from tests.evaluation.measure import STOPPING
from tests.evaluation.milliseconds import of as where_the_time_goes
from tests.evaluation.page import Results, Table, write
from tests.evaluation.systems import Stock, Waymark

HERE = Path(__file__).parent
SETS = (
    *("behaviours", "out_of_scope", "routes", "near_misses", "routes_fresh", "near_misses_fresh"),
    *("factors", "ages", "areas", "identifying", "answers"),
)
TIMED = 3  # each so-manieth text is read again to see where the time goes
DISTURBED = ("behaviours", "routes", "near_misses", "ages")


class Compared:
    """Everything that every system made of every sentence of one set."""

    def __init__(self, name: str) -> None:
        self.sentences = {file: _read(HERE / name / f"{file}.yml") for file in SETS}
        self.found: dict[tuple[str, str, str], list[Entry]] = {}  # system, file, disturbance

    def read(self, system: Understands) -> None:
        """Let one system read all of it."""
        begun = time.monotonic()
        for file, entries in self.sentences.items():
            for disturbance, disturb in DISTURBANCES.items():
                if disturbance != "as written" and file not in DISTURBED:
                    continue
                changed = [{**entry, "text": disturb(entry["text"])} for entry in entries]
                found = system.read([entry["text"] for entry in changed])
                self.found[system.name, file, disturbance] = list(zip(changed, found, strict=True))
        say(f"  {system.name}: read in {time.monotonic() - begun:.0f} s")

    def of(self, system: str, file: str, disturbance: str = "as written") -> list[Entry]:
        """What one system made of one file."""
        return self.found[system, file, disturbance]


def main_table(compared: Compared, systems: Sequence[Understands]) -> Table:
    """What can be asked of every system, and the facts, which only Waymark finds."""
    rows: dict[str, Callable[[str], Figure]] = {
        "right behaviour first": lambda s: figures.first(compared.of(s, "behaviours")),
        "right behaviour among the first three": lambda s: figures.first(compared.of(s, "behaviours"), 3),
        "in scope or not, AUROC": lambda s: figures.auroc(
            [found.in_scope for _, found in compared.of(s, "behaviours")],
            [found.in_scope for _, found in compared.of(s, "out_of_scope")],
        ),
        "urgent messages: a right route fires": lambda s: figures.fires(compared.of(s, "routes"), STOPPING),
        "urgent messages: any urgent route fires": lambda s: figures.fires_anything(compared.of(s, "routes"), STOPPING),
        "false alarms on near misses": lambda s: figures.false_alarms(compared.of(s, "near_misses")),
        "hard urgent messages: any urgent route fires": lambda s: figures.fires_anything(
            compared.of(s, "routes_fresh"), STOPPING
        ),
        "false alarms on hard near misses": lambda s: figures.false_alarms(compared.of(s, "near_misses_fresh")),
        "behaviours that open an urgent route too, rightly or not": lambda s: figures.opens_urgent(
            compared.of(s, "behaviours"), STOPPING
        ),
        "messages out of scope that open an urgent route": lambda s: figures.opens_urgent(
            compared.of(s, "out_of_scope"), STOPPING
        ),
    }
    facts: dict[str, Callable[[str], Figure]] = {
        "ages exact": lambda s: figures.exact(compared.of(s, "ages"), "age"),
        "areas exact": lambda s: figures.exact(compared.of(s, "areas"), "area"),
        "answers exact": lambda s: figures.exact(compared.of(s, "answers"), "answer"),
        "factors, F1 over all": lambda s: figures.factor_f1(compared.of(s, "factors")),
        "role": lambda s: figures.role(compared.of(s, "factors")),
        "identifying details found": lambda s: figures.identifying_found(compared.of(s, "identifying")),
        "identifying, false alarms": lambda s: figures.identifying_false(compared.of(s, "identifying")),
    }
    table = Table([system.name for system in systems])
    for name, figure in rows.items():
        table.add(name, [figure(system.name) for system in systems])
    for name, figure in facts.items():
        table.add(name, [figure(system.name) if _finds_facts(compared, system) else None for system in systems])
    return table


def by_route(compared: Compared, systems: Sequence[Understands]) -> tuple[Table, Table]:
    """Recall by the route that must fire, and false alarms by the route that a message resembles."""
    recall, alarms = (Table([system.name for system in systems]) for _ in range(2))
    for route in sorted({entry["routes"][0] for entry in compared.sentences["routes"]}):
        recall.add(route, [figures.fires(compared.of(system.name, "routes"), [route]) for system in systems])
    for route in sorted({entry["resembles"] for entry in compared.sentences["near_misses"]}):
        alarms.add(
            route,
            [
                figures.false_alarms(
                    [one for one in compared.of(s.name, "near_misses") if one[0]["resembles"] == route]
                )
                for s in systems
            ],
        )
    return recall, alarms


def by_factor(compared: Compared, system: Understands) -> Table:
    """F1 of each factor that the set names."""
    table = Table([system.name])
    for slug in sorted({slug for entry in compared.sentences["factors"] for slug in entry["factors"]}):
        table.add(slug, [figures.factor_f1(compared.of(system.name, "factors"), slug)])
    return table


def robustness(compared: Compared, systems: Sequence[Understands]) -> dict[str, Table]:
    """The main figures under each disturbance."""
    tables = {
        name: Table([system.name for system in systems]) for name in ("first", "three", "urgent", "alarms", "ages")
    }
    for how in DISTURBANCES:
        read = {s.name: {file: compared.of(s.name, file, how) for file in DISTURBED} for s in systems}
        tables["first"].add(how, [figures.first(read[s.name]["behaviours"]) for s in systems])
        tables["three"].add(how, [figures.first(read[s.name]["behaviours"], 3) for s in systems])
        tables["urgent"].add(how, [figures.fires_anything(read[s.name]["routes"], STOPPING) for s in systems])
        tables["alarms"].add(how, [figures.false_alarms(read[s.name]["near_misses"]) for s in systems])
        ages = [figures.exact(read[s.name]["ages"], "age") if _finds_facts(compared, s) else None for s in systems]
        tables["ages"].add(how, ages)
    return tables


def worst_confusions(compared: Compared, system: Understands, most: int = 10) -> list[tuple[str, str, int, int, int]]:
    """The pairs of behaviours that are taken for each other most: meant, ranked first, how often, and how many training
    sentences there are of each.
    """
    counts = Counter(
        (entry["behaviour"], found.ids[0])
        for entry, found in compared.of(system.name, "behaviours")
        if found.ids[0] not in figures.right_behaviours(entry)
    )
    trained = Counter(label.removeprefix("behaviour.") for label in sentences()[1])
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [(meant, said, count, trained[meant], trained[said]) for (meant, said), count in ranked[:most]]


def draw(compared: Compared, systems: Sequence[Understands], folder: Path) -> None:
    """The four plots."""
    folder.mkdir(parents=True, exist_ok=True)
    behaviours = {system.name: compared.of(system.name, "behaviours") for system in systems}
    plots.confusion(behaviours[systems[0].name], folder / "understanding_confusion.png")
    plots.calibration(behaviours, folder / "understanding_calibration.png")
    plots.coverage(behaviours, folder / "understanding_coverage.png")
    inside_out = {name: (inside, compared.of(name, "out_of_scope")) for name, inside in behaviours.items()}
    plots.in_scope(inside_out, folder / "understanding_in_scope.png")


def how_stock_was_trained(epochs: int, every: int, seconds: float) -> str:
    """For the page: what the stock project's figures rest on."""
    share = "all sentences" if every == 1 else f"one sentence in {every} of each label, not on all"
    own = "as many as it comes with" if epochs == stock.EPOCHS else f"it comes with {stock.EPOCHS}"
    return f"the pipeline of `rasa init`, trained for {epochs} epochs ({own}) on {share}, which took {seconds / 60:.0f} minutes."


def command(options: argparse.Namespace) -> str:
    """What to type to get the same page."""
    given = ["--no-stock"] if options.no_stock else []
    if not options.no_stock and options.stock_epochs != stock.EPOCHS:
        given += ["--stock-epochs", str(options.stock_epochs)]
    if not options.no_stock and options.stock_every != 1:
        given += ["--stock-every", str(options.stock_every)]
    if not given:
        return f"make evaluate SET={options.set}"
    return " ".join(["python -m tests.evaluation.compare", options.set, *given])


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)


def _finds_facts(compared: Compared, system: Understands) -> bool:
    return compared.of(system.name, "ages")[0][1].facts is not None


def _read(file: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return entries


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, print, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.compare", description=__doc__)
    parser.add_argument("set", nargs="?", default="test", choices=("dev", "test"))
    parser.add_argument(
        "--no-stock", action="store_true", help="leave out stock Rasa, whose training takes the longest"
    )
    parser.add_argument(
        "--stock-epochs",
        type=int,
        default=stock.EPOCHS,
        help=f"Rasa's own {stock.EPOCHS} on all sentences may not fit into the {stock.TRAINING_SECONDS // 60} minutes that "
        "the training may take; fewer train sooner, and the page says how many",
    )
    parser.add_argument(
        "--stock-every", type=int, default=1, help="train it on each so-manieth sentence only; the page says so"
    )
    parser.add_argument("--docs", type=Path, default=stock.ROOT / "docs", help="where the page and the plots go")
    options = parser.parse_args(arguments)
    waymark = Waymark()
    compared = Compared(options.set)
    say("Where the milliseconds go ...")  # first, while nothing else is in memory
    texts = [entry["text"] for file in compared.sentences.values() for entry in file]
    milliseconds = where_the_time_goes(waymark.reader, texts[::TIMED])
    systems: list[Understands] = [waymark]
    stock_said = "left out of this run."
    if not options.no_stock:
        model, seconds = stock.trained(options.stock_epochs, options.stock_every)
        stock_said = how_stock_was_trained(options.stock_epochs, options.stock_every, seconds)
        systems.append(Stock(model))
    say("Preparing the systems ...")
    systems += [tf_idf(), encoder_alone(waymark.reader.encoder)]
    for system in systems:
        compared.read(system)
    waymark.close()
    table = main_table(compared, systems)
    say(table.plain())
    recall, alarms = by_route(compared, systems)
    draw(compared, systems, options.docs / "figures")
    results = Results(
        command=command(options),
        folder=options.set,
        sizes={file: len(entries) for file, entries in compared.sentences.items()},
        stock=stock_said,
        main=table,
        recall=recall,
        alarms=alarms,
        factors=by_factor(compared, waymark),
        robust=robustness(compared, systems),
        confusions=worst_confusions(compared, waymark),
        milliseconds=milliseconds,
        values={name: figures_of[0].value for name, figures_of in table.rows if figures_of[0]},
    )
    write(options.docs / "understanding.md", results)
    for line in short_of(results.values, milliseconds.p50, milliseconds.p95):
        say(f"  falls short: {line}")
    say(f"Written: {options.docs / 'understanding.md'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
