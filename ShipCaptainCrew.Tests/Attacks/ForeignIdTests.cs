using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Things that are there, but not where somebody says they are.</summary>
public sealed partial class ForeignIdTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_belongs_to_one_charter_or_vessel_is_not_found_below_another()
    {
        var (another, elsewhere) = (
            (await endpoints.Queen.Plan(endpoints.Day.VesselId, new() { ["event_date"] = "2026-07-20" })
                .Json(201)).Id(),
            await endpoints.Queen.Vessel("Borealis"));
        var (olive, kept, tried, found) = (endpoints.Queen.Olive, await endpoints.Kept(), 0, new List<string>());
        var token =
            (await olive.Browser.Page($"/{endpoints.Queen.Slug}/me")).QuerySelector(
                "input[name=__RequestVerificationToken]")!.GetAttribute(
                "value")!;
        foreach (var endpoint in endpoints.All.Where(
            endpoint => TwoIds().IsMatch(endpoint.Address)
                && !endpoint.Route.EndsWith("/defects/new", StringComparison.Ordinal)))
        {
            var address = endpoint.Address.Replace($"{endpoints.Day.CharterId}", $"{another}", StringComparison.Ordinal)
                .Replace($"{endpoints.Day.VesselId}", $"{elsewhere}", StringComparison.Ordinal);
            using var request =
                new HttpRequestMessage(
                    new(endpoint.Method), address) { Headers = { { "RequestVerificationToken", token } } };
            if (endpoint.Changes)
                request.Content = endpoint.IsForPrograms
                    ? new StringContent("{}", null, "application/json") : new FormUrlEncodedContent([]);
            using var answer =
                await (endpoint.IsForPrograms ? olive.Api : olive.Browser).SendAsync(
                    request, HttpCompletionOption.ResponseHeadersRead, stop);
            if ((int)answer.StatusCode is not (404 or 405)) found.Add($"{endpoint}: {(int)answer.StatusCode}");
            tried++;
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.True(tried > 12, $"{tried}");
        Assert.Equal(kept, await endpoints.Kept());
    }

    [Fact]
    public async Task An_id_of_anothers_in_what_is_sent_is_refused_in_the_same_words_as_an_id_of_nobody()
    {
        var (office, theirs) = (endpoints.Queen.Dana.Api, await Strangers());
        var type = (await office.Get("/api/charter-types").Json())["items"]![0]!.Id();
        var (defects, list) = (
            $"/api/vessels/{endpoints.Day.VesselId}/defects", $"{endpoints.Day.Api}/checklists/{endpoints.Day.ListId}");
        (string Method, string Address, Func<Guid, JsonObject> Body, Guid Foreign)[] calls =
        [
            ("POST", "/api/charter-types", id => Type(new() { ["checklist_template_ids"] = new JsonArray(id) }),
                theirs.Template),
            ("PUT", $"/api/charter-types/{type}", id => new() { ["checklist_template_ids"] = new JsonArray(id) },
                theirs.Template),
            ("POST", "/api/charter-types", id => Type(new() { ["waiver_template_id"] = id }), theirs.Waiver),
            ("PUT", $"/api/charter-types/{type}", id => new() { ["waiver_template_id"] = id }, theirs.Waiver),
            ("POST", defects, id => new() { ["what"] = "Horn", ["severity"] = "minor", ["charter_id"] = id },
                theirs.Charter),
            ("POST", defects,
                id =>
                    new() { ["what"] = "Horn", ["severity"] = "minor", ["charter_id"] = endpoints.Day.CharterId,
                        ["item_id"] = id },
                theirs.Item),
            ("PUT", list,
                id => new() { ["items"] = new JsonArray(new JsonObject { ["id"] = id, ["state"] = "complete" }) },
                theirs.Item),
        ];
        var kept = await endpoints.Kept();
        foreach (var (method, address, body, foreign) in calls)
        {
            var told = new List<string>();
            foreach (var id in new[] { foreign, Guid.CreateVersion7(), Guid.Empty })
                told.Add(
                    (await office.SendAsync(
                        new(new(method), address) { Content = System.Net.Http.Json.JsonContent.Create(body(id)) }, stop)
                        .Json(422))["errors"]!.ToJsonString()
                        .Replace($"{id}", "", StringComparison.Ordinal));
            Assert.True(told.Distinct().Count() == 1, $"{method} {address}: {string.Join('\n', told)}");
        }

        Assert.Equal(kept, await endpoints.Kept());
    }

    private static JsonObject Type(JsonObject more)
    {
        (more["name"], more["duration_minutes"], more["schedule"]) = ("Sail", 120,
            new JsonObject { ["anchor"] = "fixed", ["time"] = "16:30" });
        return more;
    }

    private async Task<(Guid Template, Guid Waiver, Guid Charter, Guid Item)> Strangers()
    {
        var day = await CharterFixture.Begin(endpoints.Ship, "other-strangers");
        return (await day.Cast.Template("Theirs", "One"), await day.Cast.Waiver("Theirs"), day.CharterId, day.Item(0));
    }

    [GeneratedRegex("/(charters|events|vessels)/[0-9a-f-]{36}/.*[0-9a-f-]{36}")]
    private static partial Regex TwoIds();
}
