using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Me;

/// <summary>Whose emails a link turns off, and how long it works.</summary>
public sealed partial class UnsubscribePageTests
{
    [Fact]
    public async Task Unknown_links_and_links_for_something_else_are_gone_and_change_nothing()
    {
        var answer = await day.Ship.In(services => services.GetRequiredService<SignedLinks>().Issue(
            LinkKind.Presence, Cast.OperatorId, day.CharterId, Cast.Sam.MemberId, DayBefore.AddYears(1), stop));
        foreach (var token in new[] { "x", RandomTokens.Token(), answer })
        {
            using var opened = await provider.GetAsync($"/unsubscribe/{token}", stop);
            using var posted = await provider.OneClick($"/unsubscribe/{token}");
            using var resumed = await provider.Send($"/unsubscribe/{token}?handler=Resume");

            Assert.Equal((404, 404, 404),
                ((int)opened.StatusCode, (int)posted.StatusCode, (int)resumed.StatusCode));
            Assert.Equal("This link doesn't work", (await posted.Html()).QuerySelector("h1")!.TextContent);
        }

        Assert.Empty((await Member(Cast.Sam)).DoesWithout);
    }

    [Fact]
    public async Task A_link_is_good_as_long_as_the_membership_and_the_address()
    {
        var link = (await Reminder(Sam)).StopLink();
        day.Ship.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(200, (int)(await provider.GetAsync(link, stop)).StatusCode);

        await Change(member => member.MoveTo("sam@elsewhere.example"));
        Assert.Equal(404, (int)(await provider.OneClick(link)).StatusCode);
        await Change(member => member.MoveTo(Sam));
        Assert.Equal(200, (int)(await provider.GetAsync(link, stop)).StatusCode);
        await Change(member => member.Archive(new(null, day.Ship.Clock.GetUtcNow())));
        Assert.Equal(404, (int)(await provider.OneClick(link)).StatusCode);
        Assert.Empty((await Member(Cast.Sam)).DoesWithout);

        Task Change(Action<Member> change) => day.Ship.Change(Cast.OperatorId, async (db, _) =>
        {
            change(await db.Members.FirstAsync(row => row.Id == Cast.Sam.MemberId));
            return true;
        });
    }

    [Fact]
    public async Task A_person_who_belongs_to_another_operator_too_keeps_the_emails_from_there()
    {
        var strangers = await day.Ship.Cast("strangers");
        var elsewhere = await day.Ship.Change(strangers.OperatorId, async (db, actor) =>
        {
            var normalized = Person.Normalize(Sam);
            var person = await db.Users.FirstAsync(row => row.NormalizedEmail == normalized);
            var member = new Member(strangers.OperatorId, person.Id, new()
            {
                Name = "Sam",
                Email = Sam,
                Role = MemberRole.Crew,
                Qualifications = [],
            });
            member.Join(null, actor);
            db.Add(member);
            return member.Id;
        });

        await provider.OneClick((await Reminder(Sam)).StopLink());

        Assert.False((await Member(Cast.Sam)).Wants(EmailPreference.Reminders));
        Assert.Empty(await strangers.Look(db =>
            db.Members.Where(row => row.Id == elsewhere).Select(row => row.DoesWithout).FirstAsync()));
    }

    [Fact]
    public async Task Only_the_hash_of_the_link_is_stored_in_one_row_for_all_emails()
    {
        var link = (await Reminder(Sam)).StopLink();
        await day.RemindCrew(ThreeHoursBefore);
        await day.Ship.Rest();

        Assert.Equal(1, await Cast.Look(db => db.Set<SignedLink>().CountAsync(row =>
            row.Kind == LinkKind.StopReminders && row.PersonId == Cast.Sam.MemberId)));
        var token = link.Split('/')[^1];
        foreach (var file in Directory.EnumerateFiles(day.Ship.Folder, "*.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(token, await reader.ReadToEndAsync(stop), StringComparison.Ordinal);
        }
    }
}
