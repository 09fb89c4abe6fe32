"""What each command does with what was asked for. Each gives the exit code: 0 fine, 1 a problem, 2 wrong usage, 3 something to install."""

from kit.commands.content import blocks as blocks
from kit.commands.content import explain as explain
from kit.commands.content import facts as facts
from kit.commands.file import doctor as doctor
from kit.commands.file import init as init
from kit.commands.file import schema as schema
from kit.commands.file import upgrade as upgrade
from kit.commands.programme import build as build
from kit.commands.programme import check as check
from kit.commands.programme import diff as diff
from kit.commands.programme import plan as plan
from kit.commands.programme import serve as serve
