"""Blocks of the group "Image and video", for pages of every section."""

from typing import Any

from demo.texts import Ref, Rich, T, paragraphs


def picture(key: str, alt_text: T, caption: T) -> tuple[str, Any]:
    return ("figure", {**_image(key, alt_text), "caption": caption})


def gallery(title: T, *pictures: tuple[str, T, T]) -> tuple[str, Any]:
    """Return drawings side by side, each by its key, with alt text and caption."""
    images = [{**_image(key, alt_text), "caption": caption} for key, alt_text, caption in pictures]
    return ("gallery", {"heading": title, "images": images})


def image_with_text(key: str, alt_text: T, *versions: tuple[str, str]) -> tuple[str, Any]:
    """Return a drawing beside a text of paragraphs."""
    text = {"text": paragraphs(*versions), "links": [], "side": "end"}
    return ("image_with_text", {**_image(key, alt_text), **text})


def film(poster: str, title: T, heard: T, transcript: Rich) -> tuple[str, Any]:
    """Return the one film of the demo, in which nothing is said."""
    spoken = {"captions": None, "no_speech": heard, "transcript": transcript}
    return ("hosted_video", {**_lights(poster, title), **spoken})


def sign_language_film(poster: str, title: T, text: Rich) -> tuple[str, Any]:
    """Return the same film where one in sign language belongs; its text says so."""
    return ("sign_language_video", {**_lights(poster, title), "text": text})


def sound(title: T, transcript: Rich) -> tuple[str, Any]:
    file = {"file": Ref("document:notes.mp3"), "duration": "0:06"}
    return ("audio", {"title": title, **file, "transcript": transcript})


def downloads(title: T, *filenames: str) -> tuple[str, Any]:
    documents = [{"document": Ref(f"document:{name}"), "title": ""} for name in filenames]
    return ("downloads", {"heading": title, "documents": documents})


def _lights(poster: str, title: T) -> dict[str, Any]:
    file = {"file": Ref("document:lights.mp4"), "duration": "0:06"}
    return {"title": title, "poster": Ref(poster), **file}


def _image(key: str, alt_text: T) -> dict[str, Any]:
    return {"image": {"image": Ref(key), "alt_text": alt_text, "decorative": False}}
