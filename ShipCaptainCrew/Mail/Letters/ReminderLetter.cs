using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To somebody aboard, some hours before call time or because somebody nudged: when to be there, and what is still open.</summary>
public sealed class ReminderLetter(Matters matters, ShipDb db, Letterhead head, PresenceLinks links, IStringLocalizer<Text> l) : CharterLetter(matters, head, l)
{
    public const string Kind = "reminder";

    private const int MostItems = 10;
    private readonly Letterhead head = head;

    /// <summary>Who was nudged by hand and has done it meanwhile hears nothing.</summary>
    public override async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        if (await base.Write(letter, cancel) is not { } sheet) return null;
        var chores = await db.Required([letter.CharterId!.Value], Phase.PreDeparture, cancel);
        string[] says = [.. sheet.Says, .. StillOpen([.. chores[letter.CharterId!.Value].Where(chore => !chore.IsDone)])];
        return says.Length == 0 && PlaceFacts.Of(letter).By is not null ? null : sheet with { Says = says };
    }

    protected override Sheet? Write(Matter matter, Recipient to)
    {
        if (!matter.IsOn || !matter.Charter.IsCrewOpen || matter.Place is not { } place) return null;
        var sheet = About(
            matter,
            to,
            L["{0}: you are {1}", matter.Trip, Role(place.Role)],
            L["You are {0} on {1}, {2}. Be aboard at {3}.", Role(place.Role), matter.Vessel, matter.When, matter.Clock(matter.Charter.CallTime) ?? L["the agreed time"].Value]);
        return sheet with
        {
            Says = place.ConfirmedAt is null ? [L["Please say that you will be there."]] : [],
            Closing = L[
                "You get this because you are a member of {0}. Which letters you get is for you to say: {1}",
                matter.House.Name,
                head.Link(new OperatorPages(matter.House.Slug).Me)],
        };
    }

    /// <summary>The person says with one tap, and without signing in, whether they come.</summary>
    protected override async Task<Sheet> Finish(Sheet sheet, Matter matter, CancellationToken cancel) =>
        sheet with { Act = new(L["I'll be there, or I can't"], await links.For(matter.Letter, matter.Charter, matter.Place!.MemberId!.Value, cancel)) };

    private IEnumerable<string> StillOpen(IReadOnlyList<Chore> open)
    {
        if (open.Count == 0) yield break;
        var lines = open.Take(MostItems).Select(chore => $"– {chore.Text}").Prepend(L["Still open before departure:"].Value);
        yield return string.Join('\n', open.Count > MostItems ? lines.Append(L["– and {0} more", open.Count - MostItems]) : lines);
    }
}
