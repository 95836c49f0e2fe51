"""Nothing that a person wrote, and no session id, may be printed: at any level, by any library.

Rasa logs whole messages when it is asked to be verbose, puts session ids into its log lines, and prints what people
wrote to stdout when structlog is left alone. Redacting line by line would always miss one, so the rule here is
structural: a log line of a library keeps its level, its logger and the place in the code it came from, and loses
everything else. Our own loggers (names beginning with `waymark`) say fixed sentences and are printed as they are.

`protect()` must be the first thing a process does that handles messages: before Rasa, Sanic or TensorFlow are imported.
"""

import logging
import os
import resource
import sys
import threading
import warnings
from pathlib import Path
from types import TracebackType
from typing import Any, Final

OURS: Final = "waymark"
_LEVELS: Final = {"DEBUG": logging.DEBUG, "INFO": logging.INFO, "WARNING": logging.WARNING, "ERROR": logging.ERROR}
QUIET_ENVIRONMENT: Final = {
    "RASA_TELEMETRY_ENABLED": "false",  # Rasa reports usage to its makers unless told not to
    "TF_CPP_MIN_LOG_LEVEL": "3",  # TensorFlow's own notes about the machine
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}
# What a library frees is overwritten at once: Python asks the C library for all of its memory, the C library fills what
# is freed and keeps nothing aside unfilled. Read by both when a process starts, never later.
OVERWRITTEN_MEMORY: Final = {
    "PYTHONMALLOC": "malloc",
    "GLIBC_TUNABLES": "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0",
}
_protected = False


def start_with_overwritten_memory(module: str) -> None:
    """Start this process anew as `python -m module` with OVERWRITTEN_MEMORY, unless it was started so.

    The words of a message live in memory for some milliseconds; without this, freed memory would still hold them until
    something else is written there, for whoever can read the memory of the process.
    """
    if all(os.environ.get(name) == value for name, value in OVERWRITTEN_MEMORY.items()):
        return
    os.environ.update(OVERWRITTEN_MEMORY)
    os.execv(sys.executable, [sys.executable, "-m", module, *sys.argv[1:]])


def protect() -> None:
    """Make this process unable to print what people write. Safe to call again.

    Reads `LOG_LEVEL` (DEBUG, INFO, WARNING, ERROR; WARNING when absent or unknown): it decides how many lines appear,
    never what they hold. Turns off core dumps, which would write the memory to disk.
    """
    global _protected
    os.environ.update(QUIET_ENVIRONMENT)
    logging.setLogRecordFactory(_bare_record)
    _silence_structlog()
    level = _LEVELS.get(os.environ.get("LOG_LEVEL", "").upper(), logging.WARNING)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    logging.getLogger(OURS).setLevel(min(level, logging.INFO))
    sys.excepthook = _bare_traceback
    threading.excepthook = lambda args: _bare_traceback(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: _bare_traceback(args.exc_type, args.exc_value, args.exc_traceback)
    warnings.simplefilter("ignore")
    warnings.showwarning = _bare_warning
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _protected = True


def protected() -> bool:
    """Whether `protect()` has run in this process."""
    return _protected


def named(error: BaseException | None) -> str:
    """An error without its words: the types of the chain of causes, and the place where it was raised.

    The words of an error may quote what a person wrote; its type and its place in the code cannot.
    """
    chain: list[str] = []
    place = ""
    while error is not None and len(chain) < 5:
        chain.append(type(error).__name__)
        place = _last_place(error.__traceback__) or place
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return " <- ".join(chain) + (f" at {place}" if place else "")


def _bare_record(
    name: str,
    level: int,
    pathname: str,
    lineno: int,
    msg: object,
    args: Any,
    exc_info: Any,
    func: str | None = None,
    sinfo: str | None = None,
    **_: Any,
) -> logging.LogRecord:
    """Build the record of a log line: ours whole, a library's without its words. Errors are named, never quoted."""
    if name == OURS or name.startswith(f"{OURS}."):
        text = str(msg) % args if args else str(msg)
    else:
        text = f"at {Path(pathname).stem}:{lineno}"
    error = exc_info[1] if isinstance(exc_info, tuple) else None
    if error is not None:
        text = f"{text} ({named(error)})"
    return logging.LogRecord(name, level, pathname, lineno, text, (), None, func, None)


def _silence_structlog() -> None:
    """Drop every structlog line: most of them carry the message, and what matters is said by the loggers too."""
    import structlog

    def drop(_: Any, __: str, ___: Any) -> Any:
        raise structlog.DropEvent

    structlog.configure(
        processors=[drop],
        wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL),
        logger_factory=structlog.ReturnLoggerFactory(),
        cache_logger_on_first_use=True,
    )


def _last_place(traceback: TracebackType | None) -> str:
    place = ""
    while traceback is not None:
        code = traceback.tb_frame.f_code
        place = f"{Path(code.co_filename).stem}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place


def _bare_traceback(_: type[BaseException], error: BaseException | None, __: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        return
    print(f"{OURS}: stopped by {named(error)}", file=sys.stderr)


def _bare_warning(
    message: Warning | str, category: type[Warning], filename: str, lineno: int, file: Any = None, line: Any = None
) -> None:
    logging.getLogger("warnings").debug("%s at %s:%s", category.__name__, Path(filename).stem, lineno)
