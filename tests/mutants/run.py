"""Every mutant in a process of its own: a pytest plugin that collects once, then forks. Writes nothing.

A fork costs milliseconds where a new pytest costs seconds. The faulty code is put into the living function, so whoever imported it
has the fault too. Which tests call which function is found once, by running them all.
"""

import ast
import gc
import os
import pickle
import resource
import sys
import time
import types
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import _lru_cache_wrapper, partial
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from kit.plan import daysoff
from tests.mutants.changes import Mutant, mutants

ROOT = Path(__file__).parents[2]
SECONDS = 30  # of processor time; a fault that runs longer is in a loop and counts as seen
KEPT = ("content", "sentences")  # what tests/plan/made.py reads once: no mutant touches it
HOLIDAYS = ("public_holidays", "half_days", "eves")  # dear to make, and touched by the faults of their own module alone
UNTOLD = 255  # the exit code that tells no test
EXAMPLES = 25  # of each property test
TESTED_WITH = {
    "detector": "promises",
    "docs": "examples",
    "rules": "examples",
    "subject": "groups",
    "method": "budget",
    "__init__": "schedule",
}


Name = tuple[str, str, int]  # module:owner, before → after, and which of several the same in it; 0 for all of them
Explained = Mapping[Name, str]  # why nobody could notice


@dataclass(slots=True)
class Result:
    """`is_killed`: a test saw it. `why`: nobody could, and was not asked."""

    module: str
    mutant: Mutant
    is_killed: bool
    why: str = ""

    @property
    def names(self) -> tuple[Name, Name]:
        return names_of(self.module, self.mutant)


def names_of(module: str, mutant: Mutant) -> tuple[Name, Name]:
    """How explained.yaml may name it: alone, or with those that are the same."""
    name = f"{module}:{mutant.owner}", f"{mutant.before} → {mutant.after}"
    return (*name, mutant.nth), (*name, 0)


class Mutation:
    """The plugin: instead of running the tests once, runs them for every mutant of `modules`; for the explained ones only when `asked`."""

    def __init__(
        self, modules: Sequence[str], every: int, own: bool, explained: Explained, asked: bool, tell: Callable[[str], None]
    ) -> None:
        self.modules, self.every, self.own, self.explained, self.asked, self.tell = modules, every, own, explained, asked, tell
        self.results: list[Result] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        warm(session)
        items = [item for item in session.items if not self.own or any(is_of(item, name) for name in self.modules)]
        called, seconds = baseline(items)
        for name in self.modules:
            begun = time.monotonic()
            done = [*self.of_module(name, items, called, seconds)]
            self.results += done
            killed = sum(1 for each in done if each.is_killed)
            self.tell(f"{name}: {killed} of {len(done)} seen, {time.monotonic() - begun:.0f} s")
        return True

    def of_module(
        self, name: str, items: Sequence[pytest.Item], called: Mapping[str, set[int]], seconds: Sequence[float]
    ) -> Iterator[Result]:
        source = (ROOT / f"{name.replace('.', '/')}.py").read_text(encoding="utf-8")
        module = sys.modules[name.removesuffix(".__init__")]
        which = Which(module, ast.parse(source), items, called)
        saw: list[int] = []  # the tests that saw a fault of this module, the last one first: they see most of the others too
        for mutant in mutants(source):
            why = next((self.explained[each] for each in names_of(name, mutant) if each in self.explained), "")
            if mutant.number % self.every or (self.asked and not why):
                continue
            if why and not self.asked:
                yield Result(name, mutant, False, why)
                continue
            wanted = [number for number in which.tests(mutant) if not self.own or is_of(items[number], name)]
            wanted.sort(
                key=lambda number: (saw.index(number) if number in saw else len(saw), not is_of(items[number], name), seconds[number])
            )
            code = in_a_fork(partial(is_seen, module, mutant, [items[number] for number in wanted]))
            if 0 < code <= len(wanted):
                saw = [wanted[code - 1], *(number for number in saw if number != wanted[code - 1])]
            result = Result(name, mutant, code != 0)
            if not result.is_killed:
                self.tell(f"  {name}:{mutant.line} {mutant.owner}: {mutant.before} → {mutant.after}")
            yield result


def is_of(item: pytest.Item, module: str) -> bool:
    """Whether a test stands in the module's own file, or in the one that says every sentence of a rule."""
    stage, name = module.split(".")[1:3]
    return item.path.stem in (f"test_{TESTED_WITH.get(name, name)}", "test_said") and item.path.parent.name == stage


def warm(session: pytest.Session) -> None:
    """What is read once, and how many examples the property tests take."""
    from hypothesis import HealthCheck, Phase, settings  # here: pytest wants to see it first
    from plan.made import content, sentences

    quick = settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        derandomize=True,
        suppress_health_check=[*HealthCheck],
    )
    content(), sentences("da"), sentences("en")
    for year in range(2026, 2037):
        for country in ("DK", "GL", "FO", "NO", "SE", "DE"):
            daysoff.public_holidays(country, None, year), daysoff.half_days(country, year)
        daysoff.eves(year)
    gc.collect()
    gc.freeze()
    for item in session.items:
        if hasattr(getattr(item, "obj", None), "hypothesis"):
            item.obj._hypothesis_internal_use_settings = quick  # type: ignore[attr-defined]


