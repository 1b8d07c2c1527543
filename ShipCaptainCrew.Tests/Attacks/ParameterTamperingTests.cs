using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Tests invalid and extreme values: each is refused at its field and never causes a server error.</summary>
public sealed partial class ParameterTamperingTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/sun?latitude=91&longitude=0&date=2026-07-04")]
    [InlineData("/api/sun?latitude=NaN&longitude=0&date=2026-07-04")]
    [InlineData("/api/sun?latitude=1e999&longitude=0&date=2026-07-04")]
    [InlineData("/api/sun?latitude=0&longitude=-181&date=2026-07-04")]
    [InlineData("/api/sun?latitude=0&longitude=0&date=0001-01-01")]
    [InlineData("/api/sun?latitude=0&longitude=0&date=9999-12-31")]
    [InlineData("/api/sun?latitude=0&longitude=0&date=2026-02-30")]
    [InlineData("/api/sun?latitude=0&latitude=1&longitude=0&date=2026-07-04")]
    [InlineData("/api/sun?latitude=0&longitude=0&date=2026-07-04&time_zone=../../etc/passwd")]
    [InlineData("/api/sun?latitude=0&longitude=0&date=2026-07-04&time_zone=%00")]
    [InlineData("/api/sun")]
    [InlineData("/api/events?from=0000-00-00")]
    [InlineData("/api/events?from=9999-12-31&to=0001-01-01")]
    [InlineData("/api/events?status=sunk")]
    [InlineData("/api/events?cursor=bm9uc2Vuc2U")]
    [InlineData("/api/events?cursor=%00")]
    [InlineData("/api/events?limit=0")]
    [InlineData("/api/events?limit=-1")]
    [InlineData("/api/events?limit=1e9")]
    [InlineData("/api/events?limit=99999999999999999999")]
    [InlineData("/api/vessels?cursor=../..")]
    [InlineData("/api/members?limit=1&limit=2")]
    public async Task An_invalid_query_parameter_is_refused_at_its_field(string address)
    {
        var problem = await endpoints.Queen.Dana.Api.Get(address).Json(422);

        Assert.NotEmpty(problem["errors"]!.AsObject());
    }

    [Theory]
    [InlineData("event_date", "\"0001-01-01\"")]
    [InlineData("event_date", "\"9999-12-31\"")]
    [InlineData("event_date", "20260704")]
    [InlineData("departure_time", "\"9999-12-31T23:59:59Z\"")]
    [InlineData("departure_time", "\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("departure_time", "\"2026-03-08T02:30\"")]
    [InlineData("departure_time", "[\"17:30\"]")]
    [InlineData("guests_expected", "1e999")]
    [InlineData("guests_expected", "-1")]
    [InlineData("guests_expected", "2147483648")]
    [InlineData("guests_expected", "1.5")]
    [InlineData("title", "{}")]
    [InlineData("title", "\"a\\u0000b\"")]
    [InlineData("title", "\"\\ud800\"")]
    [InlineData("notes", "12")]
    [InlineData("crew", "\"Kim\"")]
    [InlineData("crew", "[1, null]")]
    [InlineData("crew", "[{ \"role\": \"admiral\" }]")]
    [InlineData("vessel_id", "\"' OR 1=1 --\"")]
    [InlineData("captain_id", "[]")]
    [InlineData("contact", "[]")]
    [InlineData("reminder_hours", "[1e999]")]
    public async Task An_invalid_charter_field_is_refused_at_its_field(string field, string value)
    {
        using var body = new StringContent($$"""{ "{{field}}": {{value}} }""", Encoding.UTF8, "application/json");

        var problem = await endpoints.Queen.Dana.Api.PutAsync(endpoints.Charter.Api, body, stop).Json(422);

        Assert.Contains(problem["errors"]!.AsObject(), error => error.Key.StartsWith(field, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("types/new", "roles")]
    [InlineData("types/new", "schedule")]
    [InlineData("vessels/new", "home_port")]
    [InlineData("charters/new", "contact")]
    [InlineData("settings", "shore_contact")]
    public async Task A_list_in_place_of_a_group_is_refused_in_the_form(string page, string field)
    {
        using var response = await endpoints.Queen.Olive.Browser.PostForm(
            $"/{endpoints.Queen.Slug}/{page}", (field, "17:30"), (field, "-1"), ("grace_minutes", "x"));

        Assert.Equal(422, (int)response.StatusCode);
    }
}
