"""scikit-learn's logistic regression, loaded when something is learnt: to understand a message nothing of it is needed, and
it takes half a second to load.
"""

from __future__ import annotations

from typing import Any


def logistic_regression(inverse_regularisation: float, most_steps: int) -> Any:
    """One that has learnt nothing yet."""
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=inverse_regularisation, max_iter=most_steps)
