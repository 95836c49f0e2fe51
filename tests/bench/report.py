"""docs/performance.md and its plots, from the results of one run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.bench import plots

SYSTEMS = ("one", "two", "stock")
_EVERY_SECONDS = 30  # somebody in a conversation reads, thinks and types this long between two messages
_HEADROOM = 0.6  # of a processor's time is planned for; the rest is for peaks
_REACHED = "what was to be reached"


def write(results: dict[str, Any], docs: Path) -> None:
    """Write the page and the plots of what there is."""
    figures = docs / "figures"
    figures.mkdir(parents=True, exist_ok=True)
    plots.latency(results, figures / "performance_latency.png")
    plots.memory(results, figures / "performance_memory.png")
    plots.turns(results, figures / "performance_turns.png")
    (docs / "performance.md").write_text("\n".join(_page(results)) + "\n", encoding="utf-8")


def _page(results: dict[str, Any]) -> list[str]:
    machine, options = results.get("machine", {}), results.get("options", {})
    lines = [
        "# Performance",
        "",
        f"Measured on {machine.get('cores')} cores ({machine.get('processor')}) on {machine.get('at')} by `make bench` "
        f"(`.venv/bin/python -m tests.bench --seconds {options.get('seconds', 0):g} --calls {options.get('calls')}`), "
        f"load before it {machine.get('load_before', 0):.1f}. The client runs on the same cores.",
        "",
        "The calls are the conversations of `tests/scenarios/`: opened, clicked and typed through to their end. The stock "
        f"project is what `rasa init` gives (its pipeline, its policies, the REST channel), {_taught(results)}; it "
        "hears the same words, its clicks are button payloads that it need not read, and it answers with fixed sentences.",
        "",
        *_table(results),
        "",
        "## Latency against load",
        "",
        "Calls begin at random moments at the rate that is offered, whether or not earlier ones were answered, and the time "
        "counts from when a call was due.",
        "",
        "![Latency against load](figures/performance_latency.png)",
        "",
        *_load_table(results),
        "",
        "## Turn by turn, and over time",
        "",
        "![Milliseconds by turn](figures/performance_turns.png)",
        "",
        "![Memory](figures/performance_memory.png)",
        "",
        "## The floor",
        "",
        *_floor(results),
        "",
        "## From here to many",
        "",
        *_road(results),
    ]
    return lines


def _taught(results: dict[str, Any]) -> str:
    stock = results.get("stock", {})
    part = "the same sentences" if stock.get("every", 1) == 1 else f"one in {stock['every']} of the same sentences"
    return f"trained on {part} for {stock.get('epochs', 100)} epochs (fewer make it no slower)"


def _table(results: dict[str, Any]) -> list[str]:
    names = [results[key]["name"] for key in SYSTEMS if key in results]
    rows = [f"| | {' | '.join(names)} | {_REACHED} |", "|---|" + "---|" * (len(names) + 1)]
    for title, cell, goal in (
        ("at 50 calls/s: p50, p95", lambda r: _at(r, 50), "25 ms, 60 ms"),
        (
            "most that gets through, 50 people at once (of several runs the median, the least and the most)",
            _throughput,
            "200 calls/s, 4 x stock",
        ),
        ("p95 then", lambda r: _of(r, "at_most", "p95", "{:.0f} ms"), ""),
        ("processor time of one call", lambda r: _of(r, "at_most", "cpu_ms", "{:.1f} ms"), ""),
        ("last ten turns of 100 to the first ten", _growth, "1.5 at most"),
        ("resident after all calls to after a tenth of them", _memory_growth, "within 5 %"),
        ("resident in all, at the start and at the end", _memory, "900 MB"),
        ("from the command to the first answer", lambda r: f"{r['started']:.0f} s" if "started" in r else "", "20 s"),
        (
            "trained from nothing",
            lambda r: f"{r['trained']:.0f} s" if "trained" in r and r.get("every", 1) == 1 else "",
            "600 s",
        ),
    ):
        rows.append(f"| {title} | {' | '.join(cell(results[key]) for key in SYSTEMS if key in results)} | {goal} |")
    times = _times_of(results)
    return [*rows, "", f"Times the stock project's throughput: {times}."] if times else rows


def _times_of(results: dict[str, Any]) -> str:
    most = {key: results[key]["at_most"]["per_second"] for key in SYSTEMS if "at_most" in results.get(key, {})}
    if not most.get("stock"):
        return ""
    return ", ".join(f"{results[key]['name']} {most[key] / most['stock']:.1f}" for key in ("one", "two") if key in most)


def _load_table(results: dict[str, Any]) -> list[str]:
    rows = [
        "| offered | system | answered | p50 | p95 | p99 | a click, a text (p50) | failed |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for key in SYSTEMS:
        for step in results.get(key, {}).get("against_load", []):
            kinds = ", ".join(f"{step[kind]:.0f}" for kind in ("click_p50", "text_p50") if kind in step)
            rows.append(
                f"| {step['offered']:.0f}/s | {results[key]['name']} | {step['per_second']:.0f}/s | {step['p50']:.0f} ms "
                f"| {step['p95']:.0f} ms | {step['p99']:.0f} ms | {kinds} ms | {step['failed']:.0f} |"
            )
    return rows


def _floor(results: dict[str, Any]) -> list[str]:
    floor, echo = results.get("floor", {}), results.get("echo", {}).get("at_most", {})
    lines = []
    if echo:
        lines.append(
            f"* A Sanic server that answers with a constant, one process: {echo['per_second']:.0f} calls/s, "
            f"{echo['cpu_ms']:.2f} ms of processor a call."
        )
    if floor:
        encoder, whole = floor["encoder"], floor["understanding"]
        lines.append(
            f"* The encoder alone: p50 {encoder['p50']:.1f} ms a text (p95 {encoder['p95']:.1f}); all of the understanding: "
            f"p50 {whole['p50']:.1f} ms (p95 {whole['p95']:.1f})."
        )
    parts = {k[7:]: v for k, v in results.get("two", {}).get("at_most", {}).items() if k.startswith("cpu_ms ")}
    if parts:
        lines.append(
            "* Where the processor time of a call goes with two processes: "
            + ", ".join(f"{name} {value:.1f} ms" for name, value in parts.items())
            + "."
        )
    return lines


def _road(results: dict[str, Any]) -> list[str]:
    cost = results.get("two", {}).get("at_most", {}).get("cpu_ms")
    own = results.get("two", {}).get("own_mb")
    if not cost or not own:
        return ["(needs the measurement of two processes)"]
    rows = [
        f"Worked out from the {cost:.1f} ms of processor that a call costs in all, for people who send a message every "
        f"{_EVERY_SECONDS} seconds, with {100 * _HEADROOM:.0f} % of each core planned for. Memory: {own / 2:.0f} MB for each "
        "pair of a Rasa and an action server, and about 2 KB in Redis for each session of the last half hour.",
        "",
        "| people at once | calls a second | cores | pairs of processes | their memory | Redis |",
        "|---|---|---|---|---|---|",
    ]
    for people in (100, 1_000, 10_000, 100_000):
        rate = people / _EVERY_SECONDS
        cores = rate * cost / 1000 / _HEADROOM
        pairs = max(2, round(cores + 0.5))
        rows.append(
            f"| {people:,} | {rate:,.0f} | {max(0.1, cores):,.1f} | {pairs} | {pairs * own / 2 / 1024:,.1f} GB "
            f"| {people * 2 / 1024:,.0f} MB |"
        )
    return [
        *rows,
        "",
        "Each pair of processes is as good as any other: a session lives in Redis, so more machines mean more lines in "
        "`deploy/processes.conf`. A call asks Redis three times, for well under a millisecond in all: one Redis serves the "
        "largest row. Above some ten machines nginx goes on a machine of its own, and the certificate with it.",
    ]


def _at(result: dict[str, Any], rate: float) -> str:
    step = next((one for one in result.get("against_load", []) if one["offered"] == rate), None)
    if step is None:
        return "more than it takes" if result.get("against_load") else ""
    return f"{step['p50']:.0f} ms, {step['p95']:.0f} ms"


def _throughput(result: dict[str, Any]) -> str:
    most = result.get("at_most", {})
    between = f" ({most['least']:.0f} to {most['most']:.0f})" if "least" in most else ""
    return f"{most['per_second']:.0f} calls/s{between}" if most else ""


def _of(result: dict[str, Any], group: str, name: str, shape: str) -> str:
    return shape.format(result[group][name]) if name in result.get(group, {}) else ""


def _growth(result: dict[str, Any]) -> str:
    times = result.get("by_turn")
    return f"{sum(times[-10:]) / sum(times[:10]):.2f} x" if times else ""


def _memory(result: dict[str, Any]) -> str:
    points = result.get("memory")
    if not points:
        return f"{result['resident_mb']:.0f} MB" if "resident_mb" in result else ""
    return f"{points[0]['resident_mb']:.0f} MB, {points[-1]['resident_mb']:.0f} MB"


def _memory_growth(result: dict[str, Any]) -> str:
    points = result.get("memory")
    if not points:
        return ""
    tenth = points[max(1, len(points) // 10)]["resident_mb"]
    return f"{100 * (points[-1]['resident_mb'] / tenth - 1):+.1f} % over {points[-1]['calls']:,.0f} calls"
