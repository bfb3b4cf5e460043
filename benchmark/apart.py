"""Measuring in a process of its own, whose memory nothing else has filled."""

import json
import subprocess
import sys


def apart(module: str, *arguments: str) -> dict[str, float]:
    """Return what a benchmark prints as JSON, run by itself."""
    command = [sys.executable, "-m", module, "--json", *arguments]
    told: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return told
