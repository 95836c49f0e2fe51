"""How hypothesis works here: the same examples on every machine and no clock, so that a busy one fails nothing."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "knowledge",
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("knowledge")
