"""The check of the training sentences: counted, each in one place, nothing of the evaluation among them."""
