"""A process that answers as the one that reads messages does (bot/reading_process.py), and fails as it is told to.

The file named by `--model` says what it is to do when it starts; a text what it is to do with it.
"""

import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

from bot import reading_link


def read(text: str) -> dict[str, Any]:
    match text:
        case "bad":
            raise ValueError(text)
        case "end":
            os._exit(3)
        case "hang":
            os.kill(os.getpid(), signal.SIGSTOP)
        case "slow":
            time.sleep(0.3)  # the computing
        case "unasked":
            LINK.sendall(reading_link.framed(b"{}") * 2)
    return {"intent": {"name": "tell"}, "text": text, "process": os.getpid()}


if __name__ == "__main__":
    match Path(sys.argv[2]).read_text():
        case "end":
            sys.exit(1)
        case "hang":
            os.kill(os.getpid(), signal.SIGSTOP)
    LINK = socket.socket(fileno=0)
    reading_link.serve(LINK, read)
