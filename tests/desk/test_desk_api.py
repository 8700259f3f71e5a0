import json
import re
import threading
import time

import httpx
import pytest

from oqiga.book.book import Book
from oqiga.desk.api.answers import IncidentList
from oqiga.desk.people.rights import Right, Role
from oqiga.desk.typed import MOMENT
from oqiga.model.record import Reading
from pace import slowness
from told import event, report, toll

NOW = "2031-01-01T00:00:00Z"
OPEN = {"/api/v1/health/live", "/api/v1/health/ready"}


def routes(client):
    described = client.get("/api/v1/openapi.json").json()
    for path, methods in described["paths"].items():
        for method in methods:
            yield method.upper(), path


def filled(path):
    return (
        path.replace("{incident}", "i-0")
        .replace("{report}", "r-0")
        .replace("{claim}", "c-0")
        .replace("{form}", "geojson")
    )


def first(client):
    return client.get("/api/v1/incidents").json()["incidents"][0]


def test_openapi_is_3_1_and_every_route_says_what_it_is(nobody):
    described = nobody.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for methods in described["paths"].values():
        assert all(each.get("description") for each in methods.values())


def test_every_route_but_the_probes_refuses_who_is_not_signed_in(nobody):
    closed = [(method, path) for method, path in routes(nobody) if path not in OPEN]
    assert len(closed) > 14
    for method, path in closed:
        answer = nobody.request(method, filled(path))
        assert (path, answer.status_code) == (path, 401)
        assert answer.json()["error"]["code"] == "unauthorized"
        assert answer.headers["www-authenticate"] == "Bearer"


def test_every_route_refuses_a_token_without_its_right(desk, nobody):
    """Each token lacks one right; the routes that refuse it are those that need this right, and each needs one."""
    desk.accounts.add("robot", Role.ADMIN, "a long enough word", now=desk.now())
    closed = [(method, path) for method, path in routes(nobody) if path not in OPEN]
    refused = {route: set() for route in closed}
    for right in Right:
        scopes = frozenset(Right) - {right}
        word = desk.accounts.issue("robot", right.value, scopes, now=desk.now())
        for method, path in closed:
            if path.endswith("/changes") and right is not Right.READ:
                continue  # it would stream without end
            answer = nobody.request(method, filled(path), headers={"authorization": f"Bearer {word}"})
            if answer.status_code == 403:
                assert answer.json()["error"]["code"] == "forbidden"
                refused[method, path].add(right)
    assert {route: len(rights) for route, rights in refused.items()} == dict.fromkeys(closed, 1)
    assert all(rights == {Right.READ} for (method, _), rights in refused.items() if method == "GET")
    assert not any(rights == {Right.READ} for (method, _), rights in refused.items() if method != "GET")


def test_readers_may_change_nothing(enter):
    reader = enter(role="reader")
    words = {"x-csrf-token": reader.csrf}
    for path, body in (("/api/v1/reports", {"text": "x"}), ("/api/v1/decisions", {"kind": "note"})):
        answer = reader.post(path, json=body, headers=words)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "forbidden")


def test_pages_follow_one_another_and_hold_every_incident_once(enter):
    client = enter()
    whole = client.get("/api/v1/incidents?limit=200&background=true").json()
    found, cursor = [], ""
    while cursor is not None:
        page = client.get(
            "/api/v1/incidents", params={"limit": 2, "cursor": cursor, "background": True}
        ).json()
        found += [each["id"] for each in page["incidents"]]
        cursor = page["cursor"]
    assert found == [each["id"] for each in whole["incidents"]]
    assert len(set(found)) == len(found) > 4
    IncidentList.model_validate(whole)


@pytest.mark.parametrize(
    "asked, holds",
    [
        (
            "min_killed=3",
            lambda each: any(t["outcome"] == "killed" and t["best"] >= 3 for t in each["tolls"]),
        ),
        ("disputed=true", lambda each: each["disputes"]),
        ("type=bombing", lambda each: each["type"] == "bombing"),
        ("type=bombing&type=riot", lambda each: each["type"] in ("bombing", "riot")),
    ],
)
def test_filters_keep_only_what_answers(enter, asked, holds):
    found = enter().get(f"/api/v1/incidents?{asked}").json()["incidents"]
    assert all(holds(each) for each in found)


def test_search_and_circle_narrow_the_list(enter):
    client = enter()
    one = first(client)
    place = next(each for each in one["places"] if each["latitude"] is not None)
    near = f"{place['latitude']:.4f},{place['longitude']:.4f}"
    for params in ({"near": near, "within": "5km"}, {"search": place["name"].lower()}):
        found = [each["id"] for each in client.get("/api/v1/incidents", params=params).json()["incidents"]]
        assert one["id"] in found
    assert client.get("/api/v1/incidents?search=nothingofthekind").json()["incidents"] == []


