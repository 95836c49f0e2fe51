def find(text: str) -> str:
    return "unclear"
