"""The browser itself: Debian's Chromium, without anything that it would do by itself."""

import os

from playwright.sync_api import Browser, Playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # A page that a test makes up counts as one from the internet, which may not ask this machine's server.
    "--disable-features=LocalNetworkAccessChecks",
]


def launch(playwright: Playwright) -> Browser:
    """Start Chromium: `/usr/bin/chromium`, or what the variable CHROMIUM names."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
