import json

import pytest
from rasa.core.tracker_store import check_if_tracker_store_async
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.sessions import SessionStore
from bot.settings import Settings
from tests.running import ROOT

ONE, TWO, THREE = "one", "two", "three"


class Clock:
    """Seconds that stand still until a test moves them."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture
def store(clock: Clock, domain: Domain) -> SessionStore:
    return SessionStore(domain, settings=Settings(silence=60, sessions=3), clock=clock)


async def a_turn(store: SessionStore, session: str, state: dict) -> DialogueStateTracker:
    """What Rasa does in one turn, as far as a store can see it."""
    tracker = await store.get_or_create_tracker(session, append_action_listen=False)
    tracker.update(UserUttered("[not kept]", {"name": "tell"}, parse_data={"codes": {"in_scope": 0.5}}))
    tracker.update(ActionExecuted("action_tell"))
    tracker.update(BotUttered("words of ours"))
    tracker.update(SlotSet("state", state))
    tracker.update(ActionExecuted("action_listen"))
    await store.save(tracker)
    return tracker


async def test_what_was_saved_comes_back_as_a_tracker_that_waits(store: SessionStore) -> None:
    store.open(ONE)
    await a_turn(store, ONE, {"asked": "age"})
    tracker = await store.retrieve(ONE)
    assert tracker is not None
    assert tracker.get_slot("state") == {"asked": "age"}
    assert tracker.latest_action_name == "action_listen"
    assert tracker.applied_events()


async def test_only_the_slots_are_kept(store: SessionStore) -> None:
    store.open(ONE)
    await a_turn(store, ONE, {"asked": "age"})
    assert json.loads(store.kept(ONE) or "") == {"state": {"asked": "age"}}


async def test_turn_100_has_as_much_to_carry_as_turn_2(store: SessionStore) -> None:
    store.open(ONE)
    sizes = [len((await a_turn(store, ONE, {"asked": "age"})).events) for _ in range(100)]
    assert sizes[1] == sizes[99]
    assert len(store.kept(ONE) or "") < 100


async def test_a_session_that_was_never_opened_does_not_exist_and_cannot_be_saved(store: SessionStore) -> None:
    await a_turn(store, ONE, {"asked": "age"})
    assert not await store.exists(ONE)
    assert await store.retrieve(ONE) is None
    assert len(store) == 0


async def test_a_session_that_ended_is_gone_and_a_late_answer_does_not_bring_it_back(store: SessionStore) -> None:
    store.open(ONE)
    tracker = await a_turn(store, ONE, {"asked": "age"})
    assert store.end(ONE)
    await store.save(tracker)
    store.put_back(ONE, "{}")
    assert not await store.exists(ONE)
    assert not store.end(ONE)


async def test_a_session_ends_after_so_much_silence(store: SessionStore, clock: Clock) -> None:
    store.open(ONE)
    clock.seconds += 59
    assert await store.exists(ONE)
    clock.seconds += 61
    assert not await store.exists(ONE)


async def test_every_message_begins_the_silence_anew(store: SessionStore, clock: Clock) -> None:
    store.open(ONE)
    for _ in range(10):
        clock.seconds += 50
        await a_turn(store, ONE, {"asked": "age"})
    assert await store.exists(ONE)


def test_silent_sessions_leave_the_memory_by_themselves(store: SessionStore, clock: Clock) -> None:
    store.open(ONE)
    clock.seconds += 30
    store.open(TWO)
    clock.seconds += 40
    store.sweep()
    assert list(store._sessions) == [TWO]


async def test_when_there_is_no_room_the_one_that_was_silent_longest_ends(store: SessionStore, clock: Clock) -> None:
    for session in (ONE, TWO, THREE):
        store.open(session)
        clock.seconds += 1
    await a_turn(store, ONE, {"asked": "age"})
    store.open("four")
    assert [session for session in (ONE, TWO, THREE, "four") if store.kept(session)] == [ONE, THREE, "four"]


async def test_a_turn_can_be_taken_back(store: SessionStore) -> None:
    store.open(ONE)
    await a_turn(store, ONE, {"asked": "age"})
    before = store.kept(ONE)
    assert before is not None
    await a_turn(store, ONE, {"asked": "nonsense"})
    store.put_back(ONE, before)
    assert store.kept(ONE) == before


async def test_rasa_can_use_it_as_it_is(store: SessionStore) -> None:
    store.open(ONE)
    assert check_if_tracker_store_async(store)
    assert list(await store.keys()) == [ONE]


def test_the_clock_of_a_running_server_is_not_the_time_of_day(domain: Domain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYMARK_CLOCK_FILE", raising=False)
    import time

    assert SessionStore(domain)._clock is time.monotonic
