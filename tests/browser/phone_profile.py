"""How long a person with a slow phone waits, and what a whole conversation asks for.

`python -m tests.browser.phone_profile`. The phone is Chromium with its processor four times slower and a line of
1.6 Mbit/s with 150 ms there and back ("slow 4G"), then 400 kbit/s with 400 ms ("slow 3G"). Times are ms; the middle of
five visits, each with an empty profile.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from tests.browser.browser import launch
from tests.browser.conftest import Seen
from tests.browser.conversation import Conversation
from tests.running import Running

VISITS = 5
LINES = {"slow 4G": (1_600_000, 150), "slow 3G": (400_000, 400)}  # bits a second; ms there and back
_FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


def visit(browser: Browser, server: str, bits: int, delay: int) -> tuple[float, float, float]:
    """First paint, first question to be seen, and from sending words to the answer; ms."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=3, is_mobile=True)
    page = context.new_page()
    phone = context.new_cdp_session(page)
    phone.send("Network.enable")
    rate = {"downloadThroughput": bits / 8, "uploadThroughput": bits / 8, "latency": delay}
    phone.send("Network.emulateNetworkConditions", {"offline": False, **rate})
    phone.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    talk = Conversation(page)
    began = time.monotonic()
    talk.open(server)
    asked = time.monotonic()
    talk.say("I am a parent")
    answered = time.monotonic()
    paint = float(page.evaluate(_FIRST_PAINT))
    context.close()
    return paint, (asked - began) * 1000, (answered - asked) * 1000


def requests(browser: Browser, server: str) -> list[str]:
    """What a whole conversation asks for, in order."""
    context = browser.new_context()
    seen = Seen()
    seen.watch(context)
    talk = Conversation(context.new_page())
    talk.open(server)
    talk.carry_to_result()
    context.close()
    return [f"{method} {urlsplit(address).netloc}{urlsplit(address).path}" for method, address in seen.requests]


def main() -> int:
    """Print the figures. Gives the exit status."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        running = Running(Path(folder))
        browser = launch(playwright)
        try:
            print(f"{'':10}{'first paint':>14}{'first question':>16}{'an answer':>12}   ms")
            for name, (bits, delay) in LINES.items():
                visits = [visit(browser, running.address, bits, delay) for _ in range(VISITS)]
                paint, asked, answered = (statistics.median(times) for times in zip(*visits, strict=True))
                print(f"{name:10}{paint:14.0f}{asked:16.0f}{answered:12.0f}", flush=True)
            print(*requests(browser, running.address), sep="\n")
        finally:
            browser.close()
            running.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
