#!/usr/bin/python3
"""Compute reference.csv with PyEphem, which is independent of our code: apt install python3-ephem, then run this file."""
import csv
import random
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import ephem

ROWS = 500
EVENTS = ["civil_dawn", "sunrise", "solar_noon", "sunset", "civil_dusk"]
HORIZONS = {"civil_dawn": -6, "sunrise": -50 / 60, "sunset": -50 / 60, "civil_dusk": -6}
RISING, SETTING = {"civil_dawn", "sunrise"}, {"sunset", "civil_dusk"}
DOUBT = 0.01  # degrees: rows that depend on a smaller difference are marked "grazing" and not tested
STEP = timedelta(minutes=10)

# name, latitude, longitude, hours ahead of UTC (an offset far from solar time puts events near midnight)
PLACES = [
    ("San_Diego", 32.7157, -117.1611, -7), ("Key_West", 24.5551, -81.78, -5), ("Boston", 42.3601, -71.0589, -4),
    ("Seattle", 47.6062, -122.3321, -8), ("Honolulu", 21.3069, -157.8583, -10), ("Sitka", 57.0531, -135.33, -9),
    ("Fairbanks", 64.8378, -147.7164, -8), ("Utqiagvik", 71.2906, -156.7886, -9), ("Adak", 51.88, -176.6581, -10),
    ("Alert", 82.5018, -62.3481, -4), ("Nuuk", 64.1814, -51.6941, -2), ("Reykjavik", 64.1466, -21.9426, 0),
    ("Longyearbyen", 78.2232, 15.6267, 1), ("Hammerfest", 70.6634, 23.6821, 2), ("Tromso", 69.6492, 18.9553, 1),
    ("Bodo", 67.2804, 14.4049, 2), ("Bergen", 60.3913, 5.3221, 1), ("Murmansk", 68.9585, 33.0827, 3),
    ("Lerwick", 60.1530, -1.1493, 0), ("Oban", 56.4152, -5.471, 1), ("Lisbon", 38.7223, -9.1393, 0),
    ("Piraeus", 37.9421, 23.6465, 3), ("Dakar", 14.7167, -17.4677, 0), ("Sao_Tome", 0.3365, 6.7273, 0),
    ("Cape_Town", -33.9249, 18.4241, 2), ("Mombasa", -4.0435, 39.6682, 3), ("Mumbai", 18.9388, 72.8354, 5.5),
    ("Singapore", 1.2644, 103.8222, 8), ("Dalian", 38.914, 121.6147, 8), ("Petropavlovsk", 53.0245, 158.6433, 12),
    ("Sydney", -33.8568, 151.2153, 11), ("Waitangi", -43.9535, -176.5597, 12.75), ("Taveuni", -16.85, 180.0, 12),
    ("Apia", -13.8506, -171.7513, 13), ("Pago_Pago", -14.2756, -170.702, -11), ("Kiritimati", 1.9853, -157.4757, 14),
    ("Galapagos", -0.7402, -90.3138, -6), ("Ushuaia", -54.8019, -68.303, -3), ("Rothera", -67.5678, -68.1248, -3),
    ("McMurdo", -77.8419, 166.6863, 13),
]


def observer(lat, lon, horizon, instant):
    place = ephem.Observer()
    place.lat, place.lon = str(lat), str(lon)
    place.pressure, place.horizon = 0, str(horizon)
    place.date = instant
    return place


def above(lat, lon, horizon, instant):
    return ephem.Sun(observer(lat, lon, horizon, instant)).alt >= ephem.degrees(str(horizon))


def utc(found):
    return found.datetime().replace(tzinfo=timezone.utc)


def noons(lat, lon, start, end):
    found = utc(observer(lat, lon, 0, start).next_transit(ephem.Sun()))
    return [found] if found < end else []


def crossings(lat, lon, horizon, rising, start, end):
    """Walk through the date in steps, so that no day is too odd, and let ephem find the instant within a step."""
    found = []
    while start < end:
        if above(lat, lon, horizon, start) != rising and above(lat, lon, horizon, start + STEP) == rising:
            place = observer(lat, lon, horizon, start)
            search = place.next_rising if rising else place.next_setting
            found.append(utc(search(ephem.Sun(), use_center=True)))
        start += STEP
    return found


def on_date(lat, lon, event, start, end, shift=0.0):
    if event == "solar_noon":
        return noons(lat, lon, start, end)
    return crossings(lat, lon, HORIZONS[event] + shift, event in RISING, start, end)


def note(lat, lon, event, start, end, found):
    if len({len(on_date(lat, lon, event, start, end, shift)) for shift in (-DOUBT, 0, DOUBT)}) > 1:
        return "grazing"
    if found:
        return "twice" if len(found) > 1 else ""
    up = {above(lat, lon, HORIZONS[event], start + hour * timedelta(hours=1)) for hour in range(24)}
    return "not_on_this_date" if len(up) > 1 else "stays_above" if up == {True} else "stays_below"


def row(number, rnd):
    name, lat, lon, offset = PLACES[number % len(PLACES)]
    event = EVENTS[(number + number // len(PLACES)) % len(EVENTS)]
    day = date(2000, 1, 1) + timedelta(days=rnd.randrange(36_890))
    zone = timezone(timedelta(hours=offset))
    start = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(timezone.utc)
    end = start + timedelta(days=1)
    found = on_date(lat, lon, event, start, end)
    chosen = found[-1 if event in SETTING else 0] if found else None
    instant = (chosen + timedelta(seconds=0.5)).strftime("%Y-%m-%dT%H:%M:%SZ") if chosen else ""
    return [name, lat, lon, day, start.astimezone(zone).isoformat()[-6:], event, instant, 1, f"ephem-{ephem.__version__}",
            note(lat, lon, event, start, end, found)]


def main():
    rnd = random.Random(185_504)
    with Path(__file__).with_name("reference.csv").open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow("place lat lon date utc_offset event utc_time_iso precision_s source note".split())
        table.writerows(row(number, rnd) for number in range(ROWS))


if __name__ == "__main__":
    main()
