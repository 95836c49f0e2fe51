"""Which other sites may put the widget on their own pages: exactly those that an operator names, and by default none.

A browser lets a page of another origin load our modules and call the chat API only when the answers say so (CORS). No
cookie or other credential is ever part of a call, so none is allowed here.
"""

import re

from sanic import Blueprint
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse, empty

from bot.settings import BadSetting, Settings

# An origin as a browser sends it: no path, lower case, no port that the scheme implies. Without TLS only this machine.
_SECURE = re.compile(r"https://[a-z0-9.-]+(:(?!443$)\d{1,5})?")
_LOCAL = re.compile(r"http://(localhost|127\.0\.0\.1)(:(?!80$)\d{1,5})?")
_CALLS = ("/api/session", "/api/message")
_PERMISSION = {
    "Access-Control-Allow-Methods": "POST, DELETE",
    "Access-Control-Allow-Headers": "Content-Type",
    # Kept as long as a browser keeps it: the call that ends a conversation while its page closes cannot wait for one.
    "Access-Control-Max-Age": "7200",
}


def allowed_origins(settings: Settings) -> frozenset[str]:
    """The origins in `settings.allowed_origins`, which stand there with spaces between.

    Raises BadSetting for anything but `https://name` (or `http://localhost`) with or without a port: no path, no `*`.
    """
    origins = settings.allowed_origins.split()
    for origin in origins:
        if not (_SECURE.fullmatch(origin) or _LOCAL.fullmatch(origin)):
            raise BadSetting(
                "WAYMARK_ALLOWED_ORIGINS should be origins such as https://www.example.org with spaces between."
            )
    return frozenset(origins)


class AllowedOrigins:
    """Sanic response middleware: tells the browser that a named site may read the answer."""

    def __init__(self, settings: Settings) -> None:
        self._origins = allowed_origins(settings)

    async def __call__(self, request: Request, response: BaseHTTPResponse) -> None:
        """Complete the headers of `response`. They are the same for every site that is not named."""
        if not self._origins:
            return
        response.headers["Vary"] = ", ".join(filter(None, [response.headers.get("Vary"), "Origin"]))
        origin = request.headers.get("origin")
        if origin in self._origins:
            response.headers["Access-Control-Allow-Origin"] = origin
            if request.method == "OPTIONS":
                response.headers.update(_PERMISSION)


def preflight(settings: Settings) -> Blueprint:
    """What a browser asks before it calls the chat API from another site; nothing while no site is named."""
    blueprint = Blueprint("preflight")

    async def ask(_: Request) -> HTTPResponse:
        return empty()

    for call in _CALLS if allowed_origins(settings) else ():
        blueprint.add_route(ask, call, methods={"OPTIONS"}, name=f"ask_{call.rsplit('/')[-1]}")
    return blueprint
