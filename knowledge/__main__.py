"""`python -m knowledge assess | why | sources`: what Waymark knows, from the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from knowledge.commands import assess, sources, why
from knowledge.commands.options import Parser
from knowledge.content import ContentError

COMMANDS = {"assess": assess, "why": why, "sources": sources}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when it answered, 2 with one sentence when the options or the content cannot be used."""
    parser = Parser(prog="python -m knowledge", description="What Waymark knows, from the command line.")
    commands = parser.add_subparsers(dest="command", required=True, metavar=" | ".join(COMMANDS))
    for name, command in COMMANDS.items():
        command.add_options(commands.add_parser(name, help=command.HELP))
    try:
        options = parser.parse_args(arguments)
        print(COMMANDS[options.command].run(options))
    except (ContentError, ValueError) as error:
        print(f"knowledge: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