def test_an_answer_is_not_sent_twice_until_the_book_changes(enter, desk, readings):
    client = enter()
    tag = client.get("/api/v1/incidents").headers["etag"]
    assert client.get("/api/v1/incidents", headers={"if-none-match": tag}).status_code == 304
    desk.book.reject("a line", "not a report", now=NOW)
    assert client.get("/api/v1/incidents", headers={"if-none-match": tag}).status_code == 200


def test_one_incident_then_and_now_and_what_changed(enter):
    client = enter()
    found = client.get("/api/v1/incidents?limit=200").json()["incidents"]
    one = max(found, key=lambda each: len(each["reports"]))
    moments = sorted(p["at"] for t in one["tolls"] for p in t["series"] if p["at"])
    then = client.get(f"/api/v1/incidents/{one['id']}", params={"as_of": moments[0]}).json()
    assert len(then["reports"]) < len(one["reports"])
    changed = client.get(f"/api/v1/incidents/{one['id']}/diff", params={"since": moments[0]}).json()
    assert "reports" in [each["about"] for each in changed]


def test_why_leads_to_the_sentences(enter):
    client = enter()
    one = next(each for each in client.get("/api/v1/incidents").json()["incidents"] if each["tolls"])
    for figure in client.get(f"/api/v1/incidents/{one['id']}/why").json():
        assert figure["grounds"]
        for ground in figure["grounds"]:
            claim = client.get(f"/api/v1/claims/{ground['claim']['id']}").json()
            text = client.get(f"/api/v1/reports/{claim['report']}").json()["report"]["text"]
            start, end = claim["claim"]["span"]
            assert text[start:end] == claim["claim"]["quote"]


@pytest.mark.parametrize(
    "path, status",
    [
        ("/api/v1/incidents/i-none", 404),
        ("/api/v1/reports/r-none", 404),
        ("/api/v1/claims/c-none", 404),
        ("/api/v1/incidents?since=yesterday", 400),
        ("/api/v1/incidents?as_of=2020-13-45", 400),
        ("/api/v1/incidents?near=Nowhereatall", 404),
        ("/api/v1/incidents?near=50,57&within=far", 400),
        ("/api/v1/incidents?within=", 400),
        ("/api/v1/incidents?cursor=%00", 404),
        ("/api/v1/incidents?cursor=WzFd", 404),
        ("/api/v1/incidents?limit=0", 422),
        ("/api/v1/incidents/i-none/diff?since=", 422),
        ("/api/v1/incidents/i-none/diff?since=++++", 400),
        ("/api/v1/incidents?type=fun", 422),
        ("/api/v1/exports/word", 400),
        ("/api/v1/nothing", 404),
    ],
)
def test_all_errors_have_one_shape(enter, path, status):
    answer = enter().get(path)
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}
    assert set(answer.json()["error"]) == {"code", "message", "subject", "details"}


@pytest.mark.parametrize(
    ("path", "allowed"), [("reports", "GET, POST"), ("decisions", "GET, POST"), ("incidents", "GET")]
)
def test_a_method_that_is_not_there_is_told_all_that_are(enter, path, allowed):
    answer = enter().request("DELETE", f"/api/v1/{path}")
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


GOOD = [
    "",
    "2016",
    "2016-06",
    "2016-06-05",
    "2016-02-29",
    "2000-02-29",
    "2016-06-05T20",
    "2016-06-05T20:00+05:00",
    "2016-12-31T23:59:59.5Z",
]
BAD = [
    "16",
    "0999",
    "9991",
    "2016-13",
    "2016-02-30",
    "2015-02-29",
    "1900-02-29",
    "2016-04-31",
    "2016-06-05T24:00",
    "2016-06-05T20:60",
    "+++",
    "2016-06-05 20:00",
]


@pytest.mark.parametrize("moment", GOOD + BAD)
def test_the_description_of_moments_and_the_answers_agree(enter, moment):
    answer = enter().get("/api/v1/decisions", params={"as_of": moment})
    told = answer.status_code == 200
    assert told == (moment in GOOD) == bool(re.search(MOMENT, moment))


def test_the_description_types_dates_cursors_distances_and_policies(enter):
    described = enter().get("/api/v1/openapi.json").json()
    found = {}
    for path, operations in described["paths"].items():
        for each in operations.get("get", {}).get("parameters", ()):
            kinds = each["schema"].get("anyOf", [each["schema"]])
            found.setdefault(each["name"], []).append((path, kinds[0].get("pattern") or kinds[0].get("enum")))
    for name in ("since", "until", "as_of", "changed_since", "cursor", "within", "policy"):
        typed = [how for path, how in found[name] if not path.endswith("/changes")]
        assert len(typed) >= 1 and all(typed), name


