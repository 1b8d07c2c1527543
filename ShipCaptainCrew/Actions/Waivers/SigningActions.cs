using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>How the signer came, as far as the server saw.</summary>
/// <param name="ViewedAt">When the page was first shown (UTC), as its form says.</param>
public sealed record SigningVisit(
    string Language, string Kind, DateTimeOffset? ViewedAt, string? Ip, string? UserAgent);

/// <summary>What one guest is shown to sign: everything the page needs, and exactly what is kept.</summary>
public sealed record WaiverView
{
    public required SignedLink Link { get; init; }

    public required Operator Operator { get; init; }

    public required Charter Charter { get; init; }

    public required string Vessel { get; init; }

    public required Guest Guest { get; init; }

    public required WaiverTemplate? Template { get; init; }

    public required WaiverText? Text { get; init; }

    public required string Html { get; init; }

    /// <summary>Minors on the list for whom this guest is named to sign.</summary>
    public required IReadOnlyList<string> Minors { get; init; }

    /// <summary>Tells this very text from another, for the form to say which one was read.</summary>
    public string TextHash => WaiverVersion.HashOf(Html);

    /// <summary>Why nothing can be signed here any more, or yet.</summary>
    public Refusal? Closed =>
        Text is null ? Refusal.Conflict("no_waiver", "There is no waiver to sign for this charter.")
        : Charter.Status is CharterStatus.Draft or CharterStatus.Scheduled or CharterStatus.Boarding
            or CharterStatus.Underway
            ? null
        : Charter.TooLateToChange("This charter is {0}; there is nothing to sign any more.");
}

/// <summary>What was signed, for whoever holds the link to it.</summary>
/// <param name="Content">Null once it was erased by rule.</param>
public sealed record WaiverReceipt(Operator Operator, WaiverRecord Record, WaiverContent? Content);

