import gc
import sys

import pytest
from sanic import Sanic
from sanic.exceptions import MethodNotSupported, NotFound
from sanic.router import Router

from bot.forgetful_router import ForgetfulRouter


def with_a_route(router: Router) -> Router:
    app = Sanic(f"test_{id(router)}", router=router, configure_logging=False)
    app.add_route(lambda request, name: None, "/static/<name:path>", methods={"GET"})
    app.router.finalize()
    return app.router


def remembered(router: Router) -> bool:
    """Whether the router still holds an address and a Host that it was asked for."""
    path, host = f"/static/{id(router)}.js", f"{id(router)}.example"
    before = sys.getrefcount(path), sys.getrefcount(host)
    router.get(path, "GET", host)
    gc.collect()
    return (sys.getrefcount(path), sys.getrefcount(host)) != before


def test_what_was_asked_for_is_not_remembered() -> None:
    assert not remembered(with_a_route(ForgetfulRouter()))


def test_sanics_own_router_does_remember_which_is_why_this_one_is_used() -> None:
    assert remembered(with_a_route(Router()))


def test_it_finds_what_there_is_and_refuses_the_rest() -> None:
    router = with_a_route(ForgetfulRouter())
    assert router.get("/static/a/b.js", "GET", None)[2] == {"name": "a/b.js"}
    with pytest.raises(NotFound):
        router.get("/nothing", "GET", None)
    with pytest.raises(MethodNotSupported):
        router.get("/static/a", "POST", None)
