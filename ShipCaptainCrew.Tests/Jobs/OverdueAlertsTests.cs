using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>Aurora, due back at 12:30 with half an hour of grace, does not come.</summary>
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
    public async Task Within_the_grace_nobody_is_mailed()
    {
        Assert.Null(await At(29));

        Assert.Empty(await Ship.Letters(since: before));
    }

    [Fact]
    public async Task First_the_captain_then_the_office_as_well_every_quarter_of_an_hour_and_each_time_once()
    {
        Assert.Equal("Overdue: 1; letters: 1.", await At(30));
        Assert.Null(await At(31));
        Assert.Equal(["kim: OVERDUE: Aurora, due 12:30"], await Ship.Letters(since: before));

        Assert.Null(await At(44));
        await At(45);
        await At(46);
        await Ship.Rest();
        await At(60);
        Assert.Equal(
            ["dana", "dana", "kim", "kim", "kim", "olive", "olive"],
            (await Ship.Letters(since: before)).Select(letter => letter.Split(':')[0]));
        Assert.Equal(["charter.overdue"], await Told());
    }

    [Fact]
    public async Task The_shore_contact_is_mailed_in_place_of_the_office_with_a_page_of_their_own()
    {
        await Order(new Contact("Pat Shore", "pat@ashore.example", "+1 619 555 0199"));
        await At(30);
        await Ship.Rest();

        await At(45);

        var message = await Ship.Post.Arrival("pat@ashore.example", "OVERDUE: Aurora, due 12:30");
        Assert.Equal(["kim", "kim", "pat"], (await Ship.Letters(since: before)).Select(line => line.Split(':')[0]));
        using var phone = Ship.CreateClient(new() { AllowAutoRedirect = false });
        var page = await phone.Page(Link().Match(message.TextBody!).Groups[1].Value);
        Assert.Contains("Overdue: Aurora", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "tel:+1 619 555 0100", page.QuerySelectorAll("a.btn").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task After_a_time_of_being_down_only_the_newest_is_sent_and_at_once()
    {
        await At(30 + 61);
        await At(30 + 62);

        Assert.Equal(
            ["dana", "kim", "olive"], (await Ship.Letters(since: before)).Select(letter => letter.Split(':')[0]));
    }

    [Fact]
    public async Task A_restart_neither_repeats_nor_forgets()
    {
        await At(30);
        await Ship.Rest();
        await At(45);
        await Ship.Rest();

        await At(52);
        Assert.Equal(4, (await Ship.Letters(since: before)).Length);
        await At(60);
        Assert.Equal(7, (await Ship.Letters(since: before)).Length);
    }

    [Fact]
    public async Task Once_somebody_has_it_in_hand_the_letters_end()
    {
        await At(30);
        await Ship.Rest();

        var taken = await Cast.Dana.Browser.PostForm($"{day.Charter}/overdue");
        Assert.Equal(303, (int)taken.StatusCode);

        Assert.Null(await At(45));
        Assert.Single(await Ship.Letters(since: before));
        Assert.Contains("Dana has this in hand",
            (await Cast.Kim.Browser.Page($"{day.Charter}/overdue")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_suspended_operators_boat_the_captain_is_told_too_and_takes_it_in_hand_in_their_own_name()
    {
        await Cast.Suspend(evenUnderWay: true);
        await At(30);
        var message = await Ship.Post.Arrival("kim@queen-of-san-diego.example", "OVERDUE: Aurora, due 12:30");
        using var phone = Ship.CreateClient(new() { AllowAutoRedirect = false });
        var page = Link().Match(message.TextBody!).Groups[1].Value;

        Assert.Equal(303, (int)(await phone.PostAsync(page, new FormUrlEncodedContent([]), stop)).StatusCode);

        Assert.Contains("Kim has this in hand", (await phone.Page(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(await At(45));
    }

    [Fact]
    public async Task All_fast_ends_the_letters_also_those_that_wait()
    {
        Ship.Post.Mood = line => line == "" ? SmtpSink.Reply.Say("421 Later") : null;
        await At(30);
        await Cast.Kim.Api.Post($"{day.Api}/return").Json();
        Ship.Post.Mood = _ => null;

        Assert.Null(await At(45));

        Assert.Empty(await Ship.Letters(since: before));
    }

    [Fact]
    public async Task A_later_return_begins_anew_and_so_does_what_was_in_hand()
    {
        await At(30);
        await Ship.Rest();
        await Cast.Dana.Browser.PostForm($"{day.Charter}/overdue");
        before = await Ship.Count();
        await Cast.Dana.Api.Put(day.Api, new { return_time = "2026-07-01T14:30" }).Json();

        Assert.Null(await At(45));
        await At(150);

        Assert.Contains("kim: OVERDUE: Aurora, due 14:30", await Ship.Letters(since: before));
        Assert.Equal(["charter.overdue", "charter.overdue"], await Told());
    }

    [Fact]
    public async Task Two_watches_at_once_write_each_letter_once()
    {
        Ship.Clock.SetUtcNow(due.AddMinutes(45));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Watch()));

        Assert.Equal(3, (await Ship.Letters(since: before)).Length);
    }

    [Fact]
    public async Task Another_operators_boats_are_not_this_ones_to_miss()
    {
        var strangers = await Ship.Cast("strangers");
        Ship.Clock.SetUtcNow(due.AddMinutes(45));

        Assert.Null(await Watch(strangers.OperatorId));
    }

    private Task<string?> At(int minutesPastReturn)
    {
        Ship.Clock.SetUtcNow(due.AddMinutes(minutesPastReturn));
        return Watch();
    }

    /// <summary>Each time in a scope of its own, as after a restart.</summary>
    private Task<string?> Watch(Guid? operatorId = null) => Ship.In(services =>
    {
        services.GetRequiredService<AppDbContext>().UseOperator(operatorId ?? Cast.OperatorId);
        var now = Ship.Clock.GetUtcNow();
        return services.GetRequiredService<OverdueAlerts>().Run(new(operatorId ?? Cast.OperatorId, now, now), stop);
    });

    private Task<bool> Order(Contact shore) => Ship.Change(Cast.OperatorId, (db, _) =>
    {
        var orders = new StandingOrders(Cast.OperatorId);
        orders.Change(StandingOrdersDetails.Usual with { ShoreContact = shore });
        db.Add(orders);
        return Task.FromResult(true);
    });

    private Task<List<string>> Told() => Ship.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(Cast.OperatorId);
        return db.Log.Where(entry => entry.Kind == "charter.overdue").Select(entry => entry.Kind).ToListAsync(stop);
    });

    [GeneratedRegex(@"https://ship\.test(/me/watch/\S{43})")]
    private static partial Regex Link();
}
