"""The process that reads what people write speaks to its server alone."""

from __future__ import annotations

from pathlib import Path

from tests.running import Caller, Running


def sockets(pid: int) -> set[str]:
    """The inodes of the sockets that a process holds."""
    targets = [str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()]
    return {target[len("socket:[") : -1] for target in targets if target.startswith("socket:[")}


def on_a_network(pid: int) -> set[str]:
    """The inodes of all that listen, are connected or can be sent to over a network, as this process sees them."""
    tables = (Path(f"/proc/{pid}/net/{kind}") for kind in ("tcp", "tcp6", "udp", "udp6"))
    return {line.split()[9] for table in tables if table.exists() for line in table.read_text().splitlines()[1:]}


def test_it_has_no_port_and_no_connection_but_its_server(running: Running, caller: Caller) -> None:
    caller.say(caller.open(audience="parent"), "My son is eight and I am worried.")
    reading = running.reading()
    held = sockets(reading)
    assert len(held) == 1
    assert not held & on_a_network(reading)
    assert sockets(running.rasa.pid) & on_a_network(running.rasa.pid), "the look at the server's must find its port"
