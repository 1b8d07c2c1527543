using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages;

/// <summary>Lists that continue on further pages.</summary>
public sealed class ListPagingTests
{
    [Fact]
    public async Task Older_pages_of_past_charters_and_waivers_have_each_row_once_latest_first()
    {
        await using var day = await CharterFixture.Begin();
        await RouteFixture.Of(day);
        CopiedRows.EarlierCharters(day.Ship.Database, 1, 120);
        var (office, home) = (day.Cast.Olive.Browser, $"/{day.Cast.Slug}");

        var past = await All(office, $"{home}/charters/past", "ul.rows span[id]");
        var waivers = await All(office, $"{home}/waivers/book", "tbody tr");

        Assert.Equal(await Stored(day, db => db.Charters.Where(row => row.Id != day.CharterId)
            .OrderByDescending(row => row.SortAt).Select(row => $"w{row.Id:N}")), past);
        Assert.Equal(await Stored(day, db => db.Waivers.OrderByDescending(row => row.Seq).Select(row => $"w-{row.Id}")),
            waivers);
        Assert.Equal(121 + 1, (await office.GetStringAsync($"{home}/waivers/book.csv")).TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Undelivered_emails_are_on_top_of_the_first_page_and_in_their_place_on_older_pages()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        for (var batch = 0; batch < 3; batch++)
        {
            app.Clock.Advance(TimeSpan.FromHours(1));
            await app.Change(cast.OperatorId, (db, actor) =>
            {
                for (var i = 0; i < 40; i++)
                {
                    var email = new OutboxEmail("test", $"{actor.At}|{i}", actor.At)
                    {
                        OperatorId = cast.OperatorId,
                        MemberId = cast.Dana.MemberId,
                    };
                    if (i == 0) email.GiveUp("550 No such mailbox here", actor.At);
                    db.Add(email);
                }

                return Task.FromResult(true);
            });
        }

        await app.Rest();
        var first = Rows(await cast.Dana.Browser.Page($"/{cast.Slug}/letters"), "#letters li").ToList();
        var all = await All(cast.Dana.Browser, $"/{cast.Slug}/letters", "#letters li");
        var emails = await cast.Look(db => db.Outbox.AsNoTracking().ToListAsync());
        var undelivered = emails.Where(email => email.State == EmailState.NotDelivered)
            .OrderByDescending(email => email.CreatedAt).Select(email => $"l-{email.Id}").ToList();

        Assert.Equal((3, 53), (undelivered.Count, first.Count));
        Assert.Equal(undelivered, first.Take(3));
        Assert.Equal(first.Count, first.Distinct().Count());
        Assert.Equal(emails.Select(email => $"l-{email.Id}").Order(), all.Distinct().Order());
    }

    [Theory]
    [InlineData("charters/past?before=nonsense")]
    [InlineData("charters/past?after=50")]
    [InlineData("letters?before=1|2")]
    [InlineData("letters?part=2")]
    [InlineData("waivers/book?before=x")]
    public async Task An_unknown_position_shows_the_beginning(string page)
    {
        await using var day = await CharterFixture.Begin();
        await RouteFixture.Of(day);
        CopiedRows.EarlierCharters(day.Ship.Database, 1, 2);
        var (office, address) = (day.Cast.Olive.Browser, $"/{day.Cast.Slug}/{page}");

        Assert.Equal(Rows(await office.Page(address.Split('?')[0]), "main li, tbody tr").Count(),
            Rows(await office.Page(address), "main li, tbody tr").Count());
    }

    /// <summary>The ids of the rows of a page and of all older pages.</summary>
    private static async Task<List<string>> All(HttpClient client, string address, string selector)
    {
        var (ids, next) = (new List<string>(), (string?)address);
        while (next is not null)
        {
            var page = await client.Page(next);
            ids.AddRange(Rows(page, selector));
            var older = page.QuerySelectorAll("main a").FirstOrDefault(link => link.TextContent == "Older");
            next = older is null ? null : new Uri(new Uri($"http://ship.test{next}"), older.GetAttribute("href"))
                .PathAndQuery;
        }

        return ids;
    }

    private static IEnumerable<string> Rows(IDocument page, string selector) =>
        page.QuerySelectorAll(selector).Select(row => row.Id ?? "");

    private static Task<List<string>> Stored(CharterFixture day, Func<AppDbContext, IQueryable<string>> rows) =>
        day.Cast.Look(db => rows(db).ToListAsync());
}
