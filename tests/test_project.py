from pathlib import Path

import pytest

from teiencode.project import Edition, EncodeSettings, Project, PublishSettings, ValidateSettings, find_project, read_project

WHOLE = """\
[edition]
title = "Five documents"
publisher = "An Archive"
licence = "https://creativecommons.org/publicdomain/zero/1.0/"
editors = ["A. Editor"]
date = "2026-11-24"
[encode]
sources = ["seeds", "more/*.txt"]
output = "tei"
profile = "scan"
encoding = "windows-1252"
schema = "../my.rng"
[validate]
ignore = ["dates"]
[publish]
output = "site"
formats = ["html"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "teiencode.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read_and_paths_are_of_the_files_own_folder(tmp_path: Path) -> None:
    path = written(tmp_path, WHOLE)
    assert read_project(path) == (
        Project(
            path=path,
            root=tmp_path,
            edition=Edition(
                title="Five documents",
                publisher="An Archive",
                licence="https://creativecommons.org/publicdomain/zero/1.0/",
                editors=("A. Editor",),
                date="2026-11-24",
                schema="../my.rng",
            ),
            encode=EncodeSettings(
                sources=("seeds", "more/*.txt"), output=tmp_path / "tei", profile="scan", encoding="windows-1252"
            ),
            validate=ValidateSettings(ignore=("dates",)),
            publish=PublishSettings(output=tmp_path / "site", formats=("html",)),
        ),
        (),
    )


def test_an_empty_file_gives_what_holds_without_one(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    assert read_project(path) == (Project(path=path, root=tmp_path), ())


@pytest.mark.parametrize(
    ("text", "code", "line", "words", "cure"),
    [
        ('[encode]\nsorces = "seeds"', "TE902", 2, "unknown key encode.sorces", "did you mean sources?"),
        ('[encod]\nsources = "seeds"', "TE902", 1, "unknown key encod", "did you mean encode?"),
        ("[publish]\noutput = 3", "TE903", 2, "publish.output must be a text", "write a text"),
        ('[publish]\nformats = ["htm"]', "TE903", 2, '"htm" is not one of html, pdf, epub', "did you mean html?"),
        ('[encode]\nprofile = "x"', "TE903", 2, '"x" is not one of auto, frus, scan, plain', "write one of auto"),
        ('[encode]\nencoding = "latin-99"', "TE903", 2, "an encoding such as utf-8", "write an encoding"),
        ("edition = 1", "TE903", 1, "edition must be a table", "[edition]"),
        ("[edition\n", "TE901", 1, "no TOML", "mend the line"),
        ('[edition]\ntitle = "a"\ntitle = "b"\n', "TE901", 3, "no TOML", "mend the line"),
    ],
)
def test_a_slip_says_where_what_and_how_to_mend(tmp_path: Path, text: str, code: str, line: int, words: str, cure: str) -> None:
    path = written(tmp_path, text)
    _, (slip,) = read_project(path)
    assert (slip.file, slip.code, slip.line) == (str(path), code, line)
    assert words in slip.message
    assert cure in slip.suggestions[0]


def test_what_is_right_beside_a_slip_is_still_read(tmp_path: Path) -> None:
    project, slips = read_project(written(tmp_path, '[edition]\ntitle = "T"\nlicense = "x"\n'))
    assert project.edition == Edition(title="T")
    assert [slip.suggestions for slip in slips] == [("did you mean licence?",)]


def test_the_nearest_project_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / "one" / "two"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert find_project() is None
    written(tmp_path, "")
    assert find_project() == Path("../../teiencode.toml")
    written(tmp_path / "one", "")
    assert find_project() == Path("../teiencode.toml")
    written(deep, "")
    assert find_project() == Path("teiencode.toml")
