using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>Fields that an endpoint or form does not have are neither read nor stored.</summary>
public sealed class OverPostingTests : IAsyncLifetime
{
    private const string Mark = "0badc0de-0bad-4bad-8bad-0badc0de0bad";
    private const int Version = 987654321;
    private RouteFixture fixture = null!;

    private CharterFixture Day => fixture.Day;

    private static JsonObject Extras => new()
    {
        ["id"] = Mark, ["operator_id"] = Mark, ["created_by"] = Mark, ["member"] = Mark, ["hash"] = Mark,
        ["signed_at"] = $"2001-01-01T00:00:00Z{Mark}",
        ["status"] = "closed", ["version"] = Version, ["revision"] = Version, ["role"] = "owner",
    };

    /// <summary>The smallest valid body of each creation.</summary>
    private Dictionary<string, JsonObject> Bodies => new()
    {
        ["/api/vessels"] = new() { ["name"] = "Borealis", ["passenger_capacity"] = 12 },
        ["/api/members"] = new() { ["name"] = "Jo", ["email"] = "jo@example.com" },
        ["/api/charter-types"] =
            new() { ["name"] = "Whale watch", ["duration_minutes"] = 120,
                ["schedule"] = new JsonObject { ["anchor"] = "fixed", ["time"] = "16:30" } },
        ["/api/checklist-templates"] =
            new() { ["name"] = "Underway", ["phase"] = "underway",
                ["items"] = new JsonArray(new JsonObject { ["text"] = "Lines" }) },
        ["/api/waiver-templates"] = new() { ["name"] = "Short", ["html"] = "<p>At my own risk.</p>" },
        ["/api/events"] =
            new() {
                ["vessel_id"] = Day.VesselId, ["event_date"] = "2026-08-01", ["captain_id"] = Day.Cast.Kim.MemberId },
        ["/api/events/{id}/guests"] = new() { ["name"] = "Ann Lee" },
        ["/api/vessels/{id}/defects"] = new() { ["what"] = "Horn", ["severity"] = "minor" },
    };

    public async ValueTask InitializeAsync() => fixture = await RouteFixture.Of(await CharterFixture.Begin());

    public ValueTask DisposeAsync() => Day.DisposeAsync();

    [Fact]
    public async Task No_endpoint_stores_undescribed_fields()
    {
        var olive = Day.Cast.Olive.Api;
        var made = new List<string>();
        foreach (var (path, call) in (await olive.Get("/openapi/v1.json").Json())["paths"]!.AsObject()
            .Where(path => !path.Key.StartsWith("/api/auth", StringComparison.Ordinal)))
        {
            foreach (var (method, operation) in call!.AsObject().Where(operation => operation.Key is "post" or "put"))
            {
                using var answer =
                    await olive.With("Accept", "application/json", new(method.ToUpperInvariant()),
                        fixture.Address(path), Body(path, method, operation!));
                Assert.DoesNotContain((int)answer.StatusCode, new[] { 401, 403, 404, 500 });
                if (answer.IsSuccessStatusCode) made.Add($"{method} {path}");
                else
                    Assert.False(method == "post" && Bodies.ContainsKey(path),
                        $"{path}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            }
        }

        Assert.InRange(made.Count, 15, 100);
        await AssertNothingStored();
    }

    [Fact]
    public async Task No_form_stores_fields_it_does_not_have()
    {
        var (olive, taken) = (Day.Cast.Olive.Browser, 0);
        var pages = Repository.Lines("ShipCaptainCrew.Tests/EndpointRights.txt").Select(line => line.Split(' '))
            .Where(row => row is ["GET", var route, _] && route.StartsWith("/{operator", StringComparison.Ordinal));
        foreach (var address in pages.Select(row => fixture.Address(row[1])))
        {
            using var page =
                await olive.GetAsync(
                    address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            if (page.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (var form in (await page.Html()).QuerySelectorAll("main form[method=post]")
                .Where(form => form.TakesWords()))
            {
                var fields = form.AsItStands();
                var extras = Extras.Where(extra => fields.TrueForAll(field => field.Key != extra.Key))
                    .Select(extra => KeyValuePair.Create(extra.Key, $"{extra.Value}"));
                using var answer =
                    await olive.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : address,
                        new FormUrlEncodedContent(fields.Concat(extras)), TestContext.Current.CancellationToken);
                Assert.InRange((int)answer.StatusCode, 200, 429);
                taken += (int)answer.StatusCode == 303 ? 1 : 0;
            }
        }

        Assert.InRange(taken, 8, 100);
        await AssertNothingStored();
    }

    /// <summary>A valid body with extra fields that the operation does not describe.</summary>
    private JsonObject Body(string path, string method, JsonNode operation)
    {
        var asked = operation["requestBody"]?["content"]?["application/json"]?["schema"]?["properties"]?.AsObject();
        var body = method == "post" && Bodies.TryGetValue(path, out var least) ? least : [];
        foreach (var (field, value) in Extras.Where(extra => asked?.ContainsKey(extra.Key) != true)) body[field] =
            value!.DeepClone();
        return body;
    }

    private async Task AssertNothingStored()
    {
        Assert.Equal(1,
            await Day.Cast.Look(
                db => db.Members.CountAsync(member => member.Role == MemberRole.Owner && member.Name == "Olive")));
        Assert.False(
            await Day.Cast.Look(
                db => db.Members.AnyAsync(member => member.Role == MemberRole.Owner && member.Name == "Jo")));
        Assert.False(
            await Day.Cast.Look(
                db =>
                    db.Charters.AnyAsync(
                        charter => charter.Status == CharterStatus.Closed || charter.Version == Version
                            || charter.Revision == Version)));
        Assert.False(
            await Day.Cast.Look(db => db.ChecklistTemplates.AnyAsync(template => template.Version == Version)));
        await Day.Cast.Look(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        });
        var file = Encoding.Latin1.GetString(
            await File.ReadAllBytesAsync(
                Path.Combine(Day.Ship.Folder, "shipcaptaincrew.db"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Mark, file, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            Encoding.Latin1.GetString(Guid.Parse(Mark).ToByteArray()), file, StringComparison.Ordinal);
    }
}