def test_a_decision_changes_the_figure_and_its_withdrawal_changes_it_back(enter):
    client = enter(name="saule", role="analyst")
    words = {"x-csrf-token": client.csrf}
    one = next(e for e in client.get("/api/v1/incidents").json()["incidents"] if e["tolls"])
    claim = one["tolls"][0]["claims"][0]

    def standing():
        tolls = client.get(f"/api/v1/incidents/{one['id']}").json()["tolls"]
        return {p["claim"] for t in tolls for p in t["series"] if p["standing"]}

    body = {"kind": "strike", "about": [claim], "reason": "a rumour"}
    made = client.post("/api/v1/decisions", json=body, headers=words)
    assert (made.status_code, made.json()["analyst"]) == (201, "saule")
    assert claim not in standing()
    undone = {"kind": "withdraw", "about": [made.json()["id"]], "reason": "it was none"}
    assert client.post("/api/v1/decisions", json=undone, headers=words).status_code == 201
    assert claim in standing()
    assert client.get("/api/v1/decisions").json()["decisions"] == []


@pytest.mark.parametrize(
    "body, status",
    [
        ({"kind": "strike", "about": ["c-none"], "reason": "x"}, 404),
        ({"kind": "merge", "about": ["i-one"], "reason": "x"}, 400),
        ({"kind": "strike", "about": [], "reason": "x"}, 422),
        ({"kind": "strike", "about": ["c"], "reason": ""}, 422),
        ({"kind": "burn", "about": ["c"], "reason": "x"}, 422),
    ],
)
def test_a_decision_that_cannot_be_is_refused(enter, body, status):
    client = enter()
    answer = client.post("/api/v1/decisions", json=body, headers={"x-csrf-token": client.csrf})
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_a_correction_that_does_not_fit_is_refused(enter):
    client = enter()
    one = next(e for e in client.get("/api/v1/incidents").json()["incidents"] if e["tolls"])
    body = {
        "kind": "correct",
        "about": [one["tolls"][0]["claims"][0]],
        "reason": "x",
        "values": {"colour": "red"},
    }
    answer = client.post("/api/v1/decisions", json=body, headers={"x-csrf-token": client.csrf})
    assert answer.status_code == 422


def test_exports_and_the_brief_are_files(enter):
    client = enter()
    features = client.get("/api/v1/exports/geojson").json()["features"]
    assert {each["id"] for each in features} == {
        e["id"] for e in client.get("/api/v1/incidents").json()["incidents"]
    }
    one = first(client)
    brief = client.get(f"/api/v1/incidents/{one['id']}/brief?lang=ru")
    assert brief.headers["content-disposition"] == f'attachment; filename="{one["id"]}.md"'
    page = client.get(f"/api/v1/incidents/{one['id']}/brief?form=html").text
    assert "<script" not in page and "src=" not in page


def test_health_and_metrics(enter, nobody, folder):
    assert nobody.get("/api/v1/health/live").json() == {"status": "alive"}
    assert nobody.get("/api/v1/health/ready").json() == {"status": "ready"}
    client = enter()
    assert client.get("/api/v1/health").json()["status"] == "well"
    client.get("/api/v1/incidents/i-none")
    written = client.get("/api/v1/metrics").text
    assert 'route="/api/v1/incidents/{incident}",status="404"' in written
    assert "oqiga_book_entries 60.0" in written


def test_what_another_process_enters_is_heard_within_two_seconds(served, desk, folder):
    opened = desk.sessions.open("ana", Role.ADMIN, now=desk.now())
    heard, begun = [], threading.Event()

    def listening():
        with httpx.stream(
            "GET", f"{served}/api/v1/changes", cookies={"oqiga_session": opened.word}, timeout=20
        ) as answer:
            for line in answer.iter_lines():
                if line.startswith(":"):
                    begun.set()
                if line.startswith("data:"):
                    heard.append((time.monotonic(), json.loads(line[5:])))
                    return

    thread = threading.Thread(target=listening)
    thread.start()
    assert begun.wait(5)
    time.sleep(0.7)
    with Book.open(str(folder / "book.db")) as other:
        added = other.add(new_reading(), now=NOW)
    at = time.monotonic()
    thread.join(10)
    (moment, told) = heard[0]
    assert moment - at < 2 * slowness()
    assert (told["kind"], told["subject"], told["incidents"]) == ("revision", "r-900", list(added.incidents))


def new_reading():
    claims = (event("e900", "bombing", "2020-02-02", incident="a"), toll("t900", 4, start=40, incident="a"))
    text = "x" * 400
    made = report(900, published="2020-02-02T10:00Z", text=text, publisher="Late Post")
    return Reading(report=made, relevant=True, relevance=1.0, claims=claims)


def test_the_feed_resumes_after_an_entry(served, desk):
    opened = desk.sessions.open("ana", Role.ADMIN, now=desk.now())
    with httpx.stream(
        "GET", f"{served}/api/v1/changes?since=57", cookies={"oqiga_session": opened.word}, timeout=20
    ) as answer:
        lines = answer.iter_lines()
        ids = [next(line for line in lines if line.startswith("id:")) for _ in range(3)]
    assert ids == ["id: 58", "id: 59", "id: 60"]


def test_starting_the_desk_loads_no_reader():
    import subprocess
    import sys

    code = (
        "import oqiga.desk.app, sys; sys.exit(any(n in sys.modules for n in ('spacy', 'natasha', 'torch')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
