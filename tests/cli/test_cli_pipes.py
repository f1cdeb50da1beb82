"""The command line in processes of its own: pipes, locales, signals, what is imported."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_support import BRIDGE, Quoth, bare_environment, lines, start


@pytest.fixture
def bare() -> dict[str, str]:
    return bare_environment()


PREFIX = '"The water is rising fast," said '


def records(count: int) -> bytes:
    """A JSON-lines input of short pages, each with a statement of its own."""
    texts = (f"{PREFIX}Ana Number{i}.\n" for i in range(count))
    dumped = (json.dumps({"id": f"r{i}", "text": text}) + "\n" for i, text in enumerate(texts))
    return "".join(dumped).encode()


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path):
    file = tmp_path / "many.jsonl"
    file.write_bytes(records(400))
    process = start("read", file, "--json", "--jobs", "1")
    assert process.stdout
    assert process.stderr
    assert json.loads(process.stdout.readline())["page"] == "r0"
    process.stdout.close()
    assert process.wait(30) == 0
    assert process.stderr.read() == b""


def test_statements_come_before_the_input_has_ended():
    process = start("read", "-", "--as", "jsonl", "--json", stdin=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdin.write(records(1))
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["page"] == "r0"
    process.stdin.close()
    assert process.wait(30) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_output_is_an_error_and_no_traceback(bridge: Path):
    with open("/dev/full", "wb") as full:
        process = start("read", bridge, "--as", "article", "--json", stdout=full)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 4
    assert errors.startswith(b"quoth: output: ")
    assert b"Traceback" not in errors


@pytest.mark.parametrize("more", [{}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_json_is_utf_8_in_any_locale(bare: dict[str, str], more: dict[str, str], tmp_path: Path):
    page = tmp_path / "page.txt"
    page.write_text("«Міст відкриють у травні», — сказала Марія Коваль.\n", "utf-8")
    env = bare | {"LC_ALL": "C"} | more
    output, _ = start("article", page, "--as", "article", "--json", env=env).communicate(timeout=30)
    assert "Марія Коваль" in json.loads(output.decode("utf-8"))["blocks"][0]["text"]
    assert "Марія Коваль".encode() in output


def test_a_locale_without_the_letters_does_not_end_the_table(bare: dict[str, str], tmp_path: Path):
    page = tmp_path / "page.txt"
    page.write_text("Міст відкриють у травні.\n", "utf-8")
    env = bare | {"PYTHONIOENCODING": "ascii"}
    process = start("article", page, "--as", "article", env=env)
    output, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, b"")
    assert b"paragraph" in output or b"headline" in output


def test_ctrl_c_is_130_and_says_so():
    process = start("read", "-", "--as", "jsonl", "--json", stdin=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdin.write(records(1))
    process.stdin.flush()
    process.stdout.readline()  # it is reading now, and waits for more
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"interrupted" in errors
    assert b"Traceback" not in errors


def test_ctrl_c_leaves_no_worker_behind(tmp_path: Path):
    file = tmp_path / "many.jsonl"
    file.write_bytes(records(5000))
    process = start("read", file, "--json", "--jobs", "2", start_new_session=True)
    assert process.stdout
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)  # as a terminal sends it: to the whole group
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    _wait_until(lambda: not _group_alive(process.pid))


def _group_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _wait_until(done: object, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not done():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.02)


def test_help_imports_no_heavy_library():
    code = (
        "import sys; from quoth.cli import verbs\n"
        "verbs.main(['--help'], standalone_mode=False)\n"
        "heavy = {'lxml', 'trafilatura', 'sqlalchemy', 'babel', 'rich', 'numpy', 'py3langid'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.splitlines()[-1] == b"[]"


def test_reading_does_not_import_the_database_library(bridge: Path):
    code = (
        "import sys; from quoth.cli import verbs\n"
        "verbs.main(['read', sys.argv[1], '--as', 'article', '--json'], standalone_mode=False)\n"
        "print(sorted({'sqlalchemy', 'rich'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(bridge)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout.splitlines()[-1] == b"[]"


def test_the_installed_command_is_the_module():
    command = shutil.which("quoth", path=str(Path(sys.executable).parent))
    assert command is not None
    done = subprocess.run([command, "--version"], capture_output=True, check=True)
    module = start("--version")
    assert done.stdout == module.communicate(timeout=30)[0]


def test_standard_input_is_a_page_named_by_a_dash(quoth: Quoth):
    result = quoth("read", "-", "--as", "article", "--json", stdin=BRIDGE.encode())
    assert {r["page"] for r in lines(result.stdout)} == {"-"}


def test_the_progress_bar_is_for_a_terminal_alone(bridge: Path, tmp_path: Path):
    call = ("add", bridge, "--as", "article", "--ledger")
    _, errors = start(*call, tmp_path / "piped.quoth").communicate(timeout=60)
    assert errors == b""
    ours, theirs = os.openpty()
    env = bare_environment() | {"TERM": "xterm"}
    process = start(*call, tmp_path / "shown.quoth", stderr=theirs, env=env)
    output, _ = process.communicate(timeout=60)
    os.close(theirs)
    shown = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert b"1 added" in output
    assert b"1/1" in shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # nobody holds the other end any more
        return b""
