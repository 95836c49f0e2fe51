"""The Rasa server of Waymark: `python -m bot.server --port 8000 --host 127.0.0.1 --model models/waymark.tar.gz`.

It composes the Sanic app itself instead of calling `rasa run`: no HTTP API that loads models and reads trackers, no
greeting of Rasa's at `/`, no cross-origin calls but from sites that an operator names, no access log, no telemetry. The
dialogue is Rasa's own agent with the trained model.
"""

from bot import privacy, rasa_alone

if __name__ == "__main__":
    privacy.start_with_overwritten_memory("bot.server")
privacy.protect()  # before anything that could log is imported
rasa_alone.leave_tensorflow_out()  # before anything of Rasa is imported

import argparse
import asyncio
import gc
import logging
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent, load_agent
from rasa.core.channels import channel
from rasa.core.utils import AvailableEndpoints
from rasa.shared.exceptions import RasaException
from sanic import Sanic

from bot import answer_check
from bot.action_endpoint import ActionEndpoint
from bot.allowed_origins import AllowedOrigins, preflight
from bot.channel import ChatApi
from bot.conversation import Conversation
from bot.counts_keeper import CountsKeeper
from bot.errors import JsonErrors
from bot.forgetful_router import ForgetfulRouter
from bot.http_protocol import ImpatientProtocol
from bot.model_file import MODEL, ROOT, ModelProblem, require_unchanged
from bot.nlu.component import leave_learnt_parts_out
from bot.openapi import openapi
from bot.page import page
from bot.remembered_rules import RememberedRules
from bot.request_framing import refuse_unclear_framing
from bot.security_headers import SecurityHeaders
from bot.sessions import SessionStore
from bot.sessions_in_memory import SessionsInMemory
from bot.settings import BadSetting, Settings
from bot.staff_content import staff_content
from bot.straight_processor import StraightProcessor
from bot.straight_runner import StraightRunner
from bot.understanding import Understanding

log = logging.getLogger("waymark.server")

_CHORE_SECONDS = 30.0
_COLLECT_SECONDS = 1.0
# The channel refuses far less than this; up to here a body is read whole, so that its sender can read the refusal.
_LARGEST_READ = 1024 * 1024


async def load(model: Path, endpoints: Path, settings: Settings) -> tuple[Agent, SessionStore, ActionEndpoint]:
    """The agent with its model, its sessions and its way to the action server.

    Raises ModelProblem when the model cannot be used or endpoints.yml does not name our store.
    """
    require_unchanged(model)
    answer_check.install()
    try:
        available = AvailableEndpoints.read_endpoints(str(endpoints))
    except RasaException as error:
        raise ModelProblem(
            f"{endpoints.name} cannot be read; WAYMARK_ACTIONS_PORT should be set ({type(error).__name__})."
        ) from None
    if available.action is None or "$" in str(available.action.url):  # Rasa fills in variables in unquoted values only
        raise ModelProblem(f"{endpoints.name} should name the action_endpoint, its url without quotes around it.")
    actions = ActionEndpoint(available.action, settings.action_seconds)
    available.action = actions
    agent = await load_agent(str(model), endpoints=available)
    if agent.processor is None:
        raise ModelProblem(f"The model {model} cannot be loaded: run `make clean` and `make train`.")
    # Rasa wraps every store in one that falls back to a store without end when a save fails. A turn that cannot be
    # saved must fail instead.
    store = getattr(agent.tracker_store, "_tracker_store", None)
    if not isinstance(store, SessionStore):
        raise ModelProblem(f"The tracker_store in {endpoints.name} should be bot.sessions.SessionStore.")
    agent.tracker_store = agent.processor.tracker_store = store
    agent.processor = processor = StraightProcessor.of(agent.processor)
    straight = StraightRunner(processor.graph_runner)
    processor.graph_runner = RememberedRules(straight, processor.domain, processor.model_metadata.core_target)
    return agent, store, actions


