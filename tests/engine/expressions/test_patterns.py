"""Regular expressions: XPath's syntax, RE2's time."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.expressions import evaluate
from procflow.engine.expressions.patterns import BadPattern, compile_pattern


@pytest.mark.parametrize(
    ("text", "pattern", "flags", "found"),
    [
        ("abc", "b", "", True),
        ("a\rb", "a.b", "", False),
        ("a\nb", "a.b", "s", True),
        ("a\nb", "^b", "m", True),
        ("ABC", "b", "i", True),
        ("a.c", "a.c", "q", True),
        ("abc", "a.c", "q", False),
        ("hello world", "hello[ ]wor ld", "x", True),
        ("Đường", r"^\p{Lu}\p{Ll}+$", "", True),
        ("a1", r"^\w\d$", "", True),
        ("-", r"\w", "", False),
        ("a", r"\p{IsBasicLatin}", "", True),
        ("đ", r"^\P{IsBasicLatin}$", "", True),
        ("e", "[a-z-[aeiou]]", "", False),
        ("f", "[a-z-[aeiou]]", "", True),
        ("f", "[^a-e-[x]]", "", True),
        ("a-b", r"^\c+$", "", True),
        ("-", r"^\i", "", False),
        ("]", r"[\]]", "", True),
        ("a", r"[^\s]", "", True),
        (" ", r"[\S]", "", False),
        ("aab", "^a{2}b?$", "", True),
        ("ab", "^(?:ab)+$", "", True),
    ],
)
def test_patterns(text, pattern, flags, found):
    assert compile_pattern(pattern, flags).is_in(text) is found


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [
        (r"(a)\1", ""),
        ("(?=a)", ""),
        ("(?i)a", ""),
        ("[", ""),
        ("[b-a]", ""),
        ("(", ""),
        (r"\b", ""),
        (r"\Q", ""),
        (r"\p{Nope}", ""),
        ("a", "g"),
        (r"[\p{L}-[a]]", ""),
        ("a" * 1001, ""),
        ("a{1001}", ""),
    ],
)
def test_what_is_no_pattern_is_refused(pattern, flags):
    with pytest.raises(BadPattern):
        compile_pattern(pattern, flags)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', "[1=ab][2=]cd"),
        (r'replace("abc", "b", "\\$0")', "a$0c"),
        ('replace("abc", "(b)", "$12")', "ab2c"),
        ('replace("abc", "b", "$")', None),
        (r'replace("0912345678", "(\d{4})(\d{3})(\d{3})", "$1 $2 $3")', "0912 345 678"),
        ('replace("aaa", "x*", "-")', "-a-a-a-"),
        ('split("John  Doe", "\\s+")', ["John", "Doe"]),
    ],
)
def test_replacing(text, expected):
    assert evaluate(text, {}) == expected


@given(
    st.text(alphabet="ab1 .-", max_size=12), st.sampled_from(["a+b*", "[^a]", "a|1", r"\d", "b?"])
)
def test_simple_patterns_are_pythons(text, pattern):
    assert compile_pattern(pattern, "").is_in(text) is (re.search(pattern, text) is not None)


def test_no_pattern_takes_long():
    started = time.process_time()
    assert evaluate('matches(text, "(a+)+$")', {"text": "a" * 2000 + "!"}) is False
    assert time.process_time() - started < 0.1


def test_half_a_character_is_no_crash():
    assert evaluate('matches(text, "a")', {"text": "\ud83d"}) is None
