using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Accounts;

/// <summary>Creates an operator with its first owner, who signs in with the returned invitation token.</summary>
public sealed class OperatorSetup(AppDbContext db, Change change)
{
    public async Task<(string? Token, Refusal? Refusal)> Create(Input input, CancellationToken cancel)
    {
        var name = input.Text("name", required: "Enter the operator's name.");
        var slug = input.Text("slug", max: 60, required: "Enter a slug.");
        var email = input.Email("email", required: "Enter the owner's email address.");
        var zone = input.TimeZone("time_zone", null, required: "Enter the time zone.");
        var latitude = input.Number("latitude", null, -90, 90, required: "Enter the latitude.");
        var longitude = input.Number("longitude", null, -180, 180, required: "Enter the longitude.");
        if (slug is not null && Slug.Refuse(slug) is { } slugError) input.Error("slug", slugError);
        if (slug is not null && await db.Operators.AnyAsync(row => row.Slug == slug, cancel))
            input.Error("slug", new LocalizedText("There is already an operator {0}.", slug));
        if (input.Refusal is { } refusal) return (null, refusal);
        var newOperator = new Operator(name!, slug!, zone!, new Port(name!, latitude!.Value, longitude!.Value));
        return (await change.Run(actor => Add(newOperator, email!, actor, cancel), cancel), null);
    }

    private async Task<string> Add(Operator newOperator, string email, Actor actor, CancellationToken cancel)
    {
        db.UseOperator(newOperator.Id);
        db.Add(newOperator);
        var normalizedEmail = Person.Normalize(email);
        var person = await db.Users.FirstOrDefaultAsync(row => row.NormalizedEmail == normalizedEmail, cancel);
        if (person is null) db.Add(person = Person.WithAddress(email));
        var owner = new Member(newOperator.Id, person.Id, new()
        {
            Name = email,
            Email = email,
            Role = MemberRole.Owner,
            Qualifications = [CrewRole.Captain, CrewRole.FirstMate, CrewRole.Deckhand],
        });
        var link = MagicLink.Invitation(newOperator.Id, owner.Id, person.Id, actor.At);
        db.AddRange(owner, link);
        return link.Issue().Token;
    }
}
