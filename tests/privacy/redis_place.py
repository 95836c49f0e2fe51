"""All that a Redis holds, asked for over its own protocol."""

from __future__ import annotations

import redis

_DATABASES = 16  # what a Redis has unless it is told otherwise


def held(port: int) -> bytes:
    """Every key with its value, and what the server itself tells of slow commands and of its clients."""
    client = redis.Redis(port=port)
    told = repr([client.info("all"), client.slowlog_get(128), client.client_list()]).encode()
    client.close()
    for number in range(_DATABASES):
        database = redis.Redis(port=port, db=number)
        for key in database.scan_iter("*", count=1000):
            told += key + b"\0" + (database.dump(key) or b"") + b"\0"
        database.close()
    return told
