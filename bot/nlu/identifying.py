def find(text: str) -> tuple[tuple[int, int], ...]:
    return ()
