"""Every value of the model survives being written and read."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.codec import from_json, to_json
from kg.errors import InputError
from kg.model import Article, Entity, Extraction, Issue, Resolution, Statement

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(str, st.text(max_size=8))

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("type_", [Article, Entity, Extraction, Issue, Resolution, Statement])
@settings(max_examples=25, deadline=None, derandomize=True)
@given(data=st.data())
def test_written_and_read_is_the_same(type_, data):
    value = data.draw(st.from_type(type_))
    text = json.dumps(to_json(value), allow_nan=False)
    assert from_json(type_, json.loads(text)) == value


@settings(max_examples=100, deadline=None, derandomize=True)
@given(JSON)
def test_anything_else_is_an_input_error(data):
    with pytest.raises(InputError):
        from_json(Issue, data)