def baseline(items: Sequence[pytest.Item]) -> tuple[dict[str, set[int]], list[float]]:
    """Which tests call which function, and how long each takes. In a fork, so that nothing is remembered here."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(traced(items), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        called, seconds, failed = pickle.load(pipe)
    os.wait()
    if failed:
        raise SystemExit(f"the tests fail without any fault: {failed[:3]}")
    return called, seconds


def traced(items: Sequence[pytest.Item]) -> tuple[dict[str, set[int]], list[float], list[str]]:
    called: dict[str, set[int]] = defaultdict(set)
    seconds: list[float] = []
    failed: list[str] = []
    for number, item in enumerate(items):
        forget(KEPT)
        codes: set[types.CodeType] = set()
        sys.setprofile(lambda frame, event, _, codes=codes: codes.add(frame.f_code) if event == "call" else None)  # type: ignore[misc]
        begun = time.process_time()
        reports = runtestprotocol(item, log=False, nextitem=None)
        sys.setprofile(None)
        seconds.append(time.process_time() - begun)
        failed += [item.nodeid for report in reports if report.failed]
        for code in codes:
            if module := module_of(code.co_filename):
                called[f"{module}:{code.co_qualname.split('.<locals>')[0]}"].add(number)
    return dict(called), seconds, failed


def module_of(filename: str) -> str:
    path = Path(filename)
    if not path.is_relative_to(ROOT / "kit"):
        return ""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def in_a_fork(work: Callable[[], int]) -> int:
    """0 when nothing was seen there; else which of the tests saw it, from 1, or -1 for those that never came to an end and so on."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        try:
            os._exit(min(work(), UNTOLD))
        except BaseException:  # a fault that cannot even be put in
            os._exit(UNTOLD)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code if 0 <= code < UNTOLD else -1


def is_seen(module: types.ModuleType, mutant: Mutant, items: Sequence[pytest.Item]) -> int:
    """Which of the tests fails first, from 1; 0 when none does."""
    gc.disable()
    put(module, mutant)
    forget(KEPT if module is daysoff else (*KEPT, *HOLIDAYS))
    failing = (
        number for number, item in enumerate(items, 1) if any(found.failed for found in runtestprotocol(item, log=False, nextitem=None))
    )
    return next(failing, 0)


def put(module: types.ModuleType, mutant: Mutant) -> None:
    """The fault into the living module, and into the values that the module makes with it."""
    tree = mutant.tree()
    if mutant.is_function:
        code = find(compile(tree, str(module.__file__), "exec"), mutant.owner)
        function(module, mutant.owner).__code__ = code
    for statement in made_with(tree, mutant.owner):
        before = {name: module.__dict__[name] for name in names(statement)}
        exec(compile(ast.Module([statement], []), str(module.__file__), "exec"), module.__dict__)
        for name, old in before.items():
            for other in holding(name, old):
                other.__dict__[name] = module.__dict__[name]


def made_with(tree: ast.Module, owner: str) -> Iterator[ast.stmt]:
    """The statements that give a value of the module, or make one with it or with the function, in their order."""
    known = {owner}
    for statement in tree.body:
        given = set(names(statement))
        if given and (given & known or known & {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}):
            known |= given
            yield statement


def holding(name: str, value: object) -> list[types.ModuleType]:
    """The modules of ours, and of the tests, that have this value under this name."""
    ours = [module for module in [*sys.modules.values()] if getattr(module, "__name__", "").startswith(("kit.", "plan.", "check."))]
    return [module for module in ours if module.__dict__.get(name) is value]


@dataclass(frozen=True, slots=True)
class Which:
    """Which tests may see a fault of a module."""

    module: types.ModuleType
    tree: ast.Module
    items: Sequence[pytest.Item]
    called: Mapping[str, set[int]]

    def tests(self, mutant: Mutant) -> set[int]:
        """Those that call the function; of a value, and of a function that only makes values, those that call whoever has the value."""
        if mutant.is_function and (found := self.called.get(f"{self.module.__name__}:{mutant.owner}")):
            return found
        values = [name for statement in made_with(self.tree, mutant.owner) for name in names(statement)]
        holders = {holder.__name__ for name in values for holder in holding(name, self.module.__dict__[name])} | {self.module.__name__}
        calling = (found for key, found in self.called.items() if key.split(":")[0] in holders)
        asking = {number for number, item in enumerate(self.items) if getattr(getattr(item, "module", None), "__name__", "") in holders}
        return asking.union(*calling)


def names(statement: ast.stmt) -> list[str]:
    """What a statement of the module gives a value."""
    targets = getattr(statement, "targets", [getattr(statement, "target", None)])
    return [target.id for target in targets if isinstance(target, ast.Name)]


def find(code: types.CodeType, owner: str) -> types.CodeType:
    inside = [each for each in code.co_consts if isinstance(each, types.CodeType)]
    return next((each for each in inside if each.co_qualname == owner), None) or next(
        find(each, owner) for each in inside if owner.startswith(f"{each.co_qualname}.")
    )


def function(module: types.ModuleType, owner: str) -> Any:
    found: Any = module
    for part in owner.split("."):
        found = found.__dict__[part]
    found = getattr(found, "fget", None) or getattr(found, "__func__", None) or found
    return getattr(found, "__wrapped__", found)


def forget(kept: tuple[str, ...]) -> None:
    """Nothing that was computed without the fault is remembered."""
    for name, module in [*sys.modules.items()]:
        if name.startswith(("kit.plan", "kit.check", "plan.", "check.", "bench.", "tests.")):
            for key, value in [*vars(module).items()]:
                if isinstance(value, _lru_cache_wrapper) and key not in kept:
                    value.cache_clear()
