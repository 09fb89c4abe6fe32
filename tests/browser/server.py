"""A real nginx on the loopback address with the lines of docs/publishing.md and nothing else of substance."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers import ROOT

RECIPE = re.findall(r"```nginx\n(.*?)```", (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8"), re.DOTALL)[0]
# What Debian's /etc/nginx/nginx.conf says around every site, with places that a test may write to.
AROUND = """
daemon off; master_process off; pid {work}/pid; error_log {work}/errors; worker_rlimit_nofile 1024;
events {{ worker_connections 256; }}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; sendfile on;
  client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi; uwsgi_temp_path {work}/uwsgi;
  scgi_temp_path {work}/scgi;
{recipe}
}}
"""


def program() -> str:
    found = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    assert found, "nginx is missing: sh locks/system.sh test"
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def configuration(site: Path, work: Path, port: int) -> str:
    """The recipe with its two lines changed: the folder, and a port that anybody may listen on."""
    listening = RECIPE.replace("listen 80;", f"listen 127.0.0.1:{port};")
    ours = listening.replace("root /srv/gruppementor/site;", f'root "{site}";')
    assert len({RECIPE, listening, ours}) == 3
    return AROUND.format(work=work, recipe=ours)


def example(name: str, into: Path) -> Path:
    """One of the examples as a website with its calendars, in a folder of its own."""
    what = ["build", f"organisations/{name}", "--only", "site", "--only", "calendars", "-q"]
    call = [sys.executable, "build.py", *what, "--out", str(into / "site"), "--private", str(into / "private")]
    subprocess.run(call, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return into / "site"


@contextmanager
def nginx(site: Path, work: Path) -> Iterator[str]:
    """The address at which nginx serves a folder."""
    port = free_port()
    (work / "nginx.conf").write_text(configuration(site, work, port), encoding="utf-8")
    call = [program(), "-p", str(work), "-e", str(work / "errors"), "-c", str(work / "nginx.conf")]
    process = subprocess.Popen(call)
    try:
        answering(port, process, work)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def answering(port: int, process: subprocess.Popen[bytes], work: Path) -> None:
    """Waits until somebody answers."""
    for _ in range(100):
        assert process.poll() is None, (work / "errors").read_text(encoding="utf-8")
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")
