"""A report written to do harm on a page, with a claim on its words."""

from oqiga.model.record import Reading
from told import event, report, toll

SCRIPT = '<script>window.harmed = 1</script><img src=x onerror="window.harmed = 2">'
TURNED = "\u202egnihton si siht\u202c \u2066inner"
TEXT = f"{SCRIPT} {TURNED} </textarea></script><!-- " + "javascript:alert(1) " * 5 + "x" * 300


def hostile(number=666, long=0):
    """Give a reading of the report; long: so many characters more in one line."""
    text = TEXT + "y" * long
    title = SCRIPT + TURNED + "T" * long
    claims = (
        event(f"e{number}", "bombing", "2020-02-02", incident="a", places=None),
        toll(f"t{number}", 4, by=(SCRIPT + TURNED, "police"), start=40, incident="a"),
    )
    made = report(number, published="2020-02-02T10:00Z", text=text, publisher=SCRIPT, title=title)
    return Reading(report=made, relevant=True, relevance=1.0, claims=claims)
