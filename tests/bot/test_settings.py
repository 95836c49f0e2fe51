import pytest

from bot.settings import BadSetting, Settings


def test_without_an_environment_the_defaults_hold() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings().silence == 1800


def test_each_limit_can_be_set() -> None:
    settings = Settings.from_environment(
        {"WAYMARK_SESSION_SILENCE": "60", "WAYMARK_SESSIONS_AT_MOST": "5", "WAYMARK_RATE_SESSION": "1/s burst 2"}
    )
    assert (settings.silence, settings.sessions, settings.rate_session) == (60.0, 5, "1/s burst 2")


@pytest.mark.parametrize("value", ["none", "-1", "0", "nan", "inf"])
def test_a_limit_that_is_no_number_above_zero_is_refused_by_name(value: str) -> None:
    with pytest.raises(BadSetting, match="WAYMARK_SESSION_SILENCE"):
        Settings.from_environment({"WAYMARK_SESSION_SILENCE": value})


@pytest.mark.parametrize("value", ["10.0.0.7:6379", "http://host", ":secret@host"])
def test_an_address_of_a_redis_that_is_none_is_refused_without_saying_it(value: str) -> None:
    with pytest.raises(BadSetting, match="REDIS_URL") as refused:
        Settings.from_environment({"REDIS_URL": value})
    assert value not in str(refused.value)
