using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>
/// To the captain, then ashore: a boat is overdue. It goes out whatever hour it is and whatever letters somebody does without; it is needless
/// once she is back, in hand, due later, or a newer one waits.
/// </summary>
public sealed class OverdueLetter(ShipDb db, SignedLinks links, LinksInHand hand, Letterhead head, TimeProvider clock, IStringLocalizer<Text> l) : IWriter
{
    public const string Kind = "overdue";

    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == letter.CharterId, cancel);
        var orders = await db.Orders(cancel);
        var grace = StandingOrdersDetails.GraceOf(orders.GraceMinutes);
        if (charter is not { Overdue: null } || !charter.IsOverdue(clock.GetUtcNow(), grace)) return null;
        if (await IsOvertaken(letter, cancel)) return null;

        var house = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == letter.OperatorId, cancel);
        var vessel = await db.Vessels.Where(row => row.Id == charter.VesselId).Select(row => row.Details.Name).FirstAsync(cancel);
        var people = await db.Members.AsNoTracking().Where(row => row.Id == letter.MemberId || row.Id == charter.CaptainId).ToListAsync(cancel);
        var member = people.Find(row => row.Id == letter.MemberId);
        if ((letter.MemberId is null ? orders.ShoreContact.Email : member?.Email) is not { } address) return null;
        var to = new Recipient(member?.Name ?? orders.ShoreContact.Name ?? "", address);
        var isShut = house.SuspendedAt is not null;
        return Say(charter, vessel, house, people.Find(row => row.Id == charter.CaptainId), to) with
        {
            Says = letter.MemberId is not null && letter.MemberId == charter.CaptainId ? ToTheCaptain(isShut) : Ashore,
            Act = new(l["What to do now"], head.Link(member is null || isShut
                ? OpenPages.Overdue(await Token(letter, charter, cancel))
                : new OperatorPages(house.Slug).Charter(charter.Id).Overdue)),
        };
    }

    /// <param name="isShut">Nobody comes aboard of the operator any more, so all fast cannot be said.</param>
    private string[] ToTheCaptain(bool isShut) =>
    [
        isShut
            ? l["If all is well, say on the page below that you have it in hand. Ashore they are told next, and every 15 minutes, until somebody does. All fast cannot be said while the operator is suspended."]
            : l["If all is well, say all fast, or have the office put the return later. Ashore they are told next, and every 15 minutes, until you do or somebody has it in hand."],
        l["If anybody is in danger, call for help now: VHF channel 16, or the emergency number. This letter is no distress alarm."],
    ];

    private string[] Ashore =>
    [
        l["Call the captain and the crew. If nobody answers, call the Coast Guard: VHF channel 16, or the emergency number. The page says what to read out."],
        l["This letter is no distress alarm: nobody else may have read it. It comes every 15 minutes until somebody says that they have it in hand, or she is all fast."],
    ];

    private Sheet Say(Charter charter, string vessel, Operator house, Member? captain, Recipient to)
    {
        var due = Clock(charter, charter.Return, "HH:mm");
        return new(to, l["OVERDUE: {0}, due {1}", vessel, due!], l["{0} was due back at {1}, and nobody has said all fast.", vessel, due!])
        {
            Sender = house.Name,
            Facts =
            [
                new(l["Vessel"], vessel),
                new(l["Charter"], charter.Title.Length > 0 ? charter.Title : null),
                new(l["Captain"], captain is null ? null : string.Join(", ", new[] { captain.Name, captain.Phone }.Where(word => word is not null))),
                new(l["Lines off"], Clock(charter, charter.ActualDeparture, "ddd d MMM HH:mm")),
                new(l["Due back"], Clock(charter, charter.Return, "ddd d MMM HH:mm")),
                new(l["Times"], l["local, {0}", charter.TimeZone]),
            ],
        };
    }

    private async Task<string> Token(Letter letter, Charter charter, CancellationToken cancel) => (hand.For(letter.Id) ?? hand.Keep(letter.Id, new(
        await links.Issue(LinkKind.Overdue, charter.OperatorId, charter.Id, letter.MemberId, clock.GetUtcNow() + Life, cancel)))).Token;

    private Task<bool> IsOvertaken(Letter letter, CancellationToken cancel) => db.Letters.AnyAsync(
        other => other.Kind == Kind && other.CharterId == letter.CharterId && other.MemberId == letter.MemberId && other.CreatedAt > letter.CreatedAt, cancel);

    private static string? Clock(Charter charter, DateTimeOffset? at, string format) =>
        at is null ? null : LocalTime.At(at.Value, charter.Zone).ToString(format, CultureInfo.CurrentCulture);
}
