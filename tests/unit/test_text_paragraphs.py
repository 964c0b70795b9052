from kg.text import canonical

WRAPPED = """\
The ferry went down in a storm on Friday with more than two
hundred people on board, the harbour master said, and most of
them were saved by fishermen.

Nobody knows why it had left the port. The owner, who lives in
the capital, did not return calls, and the ministry said that
it would look into the matter.
"""


def test_wrapped_paragraphs_with_blank_lines_are_unwrapped():
    first, second = canonical(WRAPPED).split("\n")

    assert first.startswith("The ferry went down in a storm on Friday with more than two hundred")
    assert first.endswith("and most of them were saved by fishermen.")
    assert second.endswith("and the ministry said that it would look into the matter.")


def test_a_paragraph_on_each_line_stays_so():
    text = "The ferry sank on Friday.\nNobody knows why.\nThe owner did not return calls."

    assert canonical(text) == text


def test_blank_lines_are_dropped():
    text = "The ferry sank.\n\n\n \nNobody knows why.\r\n\r\nIt rained."

    assert canonical(text) == "The ferry sank.\nNobody knows why.\nIt rained."


def test_a_heading_above_its_paragraph_is_not_joined_to_it():
    text = f"{WRAPPED}\nThe owner\nHe lives in the capital with his two daughters and a dog.\n"

    assert "The owner\nHe lives" in canonical(text)


def test_a_list_is_not_joined_to_the_line_before_it():
    items = "- the harbour master of the town, who was on duty at the time\n" * 2

    assert canonical(f"{WRAPPED}\n{items}").count("\n- the harbour master") == 2


def test_a_word_broken_at_its_hyphen_is_joined_without_a_space():
    text = "It was the work of a state-\nowned firm in the capital.\n\nNobody was hurt in it."

    assert canonical(text).startswith("It was the work of a state-owned firm")


def test_lines_without_blank_lines_are_joined_only_on_request():
    block = WRAPPED.partition("\n\n")[0]

    assert canonical(block) == block
    assert "\n" not in canonical(block, lone_block=True)


def test_short_paragraphs_with_blank_lines_are_not_joined():
    text = "Q: Did it sink?\nA: It did.\n\nQ: When?\nA: On Friday.\n"

    assert canonical(text).split("\n") == [
        "Q: Did it sink?",
        "A: It did.",
        "Q: When?",
        "A: On Friday.",
    ]


def test_indented_paragraphs_without_blank_lines_are_told_apart():
    text = (
        "   The ferry went down in a storm on Friday with more than two\n"
        "hundred people on board, the harbour master said late that day.\n"
        "   Nobody knows why it had left the port. The owner, who lives in\n"
        "the capital, did not return calls.\n"
    )

    assert [line[:11] for line in canonical(text).split("\n")] == ["The ferry w", "Nobody know"]


def test_a_list_of_short_paragraphs_is_not_joined_even_as_a_lone_block():
    text = "It sank on Friday.\nNobody knows why it did.\nThe owner was away."

    assert canonical(text, lone_block=True) == text
