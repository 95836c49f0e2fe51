"""What Waymark knows and how it decides: content in YAML, rules as pure functions. Imports nothing of Rasa, Sanic or
TensorFlow.
"""