/// <summary>Reading and signing a waiver. The link is the right to do it; there is no account.</summary>
public sealed class SigningActions(
    AppDbContext db, Change change, SignedLinks links, WaiverRecordWriter book, GuestActions guests)
{
    public const string ConsentVersion = "1";

    /// <summary>
    /// What the signer agrees to beside the waiver itself; in their own language on the page, kept as it was shown.
    /// </summary>
    public const string Consent =
        "I have read this text and agree to sign it electronically. My typed name is my signature.";

    /// <summary>How to get paper and how to withdraw, shown with it and kept with it.</summary>
    public const string OnPaper =
        "You need not sign electronically: ask the crew or the office for a paper form. You may withdraw this consent, or ask for a paper copy, at any time and without charge, by telling them.";

    private static readonly string App = Assembly.GetExecutingAssembly().GetName().Version?.ToString() ?? "";

    /// <summary>What a token opens; null where it opens nothing. Enters the operator.</summary>
    public async Task<WaiverView?> Open(string token, string language, CancellationToken cancel = default)
    {
        if (await links.Find(LinkKind.Waiver, token, cancel) is not { } link) return null;
        db.UseOperator(link.OperatorId);
        var guest = await db.Guests.AsNoTracking().FirstOrDefaultAsync(row => row.Id == link.SubjectId, cancel);
        return guest is null ? null : await View(link, guest, language, cancel);
    }

    /// <summary>
    /// What was signed by a token's guest or for them, though they were taken off the list since; null where nothing
    /// was. Enters the operator.
    /// </summary>
    public async Task<WaiverReceipt?> Receipt(string token, CancellationToken cancel = default)
    {
        if (await links.Find(LinkKind.Waiver, token, cancel) is not { } link) return null;
        db.UseOperator(link.OperatorId);
        var signed = await db.Guests.Where(row => row.Id == link.SubjectId).Select(row => row.WaiverId)
            .FirstOrDefaultAsync(cancel);
        var record = await db.Waivers.AsNoTracking().OrderBy(row => row.Seq)
            .FirstOrDefaultAsync(
                row => row.Kind == RecordKind.Signed
                    && (row.Id == signed || (signed == null && row.GuestId == link.SubjectId)),
                cancel);
        if (record is null) return null;
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == link.OperatorId, cancel);
        return new(theOperator, record, record.Body is { } body ? WaiverContent.Read(body) : null);
    }

    /// <summary>Signs. The first signature stands: again, it changes nothing.</summary>
    public Task<Outcome> Sign(WaiverView seen, string consent, SigningVisit visit, Input input) =>
        change.Run(input, async actor =>
    {
        var guest = await db.Guests.FirstOrDefaultAsync(row => row.Id == seen.Guest.Id);
        if (guest is null) return Refusal.NotFound();
        if (guest.WaiverId is { } first) return Outcome.Done(first);
        var now = await View(seen.Link, guest, visit.Language, default);
        var signing = Signing.Read(input, guest, LocalTime.DateOf(actor.At, now.Charter.Zone));
        if (input.Refusal is { } invalid) return invalid;
        if ((now.Closed ?? Changed(now, input)) is { } refusal) return refusal;
        var children = await Children(now.Charter, guest, signing, actor);
        if (children.Refusal is { } full) return full;
        return await Keep(now, guest, signing, children.Guests, consent, visit, actor);
    });

    /// <summary>Whoever read another text than the present one has not signed this one.</summary>
    private static Refusal? Changed(WaiverView now, Input input) => (input.Text("text") ?? now.TextHash) == now.TextHash
        ? null
        : Refusal.Conflict(
            "text_changed", "The text has changed since you opened this page. Please read it again, then sign.");

    private async Task<Outcome> Keep(WaiverView view, Guest guest, Signing signing, IReadOnlyList<Guest> children,
        string consent, SigningVisit visit, Actor actor)
    {
        var id = Guid.CreateVersion7();
        await book.Append(Content(id, view, signing, children, consent, visit, actor));
        guest.Sign(id, signing.SignerName, actor);
        foreach (var child in children) child.Sign(id, signing.SignerName, actor);
        var orders = await db.Orders();
        var from = signing.OfAge is { } ofAge && ofAge > view.Charter.Date ? ofAge : view.Charter.Date;
        db.Add(new WaiverRetention(db.OperatorId, id, from.AddYears(orders.WaiverYears)));
        return Outcome.New(id);
    }

    private static WaiverContent Content(
        Guid id,
        WaiverView view,
        Signing signing,
        IReadOnlyList<Guest> children,
        string consent,
        SigningVisit visit,
        Actor actor) => new()
    {
        WaiverId = id,
        Operator = new(view.Operator.Id, view.Operator.Name),
        Event = new(view.Charter.Id, view.Charter.Title, view.Vessel, view.Charter.Date, view.Charter.TimeZone),
        GuestId = view.Guest.Id,
        GuestName = view.Guest.Name,
        Template = new(
            view.Template!.Id,
            view.Template.Name,
            view.Template.Version,
            WaiverVersion.HashOf(view.Text!.Html)),
        Html = view.Html,
        Language = view.Text.Language,
        ConsentText = consent,
        ConsentVersion = ConsentVersion,
        SignerName = signing.SignerName,
        Email = signing.Email,
        SignaturePath = signing.Path,
        GuardianRelationship = signing.Relationship,
        Children =
        [
            .. signing.Children.Zip(
                children, (child, listed) => new ChildShown(child.Name, child.BirthDate, listed.Id)),
        ],
        ReachedBy = new(visit.Kind, view.Link.Id, visit.Kind == "mail" ? view.Guest.Email : null),
        ViewedAt = visit.ViewedAt,
        SignedAt = actor.At,
        TimeZone = view.Charter.TimeZone,
        Ip = visit.Ip,
        UserAgent = visit.UserAgent,
        AppVersion = App,
    };

    private async Task<WaiverView> View(SignedLink link, Guest guest, string language, CancellationToken cancel)
    {
        var charter = await db.Charters.AsNoTracking().FirstAsync(row => row.Id == guest.CharterId, cancel);
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == link.OperatorId, cancel);
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId, cancel);
        var template = await db.WaiverOf(charter, cancel);
        var text = template?.TextIn(language);
        var html = text is null
            ? "" : WaiverFields.Fill(text.Html, guest.Name, vessel.Name, charter.Date, theOperator.Name, text.Language);
        return new()
        {
            Link = link,
            Operator = theOperator,
            Charter = charter,
            Vessel = vessel.Name,
            Guest = guest,
            Template = template,
            Text = text,
            Html = html,
            Minors = await db.WardsOf(guest, cancel),
        };
    }

    /// <summary>
    /// The guests that the children are: the one whose link it is, those of that name on the list, else new ones while
    /// there is room. Those of somebody who waits at the dock wait with them.
    /// </summary>
    private async Task<(IReadOnlyList<Guest> Guests, Refusal? Refusal)> Children(
        Charter charter, Guest signer, Signing signing, Actor actor)
    {
        var others = await db.Guests.Where(row => row.CharterId == charter.Id && row.Id != signer.Id && row.IsMinor)
            .ToListAsync();
        var found = new List<Guest>();
        var source = signer.IsPlaced ? GuestSource.PartyLink : GuestSource.DockLink;
        var own = signer.IsMinor ? signing.IndexOf(signer) : -1;
        foreach (var child in signing.Children)
        {
            var listed = found.Count == own
                ? signer : others.Find(other => Signing.SameName(other.Name, child.Name) && !found.Contains(other));
            if (listed is null && signer.IsPlaced
                && await guests.NoRoom(
                    charter, 1 + found.Count(guest => db.Entry(guest).State == EntityState.Added)) is { } full)
                return ([], full);
            found.Add(listed ?? (await db.AddAsync(new Guest(charter.OperatorId, charter.Id, new()
            {
                Name = child.Name,
                IsMinor = true,
                GuardianName = signing.SignerName,
            }, source, actor))).Entity);
        }

        return (found, null);
    }
}
