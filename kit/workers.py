"""Processes for the slow work. They end with us, whatever ends us, and an interrupt is ours alone to answer."""

import ctypes
import gc
import importlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress

PR_SET_PDEATHSIG = 1


class Lost(Exception):
    """The system stopped one of our processes, most often for want of memory."""


@contextmanager
def pool(most: int, modules: Sequence[str] = ()) -> Iterator[ProcessPoolExecutor]:
    """At most so many at a time; they import `modules` at once, while we do something else. When the block fails, what runs is stopped."""
    others = set(multiprocessing.active_children())
    workers = ProcessPoolExecutor(most, multiprocessing.get_context("fork"), initializer=_begin, initargs=(os.getpid(), modules))
    try:
        workers.submit(int)  # the first call starts them all
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


def _begin(parent: int, modules: Sequence[str]) -> None:
    follow(parent)
    for module in modules:
        with suppress(Exception):  # whoever needs it meets the failure again, and can tell of it
            importlib.import_module(module)
    gc.freeze()  # what is known by now is for reading: the collector need not look through it


def follow(parent: int) -> None:
    """First thing in a process of ours: leave interrupts to the parent, and die when it dies (Linux; prctl(2))."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        with suppress(OSError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
