import os
from pathlib import Path

import pytest
from command_line import Command, command_in
from hypothesis import settings

# In CI the same change gives the same verdict; at a desk each run tries other examples.
settings.register_profile("ci", derandomize=True, database=None)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture
def teiencode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    """The command, run in `tmp_path`."""
    return command_in(tmp_path, monkeypatch, capsysbinary)
