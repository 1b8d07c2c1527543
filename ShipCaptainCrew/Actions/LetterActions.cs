using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Actions;

/// <summary>What the office can do about letters: send one again, or try whether mail works.</summary>
public sealed class LetterActions(ShipDb db, Change change)
{
    public Task<Outcome> Resend(Viewer viewer, Guid id, Input input) => change.Run(input, async by =>
    {
        if (await db.Letters.FirstOrDefaultAsync(row => row.Id == id) is not { } letter) return Refusal.NotFound();
        if (viewer.MayNot(Right.SeeLetters) is { } no) return no;
        if ((input.Refusal ?? letter.Resend(by.At)) is { } bad) return bad;
        return Outcome.Done(id);
    });

    public Task<Outcome> Test(Viewer viewer, Input input) => change.Run(input, async by =>
    {
        if (viewer.MayNot(Right.SeeLetters) is { } no) return no;
        if (input.Refusal is { } bad) return bad;
        var letter = new Letter(TestLetter.Kind, $"{TestLetter.Kind}|{Guid.CreateVersion7()}", by.At) { OperatorId = viewer.OperatorId, MemberId = viewer.MemberId };
        await db.AddAsync(letter);
        return Outcome.New(letter.Id);
    });
}
