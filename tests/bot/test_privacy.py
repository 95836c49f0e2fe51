"""Each in a process of its own: the protection changes the whole process."""

import os
import subprocess
import sys

import pytest

from tests.running import ROOT

SECRET = "Tatiana Thistlewood 07700 900123"


def run(code: str, level: str = "DEBUG") -> str:
    """What a protected process prints that runs `code`, in which SECRET is a variable."""
    done = subprocess.run(
        [sys.executable, "-c", f"from bot import privacy\nprivacy.protect()\nSECRET = {SECRET!r}\n{code}"],
        cwd=ROOT,
        env={**os.environ, "LOG_LEVEL": level, "PYTHONWARNINGS": "always"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def leaked(printed: str) -> list[str]:
    return [word for word in SECRET.split() if word in printed]


@pytest.mark.parametrize(
    "code",
    [
        "import logging; logging.getLogger('rasa.core.processor').debug(f'Received {SECRET}')",
        "import logging; logging.getLogger('sanic.error').error('for %s', SECRET)",
        "import logging; logging.error(SECRET)",
        "import logging\ntry:\n    raise ValueError(SECRET)\nexcept ValueError:\n    logging.exception('x ' + SECRET)",
        "import logging\ntry:\n    raise ValueError(SECRET)\nexcept ValueError:\n"
        "    logging.getLogger('waymark.x').exception('an error')",
        "import logging; logging.basicConfig(force=True, level=0); logging.getLogger('a').debug(SECRET)",
        "import logging.config; from sanic.log import LOGGING_CONFIG_DEFAULTS as c; logging.config.dictConfig(c)\n"
        "logging.getLogger('sanic.root').info(SECRET)",
        "import structlog; structlog.get_logger().error('processor.message.parse', parse_data_text=SECRET)",
        "import structlog; structlog.get_logger().critical(SECRET)",
        "import warnings; warnings.warn(SECRET)",
        "import warnings; warnings.simplefilter('always'); warnings.warn(SECRET, UserWarning)",
        "raise ValueError(SECRET)",
        "try:\n    raise ValueError(SECRET)\nexcept ValueError as e:\n    raise KeyError(SECRET) from e",
        "import threading; t = threading.Thread(target=lambda: int(SECRET)); t.start(); t.join()",
        "class A:\n    def __del__(self): raise ValueError(SECRET)\nA()",
        "import asyncio\nasync def f(): raise ValueError(SECRET)\n"
        "async def m(): t = asyncio.ensure_future(f()); await asyncio.sleep(0); del t\nasyncio.run(m())",
        "import asyncio; asyncio.new_event_loop().call_exception_handler({'message': SECRET})",
    ],
)
def test_nothing_that_a_person_wrote_is_printed_whoever_says_it(code: str) -> None:
    assert leaked(run(code)) == []


def test_a_line_of_a_library_still_says_how_bad_whose_and_where() -> None:
    printed = run(
        "import logging\ntry:\n    int(SECRET)\nexcept ValueError:\n    logging.getLogger('rasa.x').exception(SECRET)"
    )
    assert "ERROR rasa.x at <string>:" in printed
    assert "(ValueError at <string>:" in printed


def test_our_own_lines_are_printed_whole() -> None:
    assert "waymark.test 3 of 4" in run("import logging; logging.getLogger('waymark.test').info('%d of %d', 3, 4)")


def test_the_level_decides_how_many_lines_there_are() -> None:
    code = "import logging; logging.getLogger('rasa').info('x'); logging.getLogger('rasa').warning('x')"
    assert run(code, "DEBUG").count("rasa") == 2
    assert run(code, "").count("rasa") == 1
    assert run(code, "nonsense").count("rasa") == 1
    assert run(code, "ERROR").count("rasa") == 0


def test_telemetry_is_off_and_a_crash_writes_no_memory_to_disk() -> None:
    code = "import os, resource; print(os.environ['RASA_TELEMETRY_ENABLED'], resource.getrlimit(resource.RLIMIT_CORE))"
    assert run(code) == "false (0, 0)\n"


def test_an_error_is_named_with_its_causes_and_its_place_but_not_quoted() -> None:
    code = (
        "try:\n    try:\n        int(SECRET)\n    except ValueError as e:\n        raise KeyError(SECRET) from e\n"
        "except KeyError as e:\n    print(privacy.named(e))"
    )
    assert run(code).startswith("KeyError <- ValueError at <string>:")
