"""One core for one message: sums over a few thousand numbers are done before a second core has woken up, and on a busy
machine waiting for it costs five times the sum (measured: 19 ms with two threads, 3.5 ms with one).
"""

from threadpoolctl import threadpool_limits


def one_thread() -> None:
    """Let every sum of this process from now on be done by the thread that asks for it."""
    threadpool_limits(1, user_api="blas")
