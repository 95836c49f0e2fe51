"""The actions of the dialogue. Each reads codes from the tracker, asks `knowledge` for the turn, and sends what it
says. No decisions here.
"""
