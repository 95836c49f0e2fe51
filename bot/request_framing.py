"""Where a request ends must be clear to every reader of it.

A proxy and this server that cut a stream of bytes differently would let one caller's request begin inside another's
(request smuggling). Sanic takes the first of several lengths, and a coding over a length; here such a request is
refused and its connection ends, so that nothing after it is read.
"""

from sanic.request import Request

from bot.errors import malformed

_LENGTH, _CODING = "content-length", "transfer-encoding"


async def refuse_unclear_framing(request: Request) -> None:
    """Sanic request middleware. Raises ApiError 400 unless one length in digits or one `chunked` says where it ends."""
    lengths, codings = request.headers.getall(_LENGTH, []), request.headers.getall(_CODING, [])
    clear = all(length.isascii() and length.isdigit() for length in lengths)
    clear = clear and all(coding == "chunked" for coding in codings)
    if clear and len(lengths) + len(codings) <= 1:
        return
    if request.stream is not None:
        request.stream.keep_alive = False
    raise malformed("That request could not be read.")
