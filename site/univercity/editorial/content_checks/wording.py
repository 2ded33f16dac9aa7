"""What the checks look for, by language: the one source for Python and JavaScript.

Patterns are written so that both languages read them alike.
"""

LONGEST_SENTENCE = 25  # words

#: Texts of links that say nothing about where they lead, in lower case.
MEANINGLESS_LINKS = {
    "de": [
        "hier",
        "hier klicken",
        "klicken sie hier",
        "klick hier",
        "klicke hier",
        "link",
        "zum link",
        "mehr",
        "mehr dazu",
        "mehr erfahren",
        "mehr lesen",
        "weiter",
        "weiterlesen",
        "weitere informationen",
        "details",
    ],
    "en": [
        "here",
        "click here",
        "link",
        "this link",
        "more",
        "read more",
        "learn more",
        "see more",
        "find out more",
        "more information",
        "continue",
        "continue reading",
        "details",
    ],
}

#: How alt texts begin that say "image", which assistive technology says anyway; in lower case.
IMAGE_PREFIXES = {
    "de": ["bild von", "bild:", "foto von", "foto:", "grafik von", "abbildung von", "ein bild von"],
    "en": ["image of", "image:", "picture of", "photo of", "photo:", "graphic of", "a photo of"],
}

#: Abbreviations whose full stop ends no sentence.
ABBREVIATIONS = {
    "de": [
        "z. B.", "z.B.", "d. h.", "d.h.", "u. a.", "u.a.", "e. V.", "e.V.", "bzw.", "ca.", "Dr.",
        "Prof.", "Nr.", "Str.", "St.", "usw.", "etc.", "inkl.", "evtl.", "ggf.", "Tel.", "vgl.",
    ],
    "en": ["e.g.", "i.e.", "etc.", "Dr.", "Prof.", "Mr.", "Mrs.", "Ms.", "No.", "St.", "vs."],
}  # fmt: skip

#: A full stop behind one or two digits belongs to a date ("4. September") or a rank.
SENTENCE_END = r"(?<!\b\d)(?<!\b\d\d)([.!?…]+[\"”“»)]*)\s+"
URL = r"^(https?://|www\.)"
FILE_NAME = r"\.(avif|gif|jpe?g|png|svg|webp)$|_"
#: Text in capitals counts from this many letters on; abbreviations stay below.
SHORTEST_CAPITALS = 12


def options(language):
    """Return everything above that a check of a text in ``language`` needs."""
    language = language if language in MEANINGLESS_LINKS else "en"
    return {
        "longestSentence": LONGEST_SENTENCE,
        "links": MEANINGLESS_LINKS[language],
        "prefixes": IMAGE_PREFIXES[language],
        "abbreviations": ABBREVIATIONS[language],
        "sentenceEnd": SENTENCE_END,
        "url": URL,
        "fileName": FILE_NAME,
        "shortestCapitals": SHORTEST_CAPITALS,
    }
