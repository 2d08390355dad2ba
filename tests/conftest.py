from pathlib import Path

import pytest
from command_line import Command, command_in


@pytest.fixture
def teiencode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    """The command, run in `tmp_path`."""
    return command_in(tmp_path, monkeypatch, capsysbinary)
