"""The action server: `WAYMARK_ACTIONS_PORT=5055 python -m actions`. On this machine only, and silent.

Instead of rasa-sdk's own server, which listens everywhere, lets every origin in and answers an error with the request
it got, this one serves the same two calls and says nothing of what passes through it.
"""

import contextlib
import importlib
import logging
import os
import pkgutil
import resource
import sys
from pathlib import Path
from types import TracebackType

import ujson
from rasa_sdk.executor import ActionExecutor
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

import actions
from knowledge.signing import all_signed_off

HOST = "127.0.0.1"
PORT_VARIABLE = "WAYMARK_ACTIONS_PORT"
_KEEP_ALIVE_SECONDS = 75  # longer than the Rasa server keeps its end, so that this end is never the first to hang up


def read_everything() -> None:
    """Read all content and import all actions: what is wrong in them shows at the start, not to the first person."""
    all_signed_off()  # looks at every piece of content there is
    for module in pkgutil.iter_modules(actions.__path__, "actions."):
        importlib.import_module(module.name)


def compose() -> Sanic:
    """The app: `GET /health` and Rasa's `POST /webhook`, with every action of this package."""
    executor = ActionExecutor()
    executor.register_package("actions")
    app = Sanic("waymark_actions", configure_logging=False, env_prefix="WAYMARK_ACTIONS_SANIC_")
    app.config.update(
        ACCESS_LOG=False, MOTD=False, REQUEST_MAX_SIZE=4 * 1024 * 1024, KEEP_ALIVE_TIMEOUT=_KEEP_ALIVE_SECONDS
    )

    @app.get("/health")
    async def health(_: Request) -> HTTPResponse:
        return json_response({"status": "ok"})

    @app.post("/webhook")
    async def webhook(request: Request) -> HTTPResponse:
        return json_response(await executor.run(ujson.loads(request.body)))

    async def failed(_: Request, error: Exception) -> HTTPResponse:
        status = getattr(error, "status_code", 500)
        if status >= 500:
            _say(f"an action failed: {type(error).__name__} at {_place(error.__traceback__)}")
        return json_response({"error": "failed"}, status=status)

    app.error_handler.add(Exception, failed)
    return app


def _place(traceback: TracebackType | None) -> str:
    """Where an error was raised: file and line, nothing of what it said."""
    place = ""
    while traceback is not None:
        place = f"{Path(traceback.tb_frame.f_code.co_filename).stem}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place


def _say(sentence: str) -> None:
    with contextlib.suppress(OSError):  # a full disk must not cost anybody an answer
        print(f"waymark actions: {sentence}", file=sys.stderr, flush=True)


def main() -> int:
    """Serve until stopped. Gives the exit status; a failure to start is one sentence on stderr."""
    logging.disable(logging.CRITICAL)  # the libraries would log requests and errors with what they hold
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash must not write the memory to disk
    port = os.environ.get(PORT_VARIABLE, "")
    if not port.isdigit():
        _say(f"{PORT_VARIABLE} should hold the port to listen on.")
        return 1
    try:
        read_everything()
    except Exception as error:  # nobody has said anything yet: its words are ours
        _say(f"cannot start: {type(error).__name__}: {error}")
        return 1
    try:
        compose().run(host=HOST, port=int(port), workers=1, access_log=False, debug=False, motd=False)
    except OSError as error:
        _say(f"cannot listen on port {port} ({error.strerror}).")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
