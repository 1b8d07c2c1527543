#!/usr/bin/env bash
# Runs a whole charter day against a running server with curl and jq: vessel, crew, charter, guest, departure gate,
# lines off, all fast, put to bed.
#
#   docs/example.sh http://localhost:5000 "$(dotnet run --project ShipCaptainCrew -- operator create … | tail -n 1)"
#
# Every call is made as the owner, who is also the captain here. In real use, each call is made with the token of the
# person who acts. Progress goes to standard error, the id of the closed charter to standard output.
set -eu

url=${1:?usage: example.sh ADDRESS OWNERS-LINK}
link=${2:?usage: example.sh ADDRESS OWNERS-LINK}

say() { printf '%s\n' "$*" >&2; }

fetch() { curl --silent --show-error --fail-with-body "$@"; }

# call METHOD PATH [JSON]: prints the JSON answer. A refusal is printed and ends the script.
call() {
    fetch --request "$1" "$url$2" --header "Authorization: Bearer ${token:-}" \
        --header 'Content-Type: application/json' --data "${3:-{\}}" || { say; say "$1 $2 was refused."; exit 1; }
}

get() { fetch "$url$1" --header "Authorization: Bearer $token"; }

say 'Sign in as the owner with the link, which works once.'
exchange=$(jq -n --arg token "${link##*/}" '{$token, name: "Olive"}')
token=$(fetch "$url/api/auth/tokens" --json "$exchange" | jq -r .access_token)
me=$(get /api/me | jq -r .member_id)

say 'Create a vessel, a checklist, a waiver to sign, and a charter type.'
vessel=$(call POST /api/vessels '{"name": "Aurora", "passenger_capacity": 12, "minimum_crew": 1}' | jq -r .id)
list=$(call POST /api/checklist-templates '{"name": "Before departure", "phase": "pre_departure",
    "items": [{"text": "Navigation lights", "required": true}, {"text": "Bilge pump", "required": true}]}' | jq -r .id)
waiver=$(call POST /api/waiver-templates '{"name": "Participant agreement",
    "html": "I, {{name}}, sail aboard {{vessel}} at my own risk."}' | jq -r .id)
type=$(call POST /api/charter-types "$(jq -n --arg list "$list" --arg waiver "$waiver" '{
    name: "Sunset sail", duration_minutes: 150, schedule: {anchor: "sunset", offset_minutes: -90},
    roles: {captain: 1, first_mate: 0, deckhand: 0},
    checklist_template_ids: [$list], waiver_template_id: $waiver}')" | jq -r .id)

say 'Invite a deckhand by email, and create the charter.'
call POST /api/members "$(jq -n --arg email "sam.$(date +%s)@example.com" \
    '{name: "Sam", $email, role: "crew", qualifications: ["deckhand"]}')" >/dev/null
today=$(TZ=${TIME_ZONE:-America/Los_Angeles} date +%F)
charter=$(call POST /api/events "$(jq -n --arg vessel "$vessel" --arg type "$type" --arg me "$me" --arg date "$today" '{
    vessel_id: $vessel, charter_type_id: $type, captain_id: $me, event_date: $date,
    meeting_point: "Pier 3", guests_expected: 1, publish: true}')")
id=$(jq -r .id <<<"$charter")
say "  $(jq -r '.title + ", departing " + .departure_time' <<<"$charter")"

say 'Add a guest. The guest signs on a page of their own, without an account.'
guest=$(call POST "/api/events/$id/guests" '{"name": "Ben Cole", "needs": "Nuts"}')
page=$(jq -r .waiver_url <<<"$guest")
fetch --output /dev/null "$url/waivers/${page##*/}" --data-urlencode 'signer_name=Ben Cole' --data consent=true
say "  $(get "/api/events/$id/guests" | jq -r '.guests[0] | .name + ": " + .waiver.status')"

say 'Open boarding. The departure gate lists what is missing.'
call POST "/api/events/$id/board" >/dev/null
curl --silent "$url/api/events/$id/depart" --header "Authorization: Bearer $token" --json '{}' \
    | jq -r '.blockers[] | "  " + .code + ": " + .message' >&2

say 'Complete the checklist, board the guest, give the safety orientation, count, and send the count ashore.'
call PUT "/api/standing-orders" '{"shore_contact": {"name": "Wharf office", "email": "wharf@example.com"}}' >/dev/null
checklist=$(jq -r '.checklists[0].id' <<<"$charter")
completed=$(jq '{items: [.checklists[0].items[] | {id, state: "complete"}]}' <<<"$charter")
call PUT "/api/events/$id/checklists/$checklist" "$completed" \
    | jq -r '"  " + .name + ": " + (.progress.complete | tostring) + " done"' >&2
call POST "/api/events/$id/guests/$(jq -r .id <<<"$guest")/mark" '{"where": "boarded"}' >/dev/null
call POST "/api/events/$id/orientation" '{"topics": ["Where life jackets are", "Man overboard"]}' >/dev/null
call POST "/api/events/$id/head-counts" '{"which": "departure", "guests": 1}' >/dev/null
call POST "/api/events/$id/send-ashore" >/dev/null

say 'Lines off, all fast, count again, put to bed.'
call POST "/api/events/$id/depart" >/dev/null
call POST "/api/events/$id/return" >/dev/null
call POST "/api/events/$id/head-counts" '{"which": "return", "guests": 1}' >/dev/null
status=$(call POST "/api/events/$id/close" | jq -r .status)

say 'The log of the charter, the newest entry first:'
get "/api/events/$id/log?limit=100" | jq -r '.items[] | "  " + .at + " " + .kind' >&2
[ "$status" = closed ] && echo "$id"
