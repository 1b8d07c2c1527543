using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace Bench.Generate;

/// <summary>
/// One charter from its planning on, by the product's own rules: with its crew, checklists and guests and, if it is
/// over, with signed waivers, completed checklists and its return.
/// </summary>
internal sealed class CharterHistory(OperatorData data, OperatorLog log, WaiverChain waivers)
{
    private static readonly RequestOrigin Link = new(null, "203.0.113.7");
    private Charter charter = null!;
    private List<Checklist> checklists = [];
    private List<Guest> guests = [];

    /// <summary>Its rows.</summary>
    public IEnumerable<object> Rows =>
        [charter, .. charter.Positions, .. checklists, .. checklists.SelectMany(list => list.Items), .. guests];

    public Guid CharterId => charter.Id;

    public void SetRevision(long seq) => charter.SetRevision(seq);

    public void Plan(DateOnly date, int guestCount, DateTimeOffset at)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(data.Operator.TimeZone);
        var departure = data.Type.Schedule.DepartureOn(date, data.Operator.HomePort, zone);
        charter = new(data.Operator.Id, new()
        {
            VesselId = data.Vessel.Id,
            Date = date,
            Title = "Harbor tour",
            Departure = departure,
            Return = departure?.AddMinutes(data.Type.Schedule.DurationMinutes),
            MeetingPoint = "Pier 3, at the flagpole",
            Contact = Contact.None,
            GuestsExpected = guestCount,
        }, data.Operator.TimeZone, data.Type);
        var office = new Actor(data.Owner.Id, at);
        Check(charter.Publish(office));
        checklists = [.. data.Templates.Select((template, i) => new Checklist(charter.Id, template, i))];
        log.Take(office, [charter, .. checklists]);
        Claim(CrewRole.Captain, data.Captain, at.AddHours(1));
        Claim(CrewRole.FirstMate, data.Mate, at.AddHours(2));
        Claim(CrewRole.Deckhand, data.Deckhand, at.AddHours(3));
        for (var i = 0; i < guestCount; i++) AddGuest(GuestNames.Of(date.DayNumber + i), at.AddHours(4).AddMinutes(i));
    }

    /// <summary>Runs the planned charter to its end.</summary>
    public void Sail()
    {
        var departure = charter.Departure!.Value;
        for (var i = 0; i < guests.Count; i++) Sign(guests[i], departure.AddHours(-20).AddMinutes(i));
        Complete(checklists[0], departure.AddMinutes(-90));
        Move(data.Captain, departure.AddMinutes(-30), actor => charter.Board(actor));
        foreach (var guest in guests) Board(guest, departure.AddMinutes(-20));
        Move(data.Captain, departure, actor => charter.Depart(actor.At, [], null, actor));
        Complete(checklists[1], departure.AddMinutes(20));
        Move(data.Captain, charter.Return!.Value, actor => charter.MarkReturned(actor.At, actor));
        Complete(checklists[2], charter.Return.Value.AddMinutes(5));
        Move(data.Captain, charter.Return.Value.AddMinutes(50), actor => charter.Close(actor));
    }

    private void Claim(CrewRole role, Member member, DateTimeOffset at) =>
        Move(member, at, actor => charter.Claim(role, member, actor));

    private void Move(Member member, DateTimeOffset at, Func<Actor, Refusal?> move)
    {
        var actor = new Actor(member.Id, at);
        Check(move(actor));
        log.Take(actor, charter);
    }

    private void AddGuest(string name, DateTimeOffset at)
    {
        var actor = new Actor(data.Owner.Id, at);
        guests.Add(new(data.Operator.Id, charter.Id, new() { Name = name }, GuestSource.Office, actor));
        log.Take(actor, guests[^1]);
    }

    private void Sign(Guest guest, DateTimeOffset at)
    {
        var actor = new Actor(null, at) { From = Link };
        waivers.Sign(charter, guest, actor);
        log.Take(actor, guest);
    }

    private void Board(Guest guest, DateTimeOffset at)
    {
        var actor = new Actor(data.Mate.Id, at);
        Check(guest.Mark(GuestStatus.Boarded, actor));
        log.Take(actor, guest);
    }

    private void Complete(Checklist list, DateTimeOffset at)
    {
        foreach (var (i, item) in list.Items.Index())
        {
            var actor = new Actor(data.Deckhand.Id, at.AddMinutes(i));
            Check(list.Mark([new(item.Id, ItemState.Complete, null)], actor));
            log.Take(actor, list);
        }
    }

    private static void Check(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException(refusal.ToString());
    }
}
