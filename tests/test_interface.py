import subprocess
import sys
from pathlib import Path

from command_line import environment

import teiencode
from teiencode import encode
from teiencode.project import read_project


def test_the_functions_are_functions_whatever_was_imported_before() -> None:
    program = (
        "import teiencode.batch, teiencode.decode\n"
        "from teiencode import decode, encode\n"
        "assert decode(encode('Some text.\\n').xml).data == b'Some text.\\n'\n"
        "import teiencode.encode\n"
        "assert callable(teiencode.encode)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env=environment())


def test_all_that_is_promised_is_there() -> None:
    for name in teiencode.__all__:
        assert getattr(teiencode, name)
    assert not hasattr(teiencode, "nothing_of_this_name")


def test_the_package_loads_nothing_before_it_is_used() -> None:
    program = "import sys, teiencode\nassert 'lxml' not in sys.modules, 'lxml'\n"
    subprocess.run([sys.executable, "-c", program], check=True, env=environment())


def test_the_edition_is_what_its_sources_encode_to() -> None:
    root = Path(__file__).parents[1]
    edition = read_project(root / "teiencode.toml")[0].edition
    for source in sorted((root / "seeds").glob("*.txt")):
        encoded = encode(source, name=source.stem, edition=edition).xml.decode()
        assert (root / "tei" / f"{source.stem}.xml").read_text(encoding="utf-8") == encoded, source.stem


def test_the_edition_holds_the_seeds_and_no_other_text() -> None:
    root = Path(__file__).resolve().parent.parent
    assert {path.stem for path in (root / "tei").iterdir()} == {path.stem for path in (root / "seeds").glob("*.txt")}
