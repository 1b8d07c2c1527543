// A program as a user of the API writes it, compiled against the types generated from the OpenAPI document.
// Each line after @ts-expect-error must not compile, which shows that the types are not "any".
import createClient from "openapi-fetch";
import type { components, operations, paths } from "./api.js";

type Charter = components["schemas"]["EventJson"];
type ClaimBody = NonNullable<operations["claimPosition"]["requestBody"]>["content"]["application/json"];

const api = createClient<paths>({ baseUrl: "/", headers: { Authorization: "Bearer token" } });

export async function freeCharters(): Promise<Charter[]> {
  const { data, error } = await api.GET("/api/events", { params: { query: { limit: 50 } } });
  if (error) throw new Error(`${error.status} ${error.code}: ${error.title}`);
  return data.items.filter(charter => charter.status === "scheduled");
}

export async function claim(charter: Charter, body: ClaimBody): Promise<Charter> {
  const path = { id: charter.id, role: "deckhand" };
  const { data, error } = await api.POST("/api/events/{id}/roles/{role}/claim", { params: { path }, body });
  if (!data) throw new Error(error.code);
  return data;
}

export async function plan(vessel: components["schemas"]["VesselJson"], captain: string): Promise<string> {
  const { data } = await api.POST("/api/events", {
    body: { vessel_id: vessel.id, event_date: "2026-07-04", captain_id: captain, title: "Sunset sail" },
  });
  return data?.id ?? "";
}

export async function sunset(): Promise<string | null | undefined> {
  const query = { latitude: 32.7, longitude: -117.2, date: "2026-07-04" };
  return (await api.GET("/api/sun", { params: { query } })).data?.sunset;
}

export async function mistakes(charter: Charter): Promise<void> {
  // @ts-expect-error: there is no such path
  await api.GET("/api/boats");
  // @ts-expect-error: the path needs an id
  await api.GET("/api/events/{id}", { params: { path: {} } });
  // @ts-expect-error: a creation needs a vessel, a date and a captain
  await api.POST("/api/events", { body: { title: "Sunset sail" } });
  // @ts-expect-error: no charter has this status
  if (charter.status === "sunk") return;
  // @ts-expect-error: no charter has this field
  charter.boat;
}
