using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Tests ids that exist, but under another charter, vessel or operator.</summary>
public sealed partial class ForeignIdTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_of_one_charter_or_vessel_is_not_found_under_another()
    {
        var charter = await endpoints.Queen.Plan(endpoints.Charter.VesselId, new() { ["event_date"] = "2026-07-20" })
            .Json(201);
        var otherVessel = await endpoints.Queen.Vessel("Borealis");
        var olive = endpoints.Queen.Olive;
        var before = await endpoints.StoredData();
        var (tried, found) = (0, new List<string>());
        var page = await olive.Browser.Page($"/{endpoints.Queen.Slug}/me");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var endpoint in endpoints.All.Where(
            endpoint => TwoIds().IsMatch(endpoint.Address)
                && !endpoint.Route.EndsWith("/defects/new", StringComparison.Ordinal)))
        {
            var address = endpoint.Address
                .Replace($"{endpoints.Charter.CharterId}", $"{charter.Id()}", StringComparison.Ordinal)
                .Replace($"{endpoints.Charter.VesselId}", $"{otherVessel}", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new(endpoint.Method), address);
            request.Headers.Add("RequestVerificationToken", token);
            if (endpoint.Changes)
                request.Content = endpoint.IsForPrograms
                    ? new StringContent("{}", null, "application/json")
                    : new FormUrlEncodedContent([]);
            using var response = await (endpoint.IsForPrograms ? olive.Api : olive.Browser)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
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
        var (office, foreignIds) = (endpoints.Queen.Dana.Api, await OtherOperatorsIds());
        var type = (await office.Get("/api/charter-types").Json())["items"]![0]!.Id();
        var defects = $"/api/vessels/{endpoints.Charter.VesselId}/defects";
        var list = $"{endpoints.Charter.Api}/checklists/{endpoints.Charter.ListId}";
        (string Method, string Address, Func<Guid, JsonObject> Body, Guid Foreign)[] calls =
        [
            ("POST", "/api/charter-types", id => Type(new() { ["checklist_template_ids"] = new JsonArray(id) }),
                foreignIds.Template),
            ("PUT", $"/api/charter-types/{type}", id => new() { ["checklist_template_ids"] = new JsonArray(id) },
                foreignIds.Template),
            ("POST", "/api/charter-types", id => Type(new() { ["waiver_template_id"] = id }), foreignIds.Waiver),
            ("PUT", $"/api/charter-types/{type}", id => new() { ["waiver_template_id"] = id }, foreignIds.Waiver),
            ("POST", defects, id => new() { ["what"] = "Horn", ["severity"] = "minor", ["charter_id"] = id },
                foreignIds.Charter),
            ("POST", defects, DefectAt, foreignIds.Item),
            ("PUT", list,
                id => new() { ["items"] = new JsonArray(new JsonObject { ["id"] = id, ["state"] = "complete" }) },
                foreignIds.Item),
        ];
        var before = await endpoints.StoredData();
        foreach (var (method, address, body, foreignId) in calls)
        {
            var refusals = new List<string>();
            foreach (var id in new[] { foreignId, Guid.CreateVersion7(), Guid.Empty })
            {
                using var request = new HttpRequestMessage(new(method), address);
                request.Content = JsonContent.Create(body(id));
                var problem = await office.SendAsync(request, stop).Json(422);
                refusals.Add(problem["errors"]!.ToJsonString().Replace($"{id}", "", StringComparison.Ordinal));
            }

            Assert.True(refusals.Distinct().Count() == 1, $"{method} {address}: {string.Join('\n', refusals)}");
        }

        Assert.Equal(before, await endpoints.StoredData());
    }

    private JsonObject DefectAt(Guid item) => new()
    {
        ["what"] = "Horn",
        ["severity"] = "minor",
        ["charter_id"] = endpoints.Charter.CharterId,
        ["item_id"] = item,
    };

    private static JsonObject Type(JsonObject more)
    {
        (more["name"], more["duration_minutes"], more["schedule"]) = ("Sail", 120,
            new JsonObject { ["anchor"] = "fixed", ["time"] = "16:30" });
        return more;
    }

    private async Task<(Guid Template, Guid Waiver, Guid Charter, Guid Item)> OtherOperatorsIds()
    {
        var fixture = await CharterFixture.Begin(endpoints.App, "other-strangers");
        var template = await fixture.Cast.Template("Theirs", "One");
        var waiver = await fixture.Cast.Waiver("Theirs");
        return (template, waiver, fixture.CharterId, fixture.Item(0));
    }

    [GeneratedRegex("/(charters|events|vessels)/[0-9a-f-]{36}/.*[0-9a-f-]{36}")]
    private static partial Regex TwoIds();
}
