"""`python -m tests.bench.echo PORT`: the floor under every figure, a Sanic server that does nothing."""

import sys

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

_ANSWER = {"messages": [{"text": "How old is the child?", "asks": "age"}]}


def main() -> None:
    """Serve until stopped."""
    app = Sanic("echo", configure_logging=False)
    app.config.update(ACCESS_LOG=False, MOTD=False)

    @app.get("/api/health")
    async def health(_: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @app.post("/api/message")
    async def message(request: Request) -> HTTPResponse:
        return json(_ANSWER if request.json else {})

    app.run(host="127.0.0.1", port=int(sys.argv[1]), workers=1, access_log=False, debug=False, motd=False)


if __name__ == "__main__":
    main()
