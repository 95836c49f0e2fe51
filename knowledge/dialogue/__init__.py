"""The conversation as pure functions: a state of codes and what was heard in, the next state and the messages out."""
