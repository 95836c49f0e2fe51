"""What `python -m knowledge` can be asked, one module for each command."""
