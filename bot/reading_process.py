"""The process that reads what people write: `python -m bot.reading_process --model models/waymark.tar.gz`.

The server starts it (bot/understanding.py) with a socket as its standard input (bot/reading_link.py). It computes
beside the server, so that reading one message holds up nobody's click, and holds somebody's words only while it reads.
"""

from bot import privacy

if __name__ == "__main__":
    privacy.start_with_overwritten_memory("bot.reading_process")
privacy.protect()  # before anything that could log is imported

import argparse
import gc
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot.codes import kept_codes
from bot.model_file import ModelProblem, require_unchanged
from bot.nlu import gate
from bot.nlu.reader import ModelError, Reader
from bot.reading_link import serve

_WARM_UP = ("Hello.", "My son is eight and I am worried about something that he did at school.")


def parsed(reader: Reader, text: str) -> dict[str, Any]:
    """The intent and the kept codes of one text, as the pipeline of config.yml gives them."""
    codes = reader.read(text)
    return {"intent": {"name": gate.intent(codes)}, "codes": kept_codes({"codes": codes})}


def main() -> int:
    """Read until the server is gone. Gives the exit status: 1 with one sentence when there is no model to read by."""
    options = argparse.ArgumentParser(prog="python -m bot.reading_process", description="Reads messages for a server.")
    options.add_argument("--model", type=Path, required=True)
    given = options.parse_args()
    # Whoever stops everything at once asks it too: turns under way are answered first, then the server closes the link.
    for asked in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(asked, signal.SIG_IGN)
    try:
        require_unchanged(given.model)
        reader = Reader.from_model(given.model)
    except (ModelProblem, ModelError) as problem:
        print(f"waymark: {problem}", file=sys.stderr)
        return 1
    for text in _WARM_UP:  # the first messages compile what later ones only use
        reader.read(text)
    gc.collect()
    gc.freeze()  # what is there at the start stays: from here on a collection takes a millisecond
    with suppress(OSError):  # the server is gone
        serve(socket.socket(fileno=sys.stdin.fileno()), lambda text: parsed(reader, text))
    return 0


if __name__ == "__main__":
    sys.exit(main())
