"""`--help` beside `python -c pass`: at most 6 times its time. Processor time, so that a busy machine says the same."""

import resource
import subprocess
import sys

from tests.helpers import ROOT

RUNS, MOST = 21, 6.0


def main() -> None:
    nothing, help_ = (_median(command) for command in ([sys.executable, "-c", "pass"], [sys.executable, str(ROOT / "build.py"), "--help"]))
    ratio = help_ / nothing
    print(f"--help ÷ python -c pass: {ratio:.1f} (at most {MOST:.0f}) {'fine' if ratio <= MOST else 'TOO SLOW'}")


def _median(command: list[str]) -> float:
    return sorted(_seconds(command) for _ in range(RUNS))[RUNS // 2]


def _seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
