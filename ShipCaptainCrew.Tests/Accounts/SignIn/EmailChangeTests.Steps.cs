using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class EmailChangeTests
{
    private async Task ChangeAddress()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        foreach (var link in new[] { newLink, oldLink }) Assert.Equal(303, (int)(await Confirm(link)).StatusCode);
    }

    /// <summary>Types the code of the email with the link, and confirms.</summary>
    private Task<HttpResponseMessage> Confirm(string link) => phone.Send(link, ("code", app.CodeFor(link)));

    /// <summary>Types the code of the email with the link, and declines.</summary>
    private Task<HttpResponseMessage> Decline(string link) =>
        phone.Send($"{link}?handler=Keep", ("code", app.CodeFor(link)));

    /// <summary>A second browser of Sam's, signed in by an email.</summary>
    private async Task<HttpClient> OtherBrowser()
    {
        var other = Sam with { Browser = app.CreateClient(new() { AllowAutoRedirect = false }) };
        await other.SignInBeside(app, Old);
        return other.Browser;
    }

    private async Task<(string Old, string New)> Links() => (await app.AddressLink(Old), await app.AddressLink(New));

    private static string SignInToken(string email) => email.Split("/sign-in/")[1][..43];

    private async Task<string[]> AskToSignIn(string email)
    {
        var before = await app.Count();
        await phone.Post("/api/auth/magic-links", new { email }).Json(202);
        return await app.Letters(since: before);
    }

    /// <summary>Checks that the change was logged with its member and field, but without the addresses.</summary>
    private async Task AssertLogged(Cast operatorCast)
    {
        var entry = Assert.Single(await Changes(operatorCast));
        Assert.Equal(entry.SubjectId, entry.MemberId);
        if (operatorCast == cast) Assert.Equal(Sam.MemberId, entry.MemberId);
        Assert.Equal(["email"],
            JsonDocument.Parse(entry.Facts).RootElement.GetProperty("fields").EnumerateArray()
                .Select(field => field.GetString()));
        Assert.DoesNotContain("@",
            string.Concat(await operatorCast.Look(db => db.Log.Select(row => row.Facts).ToListAsync(stop))),
            StringComparison.Ordinal);
    }

    private Task<List<LogEntry>> Changes(Cast operatorCast) =>
        operatorCast.Look(db => db.Log.AsNoTracking().Where(entry => entry.Kind == "member.changed").ToListAsync(stop));

    private Task<string> Email(Cast operatorCast, Guid memberId) =>
        operatorCast.Look(db => db.Members.Where(row => row.Id == memberId).Select(row => row.Email).FirstAsync(stop));

    private Task<Person> Person(TestUser who) => cast.Look(async db =>
    {
        var personId = await db.Members.Where(row => row.Id == who.MemberId).Select(row => row.PersonId)
            .FirstAsync(stop);
        return await db.Users.AsNoTracking().FirstAsync(row => row.Id == personId, stop);
    });

    private Task<List<string>> Emails() => cast.Look(db => db.Users.Select(person => person.Email!).ToListAsync(stop));

    private async Task<EmailChange?> WaitingFor(TestUser who)
    {
        var personId = (await Person(who)).Id;
        return await app.In(services => services.GetRequiredService<EmailChanges>().WaitingFor(personId, stop));
    }
}
