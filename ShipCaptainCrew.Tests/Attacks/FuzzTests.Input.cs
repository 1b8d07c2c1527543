using System.Text;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class FuzzTests
{
    private static readonly string[] Fields =
    [
        "name", "email", "title", "event_date", "departure_time", "return_time", "vessel_id", "captain_id", "items",
        "id", "state", "version", "roles", "schedule", "home_port", "latitude",
        "passenger_capacity", "reason", "at", "which", "guests", "topics", "needs", "minor", "token", "ask", "code",
        "crew", "reminder_hours", "signer_name", "consent", "signature", "children[0].name",
        "limit", "cursor", "from", "to", "status", "date", "time_zone", "where", "html", "qualifications", "publish",
        "guests_expected", "items[0].text", "a.b[1].c", "[", "]]", "__RequestVerificationToken",
    ];

    private static readonly string[] Values =
    [
        "", "null", "true", "0", "-1", "1e999", "NaN", "99999999999999999999", "0001-01-01", "9999-12-31", "2026-02-30",
        "2026-07-04T17:30", "2026-07-04T17:30:00+99:00", "00:00", "captain", "owner",
        "complete", "[]", "{}", "\"", "\0", "\u202E", "\uFFFF", "é", "🚢", "' OR 1=1 --", "<script>", "%00",
        "../../etc/passwd", "a@b.example", "a@b, c@d", "America/Los_Angeles", "Nowhere/Atlantis",
    ];

    private static readonly string[] ContentTypes =
        ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"];

    private ByteArrayContent? Content(Endpoint endpoint, string token) =>
        !endpoint.Changes ? null : random.Next(6) switch
    {
        0 => Bytes(),
        1 => new StringContent(Json(0), Encoding.UTF8, Any(ContentTypes)),
        2 when endpoint.IsForPrograms => new StringContent(Json(0)[..^1], Encoding.UTF8, "application/json"),
        _ when endpoint.IsForPrograms => new StringContent(JsonObject(0), Encoding.UTF8, "application/json"),
        _ => Form(token),
    };

    private ByteArrayContent Bytes()
    {
        var bytes = new byte[random.Next(2000)];
        random.NextBytes(bytes);
        var type = Any("application/json", "application/octet-stream", "application/x-www-form-urlencoded");
        return new(bytes) { Headers = { ContentType = new(type) } };
    }

    private FormUrlEncodedContent Form(string token) =>
        new(Enumerable.Range(0, random.Next(12)).Select(_ => KeyValuePair.Create(Any(Fields), Any(Values)))
            .Append(new("__RequestVerificationToken", token)));

    private string Query() => random.Next(4) > 0 ? "" : "?" + string.Join('&', QueryParameters());

    private IEnumerable<string> QueryParameters() =>
        Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{Escaped(Any(Fields))}={Escaped(Any(Values))}");

    private string Json(int depth) => random.Next(depth > 4 ? 3 : 5) switch
    {
        0 => System.Text.Json.JsonSerializer.Serialize(Any(Values)),
        1 => Any("0", "-1", "1e999", "1.5", "true", "null", "12345678901234567890"),
        2 => $"\"{endpoints.Charter.VesselId}\"",
        3 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Json(depth + 1)))}]",
        _ => JsonObject(depth + 1),
    };

    private string JsonObject(int depth) =>
        "{" + string.Join(',', JsonProperties(depth)) + "}";

    private IEnumerable<string> JsonProperties(int depth) =>
        Enumerable.Range(0, random.Next(10)).Select(_ => Any(Fields)).Distinct()
            .Select(field => $"\"{field}\":{Json(depth + 1)}");
}