def compose(model: Path, endpoints: Path, settings: Settings) -> Sanic:
    """The whole app: chat API, page, headers, errors. The model is loaded before the port opens."""
    app = Sanic(
        "waymark",
        router=ForgetfulRouter(),
        configure_logging=False,
        env_prefix="WAYMARK_SANIC_",
        error_handler=JsonErrors(),
    )
    app.config.update(
        ACCESS_LOG=False,
        MOTD=False,
        USE_UVLOOP=False,
        REQUEST_MAX_SIZE=_LARGEST_READ,
        REQUEST_TIMEOUT=10,
        RESPONSE_TIMEOUT=10,
        KEEP_ALIVE_TIMEOUT=65,
        GRACEFUL_SHUTDOWN_TIMEOUT=5.0,
    )
    app.register_middleware(refuse_unclear_framing, "request")
    app.register_middleware(SecurityHeaders(settings), "response")
    app.register_middleware(AllowedOrigins(settings), "response")
    app.blueprint(preflight(settings))
    channel.register([ChatApi()], app, route="/webhooks/")
    app.blueprint(page())
    app.blueprint(staff_content())
    app.blueprint(openapi())
    counts = CountsKeeper(settings)

    @app.before_server_start
    async def start(app: Sanic, _: Any) -> None:
        require_unchanged(model)  # before another process finds the same and says so too
        app.ctx.understanding = understanding = Understanding(model, settings)
        await understanding.start()
        agent, store, actions = await load(model, endpoints, settings)
        await understanding.wait_until_ready()
        app.ctx.agent, app.ctx.actions = agent, actions
        app.ctx.conversation = Conversation(agent, store, understanding, settings, counts)
        app.ctx.store, app.ctx.ready = store, partial(_ready, store, actions, understanding)
        counts.serve()
        _now_and_then(counts.write)
        gc.collect()
        gc.freeze()  # what is there at the start stays: from here on a collection takes a millisecond
        _now_and_then(gc.collect, _COLLECT_SECONDS)
        if isinstance(store.sessions, SessionsInMemory):
            _now_and_then(store.sessions.sweep)

    @app.after_server_stop
    async def stop(app: Sanic, _: Any) -> None:
        counts.write()
        if hasattr(app.ctx, "understanding"):
            await app.ctx.understanding.close()
        if hasattr(app.ctx, "agent"):
            await app.ctx.actions.close()
            await app.ctx.store.sessions.close()

    return app


async def _ready(store: SessionStore, actions: ActionEndpoint, understanding: Understanding) -> bool:
    """Whether a message can be answered: what reads, what decides and what remembers are there."""
    return understanding.answers() and all(await asyncio.gather(actions.answers(), store.sessions.answers()))


def _now_and_then(chore: Callable[[], object], seconds: float = _CHORE_SECONDS) -> None:
    """Do a chore now and every so many seconds, also while nobody calls.

    Silent sessions are forgotten; and so is what refers to itself, such as an error and the frames it came through,
    which would hold somebody's words until Python happened to look.
    """
    chore()
    asyncio.get_running_loop().call_later(seconds, _now_and_then, chore, seconds)


def main() -> int:
    """Run the server until it is stopped. Gives the exit status; a failure to start is one sentence on stderr."""
    options = argparse.ArgumentParser(prog="python -m bot.server", description="The Rasa server of Waymark.")
    options.add_argument("--port", type=int, default=8000)
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--model", type=Path, default=MODEL)
    options.add_argument("--endpoints", type=Path, default=ROOT / "endpoints.yml")
    options.add_argument("--debug", action="store_true", help="more log lines; never what people write")
    given = options.parse_args()
    if given.debug:
        os.environ["LOG_LEVEL"] = "DEBUG"
        privacy.protect()
    leave_learnt_parts_out()
    try:
        app = compose(given.model, given.endpoints, Settings.from_environment())
        # Not uvloop, which libraries set on their own: it reads into one buffer that it never frees, and the last long
        # message would stay there.
        asyncio.set_event_loop_policy(None)
        app.run(
            host=given.host,
            port=given.port,
            protocol=ImpatientProtocol,
            workers=1,
            access_log=False,
            debug=False,
            motd=False,
        )
    except (ModelProblem, BadSetting) as problem:
        print(f"waymark: {problem}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"waymark: cannot listen on {given.host}:{given.port} ({error.strerror}).", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
