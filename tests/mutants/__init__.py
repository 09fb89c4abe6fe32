"""Small faults put into `kit/plan` and `kit/check`, one at a time: the tests must notice (`make mutants`).

`changes` says which faults there are, `run` puts each into a process of its own and runs the tests that call the function.
"""
