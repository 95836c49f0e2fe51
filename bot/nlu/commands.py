"""To come."""


def find(text: str) -> None:
    return None
