using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>Manages a charter's guest list, and marks guests as arrived, boarded or not coming.</summary>
public sealed partial class GuestActions(AppDbContext db, Change change, MailQuota quota, SignedLinks links)
{
    /// <summary>The longest list that can be imported at once, in characters.</summary>
    public const int LongestList = 200_000;

    public Task<Outcome> Add(Viewer viewer, Guid charterId, Input input) =>
        On(viewer, charterId, input, Right.KeepGuests, async (charter, actor) =>
    {
        var details = GuestDetails.Read(input);
        await AskWhetherAnother(charterId, details, input);
        if ((input.Refusal ?? Over(charter) ?? await NoRoom(charter)) is { } refusal) return refusal;
        var guest = new Guest(viewer.OperatorId, charterId, details, GuestSource.Office, actor);
        await db.AddAsync(guest);
        return Outcome.New(guest.Id);
    });

    /// <summary>
    /// Adds the rows of a list that raise no question, and those of the others that were chosen. Adds none when they
    /// exceed the capacity, or when the rows without questions are not those of the preview.
    /// </summary>
    public async Task<Outcome> Import(Viewer viewer, Guid charterId, Input input)
    {
        // Reading the list takes a while, so nobody who may not import makes the server do it.
        var seen = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == charterId);
        if (seen is null || !viewer.Sees(seen)) return Refusal.NotFound();
        if (viewer.MayNot(Right.KeepGuests, seen) is { } forbidden) return forbidden;
        var text = input.Text("list", max: LongestList, required: "Paste a list, or choose a file.") ?? "";
        var list = GuestList.Read(text, ImportChoices.Columns(input));
        return await On(viewer, charterId, input, Right.KeepGuests,
            (charter, actor) => Import(viewer, charter, list, input, actor));
    }

    private async Task<Outcome> Import(
        Viewer viewer, Charter charter, GuestList read, Input input, Actor actor)
    {
        var shown = input.Whole("rows", null, 0, InputLimits.ListItems);
        if (input.Refusal is { } invalid) return invalid;
        var list = read.Against(await Known(charter.Id));
        if ((list.Refusal ?? Over(charter)) is { } refusal) return refusal;
        if (shown is not null && shown != list.Clear.Count())
            return Refusal.Conflict(
                "list_changed", "The guests of this charter have changed since the list was shown. Check it again.");
        var chosen = list.Chosen(ImportChoices.Rows(input));
        if (chosen.Count == 0) return Refusal.Invalid("list", "Choose at least one row.");
        if (await NoRoom(charter, chosen.Count) is { } full) return full;
        // One tick apart, so that they keep the order of the list.
        db.AddRange(chosen.Select((details, i) => new Guest(
            viewer.OperatorId, charter.Id, details, GuestSource.Import, actor with { At = actor.At.AddTicks(i) })));
        return Outcome.Done(charter.Id);
    }

    /// <summary>Reads a list row by row, without changing anything.</summary>
    /// <param name="columns">What the columns hold, as a person said; null to recognize them.</param>
    public async Task<GuestList> Preview(Guid charterId, string text, IReadOnlyList<GuestColumn>? columns) =>
        GuestList.Read(text, columns).Against(await Known(charterId));

    public Task<Outcome> Change(Viewer viewer, Guid charterId, Guid id, Input input) =>
        With(viewer, charterId, id, input, Right.KeepGuests, async (charter, guest, actor) =>
    {
        var details = GuestDetails.Read(input, guest.Details);
        if ((input.Refusal ?? Over(charter)) is { } refusal) return refusal;
        if (details.Email is not null && details.Email != guest.Details.Email
            && await quota.NoMoreTo(guest, actor) is { } tooMany)
            return tooMany;
        await RevokeOldMailbox(guest, details.Email, actor);
        guest.Change(details);
        return null;
    });

    /// <summary>Removes a guest from the list; their signed waiver is kept.</summary>
    public Task<Outcome> Remove(Viewer viewer, Guid charterId, Guid id, Input input) =>
        With(viewer, charterId, id, input, Right.KeepGuests, (charter, guest, _) =>
    {
        if ((input.Refusal ?? Over(charter)) is { } refusal) return Task.FromResult<Refusal?>(refusal);
        if (guest.BoardedAt is not null)
            return Task.FromResult<Refusal?>(
                Refusal.Conflict("aboard",
                    new LocalizedText("{0} is aboard. Mark them ashore before taking them off the list.", guest.Name)));
        guest.Remove();
        db.Remove(guest);
        return Task.FromResult<Refusal?>(null);
    });

    /// <summary>Marks a guest as arrived, boarded or not coming.</summary>
    public Task<Outcome> Mark(Viewer viewer, Guid charterId, Guid id, Input input) =>
        With(viewer, charterId, id, input, Right.SeeGuests, async (charter, guest, actor) =>
    {
        var where = input.Choice<GuestStatus>("where", null, required: "Choose where the guest is.");
        if ((input.Refusal ?? Over(charter)) is { } refusal) return refusal;
        if (guest.NoShowAt is not null && where != GuestStatus.NoShow && await NoRoom(charter) is { } full)
            return full;
        return guest.Mark(where!.Value, actor);
    });

    /// <summary>Mails the guest a link to sign again.</summary>
    public Task<Outcome> MailLink(Viewer viewer, Guid charterId, Guid id, Input input) =>
        With(viewer, charterId, id, input, Right.KeepGuests,
            async (charter, guest, actor) => input.Refusal ?? Over(charter) ?? guest.AskToSign()
                ?? await quota.NoMoreTo(guest, actor) ?? await quota.NoMoreToMailboxOf(guest, actor));

    /// <summary>
    /// Asks once, as an error of the name, if somebody on the list could be the same person. Only forms that can show
    /// the question ask for it, with <c>asks_similar</c>; a program adds whom it says.
    /// </summary>
    private async Task AskWhetherAnother(Guid charterId, GuestDetails details, Input input)
    {
        if (!input.Flag("asks_similar", false) || input.Text(SimilarGuest.AskedField) == details.Name) return;
        var name = new PersonName(details.Name);
        var known = await Known(charterId);
        if (known.FirstOrDefault(guest => guest.Person.IsSame(name)) is { } same)
            input.Error("name", new LocalizedText(SimilarGuest.Same, same.Name));
        else if (known.FirstOrDefault(guest => guest.Person.IsSimilar(name)) is { } similar)
            input.Error("name", new LocalizedText(SimilarGuest.Similar, similar.Name));
    }

    /// <summary>After the address was corrected, the links mailed to the old one no longer work.</summary>
    private async Task RevokeOldMailbox(Guest guest, string? address, Actor actor)
    {
        if (guest.Email is not { } old) return;
        var mailbox = MailboxId.Of(old);
        if (address is not null && MailboxId.Of(address) == mailbox) return;
        var waivers = await db.Waivers.Where(row => row.GuestId == guest.Id || row.Id == guest.WaiverId)
            .Select(row => row.Id).ToListAsync();
        await links.RevokeMailed(guest.OperatorId, [guest.Id, .. waivers], mailbox, actor.At);
    }

    /// <summary>Refuses when the guests would exceed what the vessel may carry.</summary>
    internal async Task<Refusal?> NoRoom(Charter charter, int more = 1)
    {
        var (vessel, capacity, coming) = await CapacityOf(charter);
        return coming + more <= capacity ? null : Refusal.Conflict(
            Gate.OverCapacity,
            new LocalizedText(
                "{0} can carry {1} guests on this charter, and {2} are on the list.", vessel, capacity, coming),
            ("capacity", capacity));
    }

    /// <summary>Says how many of these guests fit; null when all do.</summary>
    public async Task<LocalizedText?> TooMany(Charter charter, int more)
    {
        var (vessel, capacity, coming) = await CapacityOf(charter);
        return coming + more <= capacity
            ? null
            : new LocalizedText(
                "{0} can carry {1} guests on this charter. There are {2} on the list, so {3} of these fit.",
                vessel, capacity, coming, Math.Max(0, capacity - coming));
    }

    private async Task<(string Vessel, int Capacity, int Coming)> CapacityOf(Charter charter)
    {
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId);
        var coming = await db.Guests.Where(Guest.Coming).CountAsync(row => row.CharterId == charter.Id);
        return (vessel.Name, Gate.Room(charter, vessel), coming);
    }

    internal static Refusal? Over(Charter charter) => charter.IsOver || charter.Status == CharterStatus.Returned
        ? charter.TooLateToChange("This charter is {0}; its guests can no longer be changed.")
        : null;

    /// <summary>Refuses joining by a link once the charter is under way.</summary>
    internal static Refusal? Left(Charter charter) => charter.Status >= CharterStatus.Underway
        ? charter.TooLateToChange("This charter is {0}; nobody can be added anymore.")
        : null;

    private async Task<IReadOnlyCollection<KnownGuest>> Known(Guid charterId) =>
        await db.Guests.Where(row => row.CharterId == charterId)
            .Select(row => new KnownGuest(row.Name, row.Email, row.Phone)).ToListAsync();

    private Task<Outcome> On(
        Viewer viewer, Guid charterId, Input input, Right right, Func<Charter, Actor, Task<Outcome>> apply) =>
        change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, charterId) is not { } charter) return Refusal.NotFound();
        return viewer.MayNot(right, charter) is { } refusal ? refusal : await apply(charter, actor);
    });

    private Task<Outcome> With(
        Viewer viewer, Guid charterId, Guid id, Input input, Right right,
        Func<Charter, Guest, Actor, Task<Refusal?>> apply) =>
        WithOutcome(viewer, charterId, id, input, right, async (charter, guest, actor) =>
            await apply(charter, guest, actor) is { } refusal ? refusal : Outcome.Done(id));

    private Task<Outcome> WithOutcome(
        Viewer viewer, Guid charterId, Guid id, Input input, Right right,
        Func<Charter, Guest, Actor, Task<Outcome>> apply) =>
        change.Run(input, async actor =>
    {
        var charter = await db.Charter(viewer, charterId);
        var guest = charter is null ? null : await Find(charterId, id);
        if (charter is null || guest is null) return Refusal.NotFound();
        return viewer.MayNot(right, charter) is { } forbidden ? forbidden : await apply(charter, guest, actor);
    });

    private Task<Guest?> Find(Guid charterId, Guid id) =>
        db.Guests.FirstOrDefaultAsync(row => row.Id == id && row.CharterId == charterId);
}
