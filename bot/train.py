"""Train the model: `python -m bot.train`.

Does nothing when the model is there and nothing it is trained from has changed.
"""

import argparse
import fcntl
import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from bot import rasa_alone
from bot.model_file import MODEL, ROOT, fingerprint, is_current, write_note
from bot.privacy import QUIET_ENVIRONMENT

_WORK = ".waymark"  # beside config.yml: the lock and the log of the training
_GRAPH = "rasa.engine.training.hooks"  # the logger that says which component is being trained
_TAIL = 12
_HEARTBEAT_SECONDS = 15.0


class TrainingFailed(Exception):
    """No model was made: the message is one sentence that says why. A model that was there before is still there."""


class Progress(logging.Handler):
    """Lines of progress: what is being trained, as Rasa's graph tells it, and a sign of life when that takes long."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(logging.INFO)
        self._stream = stream
        self._begun = self._said = time.monotonic()
        self._doing = "reading the data"
        self._over = threading.Event()
        threading.Thread(target=self._beat, daemon=True).start()

    def say(self, line: str) -> None:
        """Print one line at once."""
        self._said = time.monotonic()
        print(line, file=self._stream, flush=True)

    def emit(self, record: logging.LogRecord) -> None:
        """Take a line of Rasa's graph: `Starting to train component 'X'.`"""
        words = record.getMessage().split("'")
        if len(words) == 3 and words[0].startswith("Starting to train"):
            self._doing = words[1]
            self.say(f"  {self._seconds()} s  {self._doing}")

    def close(self) -> None:
        """Stop the sign of life."""
        self._over.set()
        super().close()

    def _beat(self) -> None:
        while not self._over.wait(1.0):
            if time.monotonic() - self._said > _HEARTBEAT_SECONDS:
                self.say(f"  {self._seconds()} s  still at {self._doing}")

    def _seconds(self) -> str:
        return f"{time.monotonic() - self._begun:4.0f}"


def train(model: Path, root: Path, stream: TextIO) -> None:
    """Train `model` from what is in `root` if that is needed, and write its note. Safe when two do it at once.

    Raises TrainingFailed.
    """
    work = root / _WORK
    work.mkdir(exist_ok=True)
    with _one_at_a_time(work / "train.lock"):
        trained_from = fingerprint(root)
        if is_current(model, root):
            print("The model is up to date.", file=stream, flush=True)
            return
        begun = time.monotonic()
        print("Training the model ...", file=stream, flush=True)
        model.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=model.parent) as fresh:
            made = _train_into(Path(fresh), root, work / "train.log", stream)
            shutil.move(str(made), model)
        write_note(model, trained_from)
        print(f"The model is trained ({time.monotonic() - begun:.0f} s).", file=stream, flush=True)


def _train_into(folder: Path, root: Path, log: Path, stream: TextIO) -> Path:
    """Let Rasa train; everything it and its libraries print goes into `log`."""
    os.environ.update(QUIET_ENVIRONMENT)
    # No cache of Rasa's on disk: the fingerprint decides what is trained again, everything or nothing.
    os.environ["RASA_MAX_CACHE_SIZE"] = "0"
    with _printed_into(log, stream) as shown:
        progress = Progress(shown)
        try:
            rasa_alone.leave_tensorflow_out()
            from rasa.model_training import train as rasa_train

            logging.getLogger(_GRAPH).setLevel(logging.INFO)
            logging.getLogger(_GRAPH).addHandler(progress)
            result = rasa_train(
                domain=str(root / "domain.yml"),
                config=str(root / "config.yml"),
                training_files=[str(root / "data")],
                output=str(folder),
                force_training=True,
                fixed_model_name="model",
            )
        except (Exception, SystemExit) as error:
            raise TrainingFailed(f"The model could not be trained: {_why(error)} (all of it in {log})") from error
        finally:
            logging.getLogger(_GRAPH).removeHandler(progress)
            progress.close()
    if result.code != 0 or result.model is None:
        raise TrainingFailed(f"The model could not be trained; {log} ends with:\n{_tail(log)}")
    return Path(result.model)


@contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def _printed_into(log: Path, stream: TextIO) -> Iterator[TextIO]:
    """Send what this process prints, from native code too, into `log`; gives a stream to where stdout went before."""
    stream.flush()
    out, err = os.dup(1), os.dup(2)
    with log.open("w") as file, os.fdopen(os.dup(stream.fileno()), "w") as shown:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
        try:
            yield shown
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os.dup2(out, 1)
            os.dup2(err, 2)
            os.close(out)
            os.close(err)


def _why(error: BaseException) -> str:
    """What went wrong, on one line; of an error in a component, what the component said."""
    while type(error).__name__ == "GraphComponentException" and error.__cause__ is not None:
        error = error.__cause__
    return (" ".join(str(error).split()) or type(error).__name__)[:300]


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-_TAIL:])


def main() -> int:
    """Train if needed. Gives the exit status; a failure is one sentence on stderr."""
    options = argparse.ArgumentParser(
        prog="python -m bot.train", description="Train Waymark's model if anything changed."
    )
    options.add_argument("--model", type=Path, default=MODEL)
    given = options.parse_args()
    try:
        train(given.model.absolute(), ROOT, sys.stdout)
    except TrainingFailed as failure:
        print(f"waymark: {failure}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("waymark: stopped; the model was not changed.", file=sys.stderr, flush=True)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
