"""Rasa's view of a session."""

import json

import pytest
from rasa.core.tracker_store import check_if_tracker_store_async
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.sessions import SessionEnded, SessionStore, sessions_of
from bot.sessions_in_memory import SessionsInMemory
from bot.sessions_in_redis import SessionsInRedis
from bot.settings import Settings
from tests.running import ROOT

ONE = "a" * 32


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture
def store(domain: Domain) -> SessionStore:
    return SessionStore(domain, sessions=SessionsInMemory(Settings()))


async def what_rasa_does(store: SessionStore, state: dict) -> DialogueStateTracker:
    """What Rasa does in one turn, as far as a store can see it."""
    tracker = await store.get_or_create_tracker(ONE, append_action_listen=False)
    tracker.update(UserUttered("[not kept]", {"name": "tell"}, parse_data={"codes": {"in_scope": 0.5}}))
    tracker.update(ActionExecuted("action_tell"))
    tracker.update(BotUttered("words of ours"))
    tracker.update(SlotSet("state", state))
    tracker.update(ActionExecuted("action_listen"))
    await store.save(tracker)
    return tracker


async def test_what_was_saved_comes_back_as_a_tracker_that_waits(store: SessionStore) -> None:
    async with store.first_turn(ONE):
        await what_rasa_does(store, {"asked": "age"})
    async with store.turn(ONE):
        tracker = await store.retrieve(ONE)
    assert tracker is not None
    assert tracker.get_slot("state") == {"asked": "age"}
    assert tracker.latest_action_name == "action_listen"
    assert tracker.applied_events()


async def test_only_the_slots_are_kept(store: SessionStore) -> None:
    async with store.first_turn(ONE):
        await what_rasa_does(store, {"asked": "age"})
    assert json.loads(await store.sessions.look(ONE) or "") == {"state": {"asked": "age"}}


async def test_turn_100_has_as_much_to_carry_as_turn_2(store: SessionStore) -> None:
    sizes = []
    async with store.first_turn(ONE):
        await what_rasa_does(store, {"asked": "age"})
    for _ in range(99):
        async with store.turn(ONE):
            sizes.append(len((await what_rasa_does(store, {"asked": "age"})).events))
    assert sizes[0] == sizes[-1]
    assert len(await store.sessions.look(ONE) or "") < 100


async def test_a_session_whose_first_turn_fails_is_not_there(store: SessionStore) -> None:
    with pytest.raises(ZeroDivisionError):
        async with store.first_turn(ONE):
            await what_rasa_does(store, {"asked": "age"})
            raise ZeroDivisionError
    assert await store.sessions.count() == 0
    with pytest.raises(SessionEnded):
        async with store.turn(ONE):
            pass


async def test_outside_a_turn_rasa_finds_nothing_and_can_save_nothing(store: SessionStore) -> None:
    async with store.first_turn(ONE):
        tracker = await what_rasa_does(store, {"asked": "age"})
        assert await store.exists(ONE)
        assert list(await store.keys()) == [ONE]
    tracker.update(SlotSet("state", {"asked": "nonsense"}))
    await store.save(tracker)
    assert await store.retrieve(ONE) is None
    assert not await store.exists(ONE)
    assert list(await store.keys()) == []
    assert json.loads(await store.sessions.look(ONE) or "") == {"state": {"asked": "age"}}


def test_rasa_can_use_it_as_it_is(store: SessionStore) -> None:
    assert check_if_tracker_store_async(store)


def test_the_address_of_a_redis_chooses_where_sessions_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(sessions_of(Settings.from_environment({})), SessionsInMemory)
    chosen = sessions_of(Settings.from_environment({"REDIS_URL": "redis://127.0.0.1:6379/0"}))
    assert isinstance(chosen, SessionsInRedis)
