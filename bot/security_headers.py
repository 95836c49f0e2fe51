"""What every answer tells the browser: run nothing but our own, ask no other host, keep nothing, tell nobody."""

from sanic.request import Request
from sanic.response import BaseHTTPResponse

from bot.settings import BadSetting, Settings


def security_headers(settings: Settings) -> dict[str, str]:
    """The headers of every answer. `settings.frame_ancestors` says which pages may show the chat in a frame.

    Raises BadSetting when frame_ancestors holds what would break out of its place in the header.
    """
    ancestors = settings.frame_ancestors
    if any(mark in ancestors for mark in ";,\r\n"):
        raise BadSetting("WAYMARK_FRAME_ANCESTORS should be a list of origins with spaces between.")
    policy = (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        f"frame-ancestors {ancestors}",
    )
    headers = {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
    if ancestors == "'none'":
        headers["X-Frame-Options"] = "DENY"  # for browsers that do not know frame-ancestors; it cannot name origins
    return headers


class SecurityHeaders:
    """Sanic response middleware: sets each header that the answer does not set itself."""

    def __init__(self, settings: Settings) -> None:
        self._headers = security_headers(settings)

    async def __call__(self, _: Request, response: BaseHTTPResponse) -> None:
        """Complete the headers of `response`."""
        for name, value in self._headers.items():
            response.headers.setdefault(name, value)
