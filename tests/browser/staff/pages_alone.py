"""The pages and their content as the server sends them, without the conversation: `python -m ... PORT`."""

import sys

from sanic import Sanic

from bot.page import page
from bot.security_headers import SecurityHeaders
from bot.settings import Settings
from bot.staff_content import staff_content


def main() -> None:
    app = Sanic("pages_alone", configure_logging=False)
    app.register_middleware(SecurityHeaders(Settings()), "response")
    app.blueprint(page())
    app.blueprint(staff_content())
    app.run(host="127.0.0.1", port=int(sys.argv[1]), workers=1, access_log=False, debug=False, motd=False)


if __name__ == "__main__":
    main()
