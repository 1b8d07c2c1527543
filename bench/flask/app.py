"""The same charter served by a plain Flask application, to compare the product with.

It reads a copy of the product's database (environment SCC_DATABASE) with the pragmas of the product (SCC_PRAGMAS),
checks the session of each request (the id in the header Authorization), and marks an item in one transaction with a row
in an audit table.
"""

import os
import sqlite3
import time
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from flask import Flask, abort, g, jsonify, render_template, request

app = Flask(__name__, template_folder=os.path.dirname(__file__))
app.jinja_env.auto_reload = False
connection = None
EPOCH = datetime(1, 1, 1, tzinfo=timezone.utc)
ORDER = {"pending": "Pending", "in_progress": "InProgress", "complete": "Complete"}
WIRE = {stored: wire for wire, stored in ORDER.items()}


def db():
    """One connection for each worker process, opened by its first request."""
    global connection
    if connection is None:
        connection = sqlite3.connect(os.environ["SCC_DATABASE"], isolation_level=None, cached_statements=200)
        connection.row_factory = sqlite3.Row
        connection.executescript(os.environ["SCC_PRAGMAS"])
    return connection


def utc(ticks):
    return None if ticks is None else (EPOCH + timedelta(microseconds=ticks // 10)).strftime("%Y-%m-%dT%H:%M:%SZ")


def local(ticks, zone):
    return None if ticks is None else (EPOCH + timedelta(microseconds=ticks // 10)).astimezone(ZoneInfo(zone))


@app.before_request
def sign_in():
    session = request.headers.get("Authorization", "").removeprefix("Bearer ")
    g.member = db().execute(
        "SELECT m.Id, m.OperatorId, m.Name, m.Role FROM sessions s JOIN members m ON m.PersonId = s.PersonId "
        "WHERE s.Id = ? AND s.RevokedAt IS NULL AND m.SuspendedAt IS NULL", (session,)).fetchone()
    if g.member is None and request.path != "/ready":
        abort(401)


@app.get("/ready")
def ready():
    return "ready"


def load(charter_id):
    key = (g.member["OperatorId"], charter_id)
    charter = db().execute(
        "SELECT c.*, v.Details_Name AS Vessel, v.Details_PassengerCapacity AS Capacity FROM charters c "
        "JOIN vessels v ON v.OperatorId = c.OperatorId AND v.Id = c.VesselId "
        "WHERE c.OperatorId = ? AND c.Id = ?", key).fetchone()
    if charter is None:
        abort(404)
    places = db().execute(
        "SELECT p.*, m.Name AS Member FROM places p LEFT JOIN members m ON m.OperatorId = p.OperatorId "
        "AND m.Id = p.MemberId WHERE p.OperatorId = ? AND p.CharterId = ?", key).fetchall()
    lists = db().execute(
        "SELECT * FROM checklists WHERE OperatorId = ? AND CharterId = ? ORDER BY Ordinal", key).fetchall()
    # CROSS JOIN makes SQLite begin with the three checklists instead of all items of the operator.
    items = db().execute(
        "SELECT i.*, m.Name AS Member FROM checklists l CROSS JOIN checklist_items i ON i.OperatorId = l.OperatorId "
        "AND i.ChecklistId = l.Id LEFT JOIN members m ON m.OperatorId = i.OperatorId AND m.Id = i.ChangedBy "
        "WHERE l.OperatorId = ? AND l.CharterId = ? ORDER BY i.Ordinal", key).fetchall()
    guests = db().execute("SELECT * FROM guests WHERE OperatorId = ? AND CharterId = ?", key).fetchall()
    grouped = {row["Id"]: [] for row in lists}
    for item in items:
        grouped[item["ChecklistId"]].append(item)
    return charter, places, lists, grouped, guests


def list_json(row, items):
    states = [WIRE[item["State"]] for item in items]
    return {
        "id": row["Id"], "name": row["Name"], "phase": row["Phase"],
        "items": [{
            "id": item["Id"], "text": item["Text"], "required": bool(item["Required"]), "state": WIRE[item["State"]],
            "version": item["Version"], "changed_by": item["Member"], "changed_at": utc(item["ChangedAt"]),
        } for item in items],
        "progress": {state: states.count(state) for state in ORDER},
    }


@app.get("/events/<charter_id>")
def event(charter_id):
    charter, places, lists, items, guests = load(charter_id)
    return jsonify({
        "id": charter["Id"], "title": charter["Title"], "vessel": charter["Vessel"], "status": charter["Status"],
        "event_date": charter["Date"], "departure_time": utc(charter["Departure"]),
        "return_time": utc(charter["Return"]), "meeting_point": charter["MeetingPoint"],
        "guests_expected": charter["GuestsExpected"], "notes": charter["Notes"],
        "version": charter["Version"], "revision": charter["Revision"],
        "roles": [{
            "id": place["Id"], "role": place["Role"],
            "member": place["MemberId"] and {"id": place["MemberId"], "name": place["Member"]},
            "status": "claimed" if place["MemberId"] else "unassigned", "confirmed_at": utc(place["ConfirmedAt"]),
        } for place in places],
        "checklists": [list_json(row, items[row["Id"]]) for row in lists],
        "guests": {
            "expected": charter["GuestsExpected"], "listed": len(guests),
            "signed": sum(guest["SignedAt"] is not None for guest in guests),
            "boarded": sum(guest["BoardedAt"] is not None for guest in guests),
        },
    })


@app.get("/charters/<charter_id>")
def page(charter_id):
    charter, places, lists, items, guests = load(charter_id)
    shown = [{"row": row, "progress": list_json(row, items[row["Id"]])["progress"], "items": items[row["Id"]]}
             for row in lists]
    return render_template("charter.html", charter=charter, places=places, lists=shown, guests=guests, wire=WIRE,
                           me=g.member, local=local, utc=utc)


@app.put("/items/<item_id>")
def mark(item_id):
    state = request.get_json()["state"]
    (me, operator), now = (g.member["Id"], g.member["OperatorId"]), int(time.time() * 1e7) + 621355968000000000
    connection = db()
    connection.execute("BEGIN IMMEDIATE")
    try:
        item = connection.execute(
            "SELECT i.*, l.CharterId FROM checklist_items i JOIN checklists l ON l.OperatorId = i.OperatorId "
            "AND l.Id = i.ChecklistId WHERE i.OperatorId = ? AND i.Id = ?", (operator, item_id)).fetchone()
        connection.execute(
            "UPDATE checklist_items SET State = ?, Version = Version + 1, ChangedBy = ?, ChangedAt = ? "
            "WHERE OperatorId = ? AND Id = ?", (ORDER[state], me, now, operator, item_id))
        entry = connection.execute(
            "INSERT INTO audit (At, MemberId, Kind, SubjectId, CharterId, Was, Became) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (now, me, "item.marked", item_id, item["CharterId"], item["State"], ORDER[state]))
        connection.execute("UPDATE charters SET Revision = ? WHERE OperatorId = ? AND Id = ?",
                           (entry.lastrowid, operator, item["CharterId"]))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    row = connection.execute("SELECT * FROM checklists WHERE OperatorId = ? AND Id = ?",
                             (operator, item["ChecklistId"])).fetchone()
    items = connection.execute(
        "SELECT i.*, m.Name AS Member FROM checklist_items i LEFT JOIN members m ON m.OperatorId = i.OperatorId "
        "AND m.Id = i.ChangedBy WHERE i.OperatorId = ? AND i.ChecklistId = ? ORDER BY i.Ordinal",
        (operator, item["ChecklistId"])).fetchall()
    return jsonify(list_json(row, items))
