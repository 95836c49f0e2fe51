"""From words to codes: the parts of the understanding, each a plain class and the Rasa graph component that carries it."""
