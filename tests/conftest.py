"""The tests run alike however they are started: a shell that sends them to the background has Ctrl+C ignored, also in what they start."""

import signal

signal.signal(signal.SIGINT, signal.default_int_handler)
