"""Deque's axe-core, asked about pages as people see them: at each width, light and dark."""

from axe_playwright_python.base import AXE_SCRIPT

WIDTHS = (320, 768, 1440)
SCHEMES = ("light", "dark")
#: The criteria of WCAG 2.2, levels A and AA.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "iframes": False,  # other documents, which are asked about by themselves
}
OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true })"
SETTLED = "Promise.all(document.getAnimations().map(a => a.finished.catch(() => null)))"
#: Resolves when the content of the page has stood still for a while.
AT_REST = """async () => {
  let before
  for (let same = 0; same < 8; ) {
    const now = JSON.stringify(document.querySelector("main")?.getBoundingClientRect())
    same = now === before ? same + 1 : 0
    before = now
    await new Promise(done => setTimeout(done, 50))
  }
}"""
FIND = """async ([options, known]) => {
  const { violations } = await axe.run(document, options)
  const isKnown = (id, [target]) => known[id] && document.querySelector(target)?.closest(known[id])
  return violations.flatMap(({ id, nodes }) => nodes
    .filter(({ target }) => !isKnown(id, target))
    .map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}"""


def find_violations(page, known=None):
    """Return what axe finds wrong in the page as it is shown now, a line for each element.

    ``known`` maps the name of a rule to the selector of elements that may violate it.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    page.evaluate(SETTLED)
    return page.evaluate(FIND, [OPTIONS, known or {}])


def resize(page, width):
    """Give the page another width, and wait for what moves then, such as Wagtail's menu."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(AT_REST)


def find_violations_everywhere(page, known=None):
    """Return what is wrong with the page at any width, light or dark, all its parts unfolded."""
    page.evaluate(OPEN_ALL)
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            resize(page, width)
            found += [f"{scheme} {width}: {line}" for line in find_violations(page, known)]
            found += [f"{scheme} {width}: {line}" for line in find_overflow(page)]
    return found


def find_overflow(page):
    """Return a line if the page is wider than its window, so that people must scroll sideways."""
    needed, given = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [f"{needed} pixels wide in a window of {given}"] if needed > given else []
