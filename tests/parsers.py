"""Parsers that do what hostile bytes make a real one do: for the tests of confinement, which calls them by name."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path


def shouted(content: bytes) -> str:
    return content.decode().upper()


def process_id(content: bytes) -> int:
    return os.getpid() + len(content) * 0


def spinning(content: bytes) -> str:
    while not content:
        pass
    return "content"


def sleeping(content: bytes) -> str:
    time.sleep(60)
    return content.decode()


def eating(content: bytes) -> str:
    eaten = bytearray(content)
    while True:
        eaten += bytes(1 << 26)


def crashing(content: bytes) -> str:
    ctypes.string_at(0)
    return content.decode()


def dying_once(content: bytes) -> str:
    """Die like a process that somebody kills, and leave a mark so that the next one does not."""
    mark = Path(content.decode())
    if mark.exists():
        mark.rmdir()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def raising(content: bytes) -> str:
    raise ValueError(content.decode())


def printing(content: bytes) -> str:
    sys.stdout.write(content.decode())
    sys.stdout.flush()
    return "said"


def connecting(content: bytes) -> str:
    socket.create_connection(("127.0.0.1", int(content)))
    return "connected"


def starting(content: bytes) -> str:
    subprocess.run([content.decode()], check=True)
    return "started"


def writing(content: bytes) -> str:
    Path(content.decode()).write_text("out", encoding="utf-8")
    return "written"


def environment(_: bytes) -> str:
    return " ".join(os.environ)


def working(_: bytes) -> str:
    until = time.process_time() + 0.4
    while time.process_time() < until:
        pass
    return "worked"


def lying(content: bytes) -> str:
    """Give another kind of answer than it says it does."""
    return 7 if content else ""  # type: ignore[return-value]  # what a parser that somebody took over might do
