using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Things that are there, but not where somebody says they are.</summary>
public sealed partial class ForeignIdTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_of_one_charter_or_vessel_is_not_found_under_another()
    {
        var (another, elsewhere) = (
            (await endpoints.Queen.Plan(endpoints.Charter.VesselId, new() { ["event_date"] = "2026-07-20" })
                .Json(201)).Id(),
            await endpoints.Queen.Vessel("Borealis"));
        var (olive, before, tried, found) = (endpoints.Queen.Olive, await endpoints.StoredData(), 0, new List<string>());
        var token =
            (await olive.Browser.Page($"/{endpoints.Queen.Slug}/me")).QuerySelector(
                "input[name=__RequestVerificationToken]")!.GetAttribute(
                "value")!;
        foreach (var endpoint in endpoints.All.Where(
            endpoint => TwoIds().IsMatch(endpoint.Address)
                && !endpoint.Route.EndsWith("/defects/new", StringComparison.Ordinal)))
        {
            var address = endpoint.Address.Replace($"{endpoints.Charter.CharterId}", $"{another}", StringComparison.Ordinal)
                .Replace($"{endpoints.Charter.VesselId}", $"{elsewhere}", StringComparison.Ordinal);
            using var request =
                new HttpRequestMessage(
                    new(endpoint.Method), address) { Headers = { { "RequestVerificationToken", token } } };
            if (endpoint.Changes)
                request.Content = endpoint.IsForPrograms
                    ? new StringContent("{}", null, "application/json") : new FormUrlEncodedContent([]);
            using var response =
                await (endpoint.IsForPrograms ? olive.Api : olive.Browser).SendAsync(
                    request, HttpCompletionOption.ResponseHeadersRead, stop);
            if ((int)response.StatusCode is not (404 or 405)) found.Add($"{endpoint}: {(int)response.StatusCode}");
            tried++;
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.True(tried > 12, $"{tried}");
        Assert.Equal(before, await endpoints.StoredData());
    }

    [Fact]
    public async Task An_id_of_another_operator_in_a_body_is_refused_like_an_unknown_id()
    {
        var (office, theirs) = (endpoints.Queen.Dana.Api, await Strangers());
        var type = (await office.Get("/api/charter-types").Json())["items"]![0]!.Id();
        var (defects, list) = (
            $"/api/vessels/{endpoints.Charter.VesselId}/defects", $"{endpoints.Charter.Api}/checklists/{endpoints.Charter.ListId}");
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
                    new() { ["what"] = "Horn", ["severity"] = "minor", ["charter_id"] = endpoints.Charter.CharterId,
                        ["item_id"] = id },
                theirs.Item),
            ("PUT", list,
                id => new() { ["items"] = new JsonArray(new JsonObject { ["id"] = id, ["state"] = "complete" }) },
                theirs.Item),
        ];
        var before = await endpoints.StoredData();
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

        Assert.Equal(before, await endpoints.StoredData());
    }

    private static JsonObject Type(JsonObject more)
    {
        (more["name"], more["duration_minutes"], more["schedule"]) = ("Sail", 120,
            new JsonObject { ["anchor"] = "fixed", ["time"] = "16:30" });
        return more;
    }

    private async Task<(Guid Template, Guid Waiver, Guid Charter, Guid Item)> Strangers()
    {
        var fixture = await CharterFixture.Begin(endpoints.App, "other-strangers");
        return (await fixture.Cast.Template("Theirs", "One"), await fixture.Cast.Waiver("Theirs"), fixture.CharterId, fixture.Item(0));
    }

    [GeneratedRegex("/(charters|events|vessels)/[0-9a-f-]{36}/.*[0-9a-f-]{36}")]
    private static partial Regex TwoIds();
}
