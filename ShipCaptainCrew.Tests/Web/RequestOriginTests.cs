using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>
/// Tests that the audit log has the session and the client address of each change; behind a trusted proxy the address
/// is the visitor's.
/// </summary>
public sealed partial class RequestOriginTests : IAsyncLifetime
{
    private const string Visitor = "203.0.113.7";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly AppFixture app =
        new() { Caller = IPAddress.Loopback, Settings = { ["Proxy:Trusted"] = "127.0.0.1" } };
    private CharterFixture fixture = null!;

    private Cast Queen => fixture.Cast;

    public async ValueTask InitializeAsync() => fixture = await CharterFixture.Begin(app);

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Changes_of_a_member_are_logged_with_session_and_address()
    {
        await FromVisitor(Queen.Dana.Browser)
            .PostForm($"/{Queen.Slug}/vessels/{fixture.VesselId}", ("name", "Aurora"), ("passenger_capacity", "40"),
                ("turnaround_minutes", "30"));
        Assert.Equal(("vessel.changed", Queen.Dana.MemberId, Queen.Dana.SessionId, Visitor), await LastLogEntry());

        await FromVisitor(Queen.Kim.Api).Post($"{fixture.Api}/nudge").Json();
        Assert.Equal(("charter.nudged", Queen.Kim.MemberId, Queen.Kim.SessionId, Visitor), await LastLogEntry());
    }

    [Fact]
    public async Task Changes_of_a_program_are_shown_with_the_name_of_its_token()
    {
        var page = await (await Queen.Olive.Browser.PostForm(
            $"/{Queen.Slug}/programs", ("name", "Booking {0}"), ("role", "dispatcher"), ("days", "9"))).Html();
        using var program = FromVisitor(app.CreateClient());
        program.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", page.QuerySelector(".pre")!.TextContent);

        await program.Put($"/api/vessels/{fixture.VesselId}", new { passenger_capacity = 40 }).Json();

        var row = (await Queen.Dana.Browser.Page($"/{Queen.Slug}/log")).QuerySelector(".log li")!;
        Assert.Equal(("Olive", $"Booking {{0}}, {Visitor}"),
            (row.Words("b"), row.Words(".from")));
    }

    [Theory]
    [InlineData("page")]
    [InlineData("program")]
    public async Task Joining_is_logged_with_the_session_that_it_starts(string way)
    {
        await Queen.Dana.Api.Post("/api/members", new { name = "Jo", email = "jo@example.com" }).Json(201);
        var message = await app.Post.Arrival(delivery => delivery.To.Contains("jo@example.com"));
        var link = System.Text.RegularExpressions.Regex.Match(message.TextBody!, "/sign-in/([A-Za-z0-9_-]{43})");
        using var phone = FromVisitor(app.CreateClient(new() { AllowAutoRedirect = false }));

        using var joined = way == "page"
            ? await phone.PostForm(link.Value, ("name", "Jo Reed"))
            : await phone.Post("/api/auth/tokens", new { token = link.Groups[1].Value, name = "Jo Reed" });

        var (kind, member, session, address) = await LastLogEntry();
        Assert.Equal(("member.joined", Visitor), (kind, address));
        Assert.Equal(member,
            await Queen.Look(
                db => db.Members.Where(row => row.Name == "Jo Reed").Select(row => (Guid?)row.Id).SingleAsync(stop)));
        Assert.NotNull(await Queen.Look(db => db.Set<Session>().FirstOrDefaultAsync(row => row.Id == session, stop)));
    }

    [Fact]
    public async Task Changes_by_the_scheduler_and_by_commands_have_no_address()
    {
        var times = new
        {
            event_date = "2026-07-01",
            departure_time = "2026-07-01T10:00",
            return_time = "2026-07-01T12:30",
        };
        await Queen.Dana.Api.Put(fixture.Api, times).Json();
        app.Clock.SetUtcNow(AppFixture.Morning.AddMinutes(45));
        await ActivatorUtilities.GetServiceOrCreateInstance<JobScheduler>(app.Services).RunDue();

        var firstEntry = await Queen.Look(db => db.Log.AsNoTracking().OrderBy(entry => entry.Seq).FirstAsync(stop));
        Assert.Equal(("charter.boarding", null, null, null), await LastLogEntry());
        Assert.Equal(("member.invited", null, null), (firstEntry.Kind, firstEntry.SessionId, firstEntry.Address));
    }

    /// <summary>Sends requests with the visitor's address, as the proxy does.</summary>
    private static HttpClient FromVisitor(HttpClient client)
    {
        client.DefaultRequestHeaders.Add("X-Forwarded-For", Visitor);
        return client;
    }

    private Task<(string Kind, Guid? MemberId, Guid? SessionId, string? Address)> LastLogEntry() => LastLogEntry(Queen);

    private static Task<(string Kind, Guid? MemberId, Guid? SessionId, string? Address)> LastLogEntry(Cast cast) =>
        cast.Look(async db =>
    {
        var entry = await db.Log.AsNoTracking().OrderByDescending(row => row.Seq).FirstAsync();
        return (entry.Kind, entry.MemberId, entry.SessionId, entry.Address);
    });
}
