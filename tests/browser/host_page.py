"""A page of a council that shows the widget, on the server's own origin or on another."""

from playwright.sync_api import BrowserContext, Route

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:"
_SCRIPT = '<script type="module" src="/static/waymark-chat.js"></script>'


def host(
    context: BrowserContext,
    site: str,
    element: str,
    policy: str = POLICY,
    theme: str = "",
    script: str = _SCRIPT,
) -> str:
    """Make `site`/council a page with `element` on it; its address. The server of the site need not exist."""
    body = f"""<!doctype html><html lang="en-GB"><title>Council</title><link rel="stylesheet" href="/council.css">
        {script}<main><h1>Parks and bins</h1>{element}</main></html>"""
    headers = {"Content-Security-Policy": policy, "Content-Type": "text/html; charset=utf-8"}

    def page(route: Route) -> None:
        route.fulfill(headers=headers, body=body)

    context.route(f"{site}/council", page)
    context.route(f"{site}/council.css", lambda route: route.fulfill(content_type="text/css", body=theme))
    context.route(f"{site}/favicon.ico", lambda route: route.fulfill(status=204))
    return f"{site}/council"
