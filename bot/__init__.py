"""The runtime around Rasa: how words become codes, the chat API, the sessions, the page and the start-up."""
