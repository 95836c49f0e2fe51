"""Every way in which a call can be refused, and the one shape in which it is said.

`{"error": {"code", "message"}}`: the code is for programs, the message for a person. Neither quotes what was sent.
"""

import logging
from collections.abc import Mapping
from typing import Any

from sanic.exceptions import SanicException
from sanic.handlers import ErrorHandler
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.emergency import emergency_messages
from bot.privacy import named

log = logging.getLogger("waymark.errors")


class ApiError(Exception):
    """A call that is refused: HTTP status, stable code, and a sentence that a worried person can read."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.status, self.code, self.message, self.headers = status, code, message, dict(headers or {})

    def response(self) -> HTTPResponse:
        """The answer. A 503 also carries the emergency contacts: whoever writes may need them now."""
        body: dict[str, Any] = {"error": {"code": self.code, "message": self.message}}
        if self.status == 503:
            body["messages"] = emergency_messages()
        return json(body, status=self.status, headers=self.headers)


def malformed(message: str) -> ApiError:
    """The body is not what the call takes; `message` says what it takes."""
    return ApiError(400, "malformed", message)


def unknown_session() -> ApiError:
    """The session was never made here, has ended, or was silent for too long."""
    return ApiError(
        404, "unknown_session", "This conversation has ended. Nothing of it was kept. You can start a new one."
    )


def too_large(most: int) -> ApiError:
    """A text of more than `most` characters, or a body beyond any that could hold one."""
    return ApiError(413, "too_large", f"That is too long. Please say it in under {most:,} characters.")


def not_offered() -> ApiError:
    """A choice that is not among those offered last."""
    return ApiError(
        422,
        "not_offered",
        "That is not one of the choices that were offered. Please pick one, or say it in your own words.",
    )


def too_many(retry_after: int) -> ApiError:
    """More calls than the limits allow; may be tried again after `retry_after` whole seconds."""
    wait = max(1, retry_after)
    return ApiError(
        429, "too_many", "That was a lot at once. Please wait a moment and try again.", {"Retry-After": str(wait)}
    )


def not_ready() -> ApiError:
    """No answer can be given now: still starting, or the part that decides is away, broken or too slow."""
    return ApiError(
        503,
        "not_ready",
        "Sorry, this service cannot answer just now. Please try again in a minute. "
        "If a child is in danger now, ring 999.",
        {"Retry-After": "5"},
    )


def malformed_request() -> ApiError:
    """Bytes that are no request."""
    return ApiError(400, "malformed", "That request could not be read.")


def method_not_allowed() -> ApiError:
    """A call of a kind that the address does not take."""
    return ApiError(405, "method_not_allowed", "This address does not take that kind of call.")


def too_slow() -> ApiError:
    """A request that did not arrive in time."""
    return ApiError(408, "too_slow", "The request took too long to arrive. Please try again.")


_OF_STATUS = {
    400: malformed_request(),
    404: ApiError(404, "not_found", "There is nothing at this address."),
    405: method_not_allowed(),
    408: too_slow(),
    413: ApiError(413, "too_large", "That is too long."),
    417: malformed_request(),
}


class JsonErrors(ErrorHandler):
    """Sanic's error handler for the whole server: whatever goes wrong, the answer has our shape and no stack trace."""

    def default(self, request: Request, exception: Exception) -> HTTPResponse:
        """Answer an exception: an ApiError says itself, Sanic's own by their status, others are a 503 with contacts."""
        if isinstance(exception, ApiError):
            return exception.response()
        status = getattr(exception, "status_code", 500) if isinstance(exception, SanicException) else 500
        if status in _OF_STATUS:
            known = _OF_STATUS[status]
            headers = {"Allow": ", ".join(sorted(_allowed(exception)))} if status == 405 else {}
            return ApiError(known.status, known.code, known.message, headers).response()
        log.error("a call failed: %s", named(exception))
        return not_ready().response()

    @staticmethod
    def log(request: Request, exception: Exception) -> None:
        """Say nothing: Sanic would log the address of the call and the words of the error."""


def _allowed(exception: Exception) -> list[str]:
    headers = getattr(exception, "headers", {})
    return [method.strip() for method in str(headers.get("Allow", "")).split(",") if method.strip()]
