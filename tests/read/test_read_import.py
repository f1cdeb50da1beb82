"""What loading the package costs."""

import subprocess
import sys


def test_the_extractor_of_web_pages_is_loaded_with_the_first_of_them_only() -> None:
    code = "import sys, quoth.read; print('trafilatura' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
