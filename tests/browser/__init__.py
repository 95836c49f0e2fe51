"""What people see and touch: the page and the widget in a real browser, against the real server."""
