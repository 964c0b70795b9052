"""The file of judgements: what a line says, what stands, what cannot be read."""

import pytest

from kg.errors import JudgementError
from kg.judgements import append, length, parse_reference, read_log, take_back, written
from kg.judgements.lines import parse
from kg.model import Judgement, Reference, Verdict

ANN = Reference(name="Ann Lee", articles=("https://a.example/1#x", "article/0123456789ab"))
PLACE = Reference(name="Lincoln", type="Place")
SAME = Judgement(verdict=Verdict.SAME, left=ANN, right=PLACE, note="why not")


@pytest.fixture
def log(tmp_path):
    return tmp_path / "judgements.txt"


@pytest.mark.parametrize(
    "name",
    [
        "Ann Lee",
        'Ann "Annie" Lee',
        "Beto O’Rourke",
        "back\\slash",
        "a # b",
        "AT&T",
        "李克强",
        "A @ B",
    ],
)
def test_a_line_says_again_what_was_written(name):
    side = Reference(name=name, articles=("https://a.example/1?a=b#c",))
    judgement = Judgement(verdict=Verdict.DIFFERENT, left=side, right=PLACE, note="so # I say")
    line = parse(written(judgement), 0)
    assert (line.judgement, line.undo) == (judgement, False)
    assert parse(written(judgement, undo=True)).undo


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Ann Lee", Reference(name="Ann Lee")),
        (" Ann   Lee ", Reference(name="Ann Lee")),
        ("Lincoln (Place)", PLACE),
        ("U2 @ https://a.example/1", Reference(name="U2", articles=("https://a.example/1",))),
        ("Project @ Home", Reference(name="Project @ Home")),
        ("<https://a.example/7>", Reference(name="<https://a.example/7>")),
    ],
)
def test_a_side_is_a_name_a_type_and_articles(text, reference):
    assert parse_reference(text) == reference


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("alike A B", "'alike' is none of same, different, unsure, undo"),
        ("same A", "two sides and this has 1"),
        ("same A B C", "two sides and this has 3"),
        ('same "A B', "quotation mark"),
        ('same "A"B C', "quotation mark"),
        ("undo", "none of"),
        ('same "" B', "has no name"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(log, line, complaint):
    log.write_text(f"# head\n\nsame A B\n{line}\n", encoding="utf-8")
    with pytest.raises(JudgementError, match=complaint) as error:
        read_log(log)
    assert str(error.value).startswith("Line 4 of the judgement log")


def test_no_file_is_no_judgement(log):
    assert read_log(log) == ()


def test_what_is_appended_stands_with_its_line(log):
    append(log, [SAME])
    (judgement,) = read_log(log)
    assert judgement.line == length(log) > 1
    assert (judgement.left, judgement.right, judgement.note) == (ANN, PLACE, "why not")


def test_a_last_line_without_its_end_is_kept_whole(log):
    log.write_bytes(b"same A B")
    append(log, [SAME])
    assert [judgement.line for judgement in read_log(log)] == [1, 2]


def test_lines_of_another_system_are_read(log):
    log.write_bytes(b"\xef\xbb\xbfsame A B\r\n\r\ndifferent C D # \xc3\xa9\r\n")
    assert [(j.verdict.value, j.note) for j in read_log(log)] == [("same", ""), ("different", "é")]


def test_undoing_leaves_what_deleting_leaves(log):
    log.write_text("same A B\nunsure C D\n", encoding="utf-8")
    assert take_back(log, 1).left.name == "A"
    assert log.read_text(encoding="utf-8").splitlines()[-1] == 'undo same "A" "B"'
    undone = read_log(log)
    log.write_text("\nunsure C D\n", encoding="utf-8")
    assert undone == read_log(log)


def test_what_was_undone_can_be_said_again(log):
    log.write_text("same A B\nundo same B A\nsame A B\n", encoding="utf-8")
    assert [judgement.line for judgement in read_log(log)] == [3]


@pytest.mark.parametrize("number", [1, 2, 99])
def test_only_a_judgement_that_stands_is_undone(log, number):
    log.write_text("same A B\nundo same A B\n", encoding="utf-8")
    with pytest.raises(JudgementError, match="no judgement that stands"):
        take_back(log, number)


def test_undoing_what_nobody_said_is_an_error(log):
    log.write_text("undo same A B\n", encoding="utf-8")
    with pytest.raises(JudgementError, match=r"Line 1 .* undoes what no line before it says"):
        read_log(log)


def test_a_file_that_is_no_text_is_named(log):
    log.write_bytes(b"same \xff B")
    with pytest.raises(JudgementError, match=r"judgements\.txt is not UTF-8"):
        read_log(log)


def test_a_log_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(JudgementError, match="cannot be written"):
        append(tmp_path, [SAME])
