def find(text: str) -> dict[str, str]:
    return {}
