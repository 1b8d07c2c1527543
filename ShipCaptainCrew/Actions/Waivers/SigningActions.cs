using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>Shows and signs a waiver. The link gives the right to do so; no account is needed.</summary>
public sealed partial class SigningActions(
    AppDbContext db, Change change, SignedLinks links, WaiverRecordWriter records, GuestActions guests)
{
    /// <summary>Rises with each change of the wording below; records keep the wording they were signed with.</summary>
    public const string ConsentVersion = "2";

    /// <summary>
    /// What the signer agrees to besides the waiver. Stored as it was shown, in the signer's language.
    /// </summary>
    public const string Consent =
        "I have read this text and agree to sign it electronically. My typed name is my signature.";

    /// <summary>How to sign on paper and how to withdraw consent. Shown and stored together with the consent.</summary>
    public const string OnPaper =
        "You do not have to sign electronically: ask the crew or the office for a paper form. You can withdraw this "
        + "consent, or ask for a paper copy, at any time and free of charge, by telling them.";

    private static readonly string App = Assembly.GetExecutingAssembly().GetName().Version?.ToString() ?? "";

    /// <summary>What a token gives access to; null when it is not valid. Selects the operator.</summary>
    public async Task<WaiverView?> Open(string token, string language, CancellationToken cancel = default)
    {
        if (await links.Find(LinkKind.Waiver, token, cancel) is not { } link) return null;
        db.UseOperator(link.OperatorId);
        var guest = await db.Guests.AsNoTracking().FirstOrDefaultAsync(row => row.Id == link.SubjectId, cancel);
        return guest is null ? null : await View(link, guest, language, cancel);
    }

    /// <summary>Signs the waiver. Signing again changes nothing; the first signature is kept.</summary>
    public Task<Outcome> Sign(WaiverView seen, string consent, SigningVisit visit, Input input) =>
        change.Run(input, async actor =>
    {
        var guest = await db.Guests.FirstOrDefaultAsync(row => row.Id == seen.Guest.Id);
        if (guest is null) return Refusal.NotFound();
        if (guest.WaiverId is { } first) return Outcome.Done(first);
        var now = await View(seen.Link, guest, visit.Language, default);
        var today = LocalTime.DateOf(actor.At, now.Charter.Zone);
        var signing = Signing.Read(input, guest, new(today, now.Charter.Date));
        if (input.Refusal is { } invalid) return invalid;
        if ((now.Closed ?? Changed(now, input)) is { } refusal) return refusal;
        if (signing.OwnBirthDate is { } birthDate) guest.SignsAsAdult(birthDate, now.Charter.Date);
        var children = await Children(now, guest, signing, input, actor);
        if (children.Refusal is { } full) return full;
        return await Store(now, guest, signing, children.Guests, consent, visit, actor);
    });

    /// <summary>Refuses when the text changed after the page was shown.</summary>
    private static Refusal? Changed(WaiverView now, Input input) => (input.Text("text") ?? now.TextHash) == now.TextHash
        ? null
        : Refusal.Conflict(
            "text_changed", "The text has changed since you opened this page. Please read it again, then sign.");

    private async Task<WaiverView> View(SignedLink link, Guest guest, string language, CancellationToken cancel)
    {
        var charter = await db.Charters.AsNoTracking().FirstAsync(row => row.Id == guest.CharterId, cancel);
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == link.OperatorId, cancel);
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId, cancel);
        var template = await db.WaiverOf(charter, cancel);
        var text = template?.TextIn(language);
        var html = text is null
            ? ""
            : WaiverFields.Fill(text.Html, guest.Name, vessel.Name, charter.Date, theOperator.Name,
                Locales.Culture(theOperator.EffectiveLocale, text.Language));
        return new()
        {
            Link = link,
            Operator = theOperator,
            Charter = charter,
            Vessel = vessel.Name,
            ClockPlace = theOperator.PlaceOf(charter.TimeZone, vessel),
            Signed = guest.Source == GuestSource.DockLink ? null : await db.SignedOf(charter, cancel),
            Guest = guest,
            Template = template,
            Text = text,
            Html = html,
            Minors = link.IsFromOffice ? await db.WardsOf(guest, cancel) : [],
        };
    }
}
