"""All that a Redis holds, asked for over its own protocol."""

from __future__ import annotations

import redis


def held(port: int) -> bytes:
    """Every key with its value, and what the server itself tells of slow commands and of its clients."""
    client = redis.Redis(port=port)
    asked: list[object] = [client.info("all"), client.slowlog_get(128), client.client_list()]
    values = b""
    for number in range(int(client.config_get("databases")["databases"])):
        database = redis.Redis(port=port, db=number)
        for key in database.scan_iter("*", count=1000):
            values += key + b"\0" + (database.dump(key) or b"") + b"\0"
        database.close()
    client.close()
    return repr(asked).encode() + values
