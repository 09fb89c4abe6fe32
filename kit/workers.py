"""Processes for the slow work. They end with us, whatever ends us, and an interrupt is ours alone to answer."""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from pathlib import Path

PR_SET_PDEATHSIG = 1


class Lost(Exception):
    """The system stopped one of our processes, most often for want of memory."""


@contextmanager
def pool(most: int, scratch: Path) -> Iterator[ProcessPoolExecutor]:
    """At most so many at a time, with `scratch` for their temporary files. When the block fails, what still runs is stopped at once."""
    others = set(multiprocessing.active_children())
    workers = ProcessPoolExecutor(most, multiprocessing.get_context("fork"), initializer=_begin, initargs=(os.getpid(), scratch))
    try:
        yield workers
    except BaseException as failure:
        workers.shutdown(wait=False, cancel_futures=True)
        for process in set(multiprocessing.active_children()) - others:
            process.kill()
        if isinstance(failure, BrokenProcessPool):
            raise Lost from failure
        raise
    finally:
        workers.shutdown()


def _begin(parent: int, scratch: Path) -> None:
    """WeasyPrint leaves a temporary folder in every process that ends as ours do; here it goes with the rest."""
    follow(parent)
    gc.freeze()  # what the parent knows is for reading: the collector need not look through it
    tempfile.tempdir = str(scratch)


def follow(parent: int) -> None:
    """First thing in a process of ours: leave interrupts to the parent, and die when it dies (Linux; prctl(2))."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        with suppress(OSError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
