"""Sanic's router remembers the last thousand addresses and Host headers that it was asked for. This one remembers none.

Nothing a person writes belongs into an address, but whoever puts it there must not find it in memory afterwards.
"""

from typing import Any

from sanic.router import Router


class ForgetfulRouter(Router):
    """Looks each address up anew."""

    def get(self, path: str, method: str, host: str | None) -> Any:  # type: ignore[override] # as Sanic calls it
        """The route, its handler and the parts of the address. Raises NotFound or MethodNotSupported."""
        return self._get(path, method, host)
