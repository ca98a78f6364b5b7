"""The README runs as it stands, and the type stubs tell the truth."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_the_examples_of_the_readme_run():
    examples = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)

    assert len(examples) >= 4
    exec("\n".join(examples), {})


def test_the_type_stubs_tell_what_the_module_holds(tmp_path):
    pytest.importorskip("mypy")
    # The compiled half of the package has the stubs of the whole.
    allowed = tmp_path / "allowed"
    allowed.write_text("miedza.miedza\n")

    check = [sys.executable, "-m", "mypy.stubtest", "miedza", "--allowlist", str(allowed)]
    said = subprocess.run(check, capture_output=True, text=True, cwd=tmp_path)

    assert said.returncode == 0, said.stdout + said.stderr


def test_a_program_that_follows_the_stubs_is_well_typed(tmp_path):
    pytest.importorskip("mypy")
    program = tmp_path / "program.py"
    program.write_text(
        "import miedza\n"
        "found = miedza.delimit((['1'], ['1'], [1]), 'threshold', cores=['1'], population={'1': 5})\n"
        "label: str | None = found.partition['1']\n"
        "alike: float | None = miedza.compare(found, {'1': 'a'})['by_units']['adjusted_rand']\n"
    )

    said = subprocess.run([sys.executable, "-m", "mypy", "--strict", str(program)], capture_output=True, text=True, cwd=tmp_path)

    assert said.returncode == 0, said.stdout
