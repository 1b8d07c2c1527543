using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>Alerts for the Aurora, which is due back at 12:30 with 30 minutes of grace and does not return.</summary>
public sealed partial class OverdueAlertsTests : IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private CharterFixture day = null!;
    private DateTimeOffset due;
    private int before;

    private AppFixture Ship => day.Ship;

    private Cast Cast => day.Cast;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        due = await day.Sail();
        before = await Ship.Count();
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task Nobody_is_emailed_within_the_grace_period()
    {
        Assert.Null(await RunAt(29));

        Assert.Empty(await Ship.Letters(since: before));
    }

    [Fact]
    public async Task The_captain_is_emailed_first_and_the_office_too_from_15_minutes_later()
    {
        Assert.Equal("Overdue: 1; letters: 1.", await RunAt(30));
        Assert.Null(await RunAt(31));
        Assert.Equal(["kim: OVERDUE: Aurora, due 12:30 PM"], await Ship.Letters(since: before));

        Assert.Null(await RunAt(44));
        await RunAt(45);
        await RunAt(46);
        await Ship.Rest();
        await RunAt(60);
        Assert.Equal(
            ["dana", "dana", "kim", "kim", "kim", "olive", "olive"],
            (await Ship.Letters(since: before)).Select(email => email.Split(':')[0]));
        Assert.Equal(["charter.overdue"], await OverdueEvents());
    }

    [Fact]
    public async Task The_shore_contact_is_emailed_instead_of_the_office_with_a_link_to_their_own_page()
    {
        await SetShoreContact(new Contact("Pat Shore", "pat@ashore.example", "+1 619 555 0199"));
        await RunAt(30);
        await Ship.Rest();

        await RunAt(45);

        var message = await Ship.Post.Arrival("pat@ashore.example", "OVERDUE: Aurora, due 12:30 PM");
        Assert.Equal(["kim", "kim", "pat"], (await Ship.Letters(since: before)).Select(line => line.Split(':')[0]));
        using var phone = Ship.CreateClient(new() { AllowAutoRedirect = false });
        var page = await phone.Page(Link().Match(message.TextBody!).Groups[1].Value);
        Assert.Contains("Overdue: Aurora", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "tel:+16195550100", page.QuerySelectorAll("a.btn").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task After_downtime_only_the_latest_round_is_sent_immediately()
    {
        await RunAt(30 + 61);
        await RunAt(30 + 62);

        Assert.Equal(
            ["dana", "kim", "olive"], (await Ship.Letters(since: before)).Select(email => email.Split(':')[0]));
    }

    private Task<string?> RunAt(int minutesPastReturn)
    {
        Ship.Clock.SetUtcNow(due.AddMinutes(minutesPastReturn));
        return Run();
    }

    /// <summary>Runs the job in a new service scope.</summary>
    private Task<string?> Run(Guid? operatorId = null) => Ship.In(services =>
    {
        services.GetRequiredService<AppDbContext>().UseOperator(operatorId ?? Cast.OperatorId);
        var now = Ship.Clock.GetUtcNow();
        return services.GetRequiredService<OverdueAlerts>().Run(new(operatorId ?? Cast.OperatorId, now, now), stop);
    });

    private Task<bool> SetShoreContact(Contact contact) => Ship.Change(Cast.OperatorId, (db, _) =>
    {
        var orders = new StandingOrders(Cast.OperatorId);
        orders.Change(StandingOrdersDetails.Usual with { ShoreContact = contact });
        db.Add(orders);
        return Task.FromResult(true);
    });

    private Task<List<string>> OverdueEvents() => Ship.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(Cast.OperatorId);
        return db.Log.Where(entry => entry.Kind == "charter.overdue").Select(entry => entry.Kind).ToListAsync(stop);
    });

    [GeneratedRegex(@"https://ship\.test(/me/watch/\S{43})")]
    private static partial Regex Link();
}
