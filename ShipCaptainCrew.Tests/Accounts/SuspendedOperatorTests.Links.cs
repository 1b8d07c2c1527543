using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class SuspendedOperatorTests
{
    [Fact]
    public async Task An_invitation_works_again_when_the_operator_is_resumed()
    {
        var page = $"/sign-in/{await Invitation()}";
        using var phone = App.CreateClient(new() { AllowAutoRedirect = false });
        await Queen.Suspend();
        Assert.Contains(
            "no longer works", (await phone.Page(page)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await phone.PostForm(page, ("name", "Pat"))).StatusCode);

        await Queen.Resume();
        Assert.Equal(303, (int)(await phone.PostForm(page, ("name", "Pat"))).StatusCode);
        Assert.Equal($"/{Queen.Slug}", (await phone.GetAsync("/", stop)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Every_link_from_its_emails_is_closed_except_the_one_to_an_overdue_charter()
    {
        await Queen.Waiver();
        var ann = await Queen.Guest(fixture.CharterId, "Ann Lee");
        var ben = await Queen.Guest(fixture.CharterId, "Ben Cole");
        using var phone = App.Phone();
        await phone.Sign(ben.Page, "Ben Cole");
        string[] pages =
        [
            ann.Page,
            $"{ben.Page}/receipt",
            $"/party/{await Link(LinkKind.Party)}",
            $"/party/{await Link(LinkKind.Dock)}",
            $"/me/answers/{await Link(LinkKind.Presence, Queen.Sam.MemberId)}",
        ];
        var overduePage = $"/me/watch/{await Link(LinkKind.Overdue)}";
        foreach (var page in pages.Append(overduePage))
            Assert.Equal(200, (int)(await phone.GetAsync(page, stop)).StatusCode);
        var lastBefore = await LastLogEntry();
        await Queen.Suspend();

        foreach (var page in pages)
        {
            using var read = await phone.GetAsync(page, stop);
            using var sent = await phone.Send(page.Replace("/receipt", "", StringComparison.Ordinal),
                ("signer_name", "Ann Lee"), ("consent", "true"), ("name", "Eve"), ("answer", "no"));
            Assert.Equal((404, 404), ((int)read.StatusCode, (int)sent.StatusCode));
            Assert.Contains("closed for now", (await read.Html()).Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(200, (int)(await phone.GetAsync(overduePage, stop)).StatusCode);
        Assert.Equal(lastBefore + 1, await LastLogEntry());
        await Queen.Resume();
        foreach (var page in pages) Assert.Equal(200, (int)(await phone.GetAsync(page, stop)).StatusCode);
    }

    private Task<string> Invitation() => App.In(async services =>
    {
        var member = await App.Change(Queen.OperatorId, async (db, actor) =>
        {
            var person = Person.WithAddress("pat@queen.example");
            db.Add(person);
            return (await db.AddAsync(new Member(Queen.OperatorId, person.Id, new()
            {
                Name = "Pat",
                Email = "pat@queen.example",
                Role = MemberRole.Crew,
                Qualifications = [CrewRole.Deckhand],
            }))).Entity;
        });
        return (await services.GetRequiredService<MagicLinks>().Invite(member, stop)).Token;
    });

    private Task<long> LastLogEntry() => Queen.Look(db => db.Log.MaxAsync(entry => entry.Seq));
}
