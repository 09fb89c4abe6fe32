"""Which faults can be put into a source: a comparison turned, a number one more, a result lost. Source becomes Mutants.

Annotations, docstrings, decorators and defaults of arguments stay as they are; so do assertions, which `strict` of zip is, and the
patterns of `words(…)`: they are data, measured on the lists of sentences.
"""

import ast
import copy
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

OTHER: Mapping[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
OTHER_NAME = {"min": "max", "max": "min", "any": "all", "all": "any"}
NOTHING = ast.Constant(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One fault: in which function or module-level name, at which line, from what to what."""

    owner: str  # qualified name of the function; the name for a value of the module
    is_function: bool
    line: int
    before: str
    after: str
    number: int  # among the mutants of its source
    nth: int  # of the same faults in its owner, from 1
    tree: Callable[[], ast.Module]  # the whole faulty source


def mutants(source: str) -> Iterator[Mutant]:
    tree = ast.parse(source)
    number = 0
    same: Counter[tuple[str, str, str]] = Counter()
    for owner, is_function, body, tree_place in owners(tree):
        for path, node in nodes(body):
            for after in faults(node):
                if ast.unparse(after) != ast.unparse(node):
                    fault = owner, ast.unparse(node), ast.unparse(after)
                    same[fault] += 1
                    yield Mutant(
                        owner=owner,
                        is_function=is_function,
                        line=getattr(node, "lineno", body.lineno),
                        before=fault[1],
                        after=fault[2],
                        number=number,
                        nth=same[fault],
                        tree=lambda place=tree_place, path=path, after=after: with_fault(source, (*place, *path), after),  # type: ignore[misc]
                    )
                    number += 1


Step = tuple[str, int | None]


def owners(tree: ast.Module) -> Iterator[tuple[str, bool, ast.stmt, tuple[Step, ...]]]:
    """Functions, methods, and the module's own values, each with the way to it."""
    for place, statement in enumerate(tree.body):
        here: tuple[Step, ...] = (("body", place),)
        if isinstance(statement, ast.FunctionDef):
            yield statement.name, True, statement, here
        elif isinstance(statement, ast.ClassDef):
            for inner, each in enumerate(statement.body):
                if isinstance(each, ast.FunctionDef):
                    yield f"{statement.name}.{each.name}", True, each, (*here, ("body", inner))
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            yield statement.targets[0].id, False, statement, here
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value:
            yield statement.target.id, False, statement, here


def nodes(node: ast.AST, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], ast.AST]]:
    """Every node below that may hold a fault, with the way to it."""
    for name, value in ast.iter_fields(node):
        for place, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(child, ast.AST) and not stays(node, name, child):
                here = (*path, (name, place))
                yield here, child
                yield from nodes(child, here)


def stays(parent: ast.AST, name: str, child: ast.AST) -> bool:
    """What no fault goes into: words for people, assertions, annotations and types, defaults, the patterns of `words(…)`."""
    is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
    is_message = isinstance(parent, ast.Assert) and name == "msg"
    is_assertion = isinstance(child, ast.keyword) and child.arg == "strict"
    is_pattern = isinstance(parent, ast.Call) and getattr(parent.func, "id", "") == "words" and name == "args"
    is_type = isinstance(parent, ast.Subscript) and getattr(parent.value, "id", "") == "Literal"
    is_unspoken = name in ("annotation", "returns", "decorator_list", "format_spec") or isinstance(child, ast.arguments)
    return is_docstring or is_message or is_assertion or is_pattern or is_type or is_unspoken


def faults(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in a node's place."""
    match node:
        case ast.Compare(ops=ops):
            yield from (replaced(node, ops=[*ops[:place], OTHER[type(op)](), *ops[place + 1 :]]) for place, op in enumerate(ops))
        case ast.BoolOp(op=op) | ast.BinOp(op=op):
            yield replaced(node, op=OTHER[type(op)]())
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str() as value):
            yield ast.Constant(f"XX{value}XX")
        case ast.Name(id=name) if name in OTHER_NAME:
            yield ast.Name(OTHER_NAME[name], ast.Load())
        case ast.If(test=test) | ast.IfExp(test=test) if isinstance(test, ast.Name | ast.Attribute | ast.Call | ast.NamedExpr):
            yield replaced(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.comprehension(ifs=[_, *_]):
            yield replaced(node, ifs=[])
        case ast.Return(value=ast.expr()) | ast.Assign():
            yield replaced(node, value=NOTHING)
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield ast.If(ast.Constant(False), [node], [])
        case ast.Expr() | ast.AugAssign() | ast.Continue():
            yield ast.Pass()
        case ast.Call(args=args, keywords=keywords):
            for place, each in enumerate(args):
                if not isinstance(each, ast.Starred | ast.Constant):
                    yield replaced(node, args=[*args[:place], NOTHING, *args[place + 1 :]])
            for place, keyword in enumerate(keywords):
                if keyword.arg and not isinstance(keyword.value, ast.Constant):
                    yield replaced(node, keywords=[*keywords[:place], replaced(keyword, value=NOTHING), *keywords[place + 1 :]])


def replaced(node: ast.AST, **fields: object) -> ast.AST:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def with_fault(source: str, path: tuple[Step, ...], after: ast.AST) -> ast.Module:
    """The whole source with one node exchanged."""
    whole = ast.parse(source)
    parent: ast.AST = whole
    for name, place in path[:-1]:
        parent = getattr(parent, name) if place is None else getattr(parent, name)[place]
    name, place = path[-1]
    if place is None:
        setattr(parent, name, after)
    else:
        getattr(parent, name)[place] = after
    return ast.fix_missing_locations(whole)
