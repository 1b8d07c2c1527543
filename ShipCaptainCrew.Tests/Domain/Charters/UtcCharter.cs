using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>
/// Charters of the vessel Aurora with the zone UTC: boarding at 17:00, lines off at 17:30, all fast at 20:00.
/// </summary>
internal static class UtcCharter
{
    public static readonly Guid Operator = Guid.CreateVersion7();
    public static readonly Member Kim = MemberWith("Kim", CrewRole.Captain, CrewRole.FirstMate);
    public static readonly Member Sam = MemberWith("Sam", CrewRole.Deckhand);
    public static readonly Vessel Aurora = new(Operator, new()
    {
        Name = "Aurora",
        PassengerCapacity = 12,
        MaxPersons = 14,
        MinimumCrew = 2,
    });

    public static DateTimeOffset At(int hour, int minute = 0) => new(2026, 7, 4, hour, minute, 0, TimeSpan.Zero);

    public static Actor ByKim(int hour, int minute = 0) => new(Kim.Id, At(hour, minute));

    public static Plan Plan(int? guests = null) =>
        new()
        {
            VesselId = Aurora.Id,
            Date = new(2026, 7, 4),
            Title = "Sunset sail",
            Departure = At(17, 30),
            DepartureGiven = true,
            Return = At(20),
            ReturnGiven = true,
            Contact = Contact.None,
            GuestsExpected = guests,
        };

    /// <summary>Published at 08:00, with Kim as captain.</summary>
    public static Charter Scheduled(bool automatic = false, Manning? manning = null, int? guests = null)
    {
        var charter = Draft(automatic, manning, guests);
        charter.AppointCaptain(Kim, ByKim(8));
        charter.Publish(ByKim(8));
        charter.TakeEvents();
        return charter;
    }

    public static Charter Draft(bool automatic = false, Manning? manning = null, int? guests = null) =>
        new(Operator, Plan(guests), "UTC", TypeOf(automatic, manning));

    public static CharterType TypeOf(bool automatic = false, Manning? manning = null) => new(Operator, new()
    {
        Name = "Sunset sail",
        Schedule = new() { Anchor = DepartureRule.Fixed, Time = new(17, 30), DurationMinutes = 150 },
        Roles = manning ?? new(1, 0, 1),
        ChecklistTemplateIds = [],
        AutomaticTransitions = automatic,
    });

    /// <summary>A charter moved to a status, each status change at its planned time.</summary>
    public static Charter In(CharterStatus status)
    {
        if (status == CharterStatus.Draft) return Draft();
        var charter = Scheduled();
        if (status == CharterStatus.Cancelled) charter.Cancel("Gale", ByKim(9));
        if (status is CharterStatus.Boarding or CharterStatus.Underway or CharterStatus.Returned
            or CharterStatus.Closed)
            charter.Board(ByKim(17));
        if (status is CharterStatus.Underway or CharterStatus.Returned or CharterStatus.Closed)
            charter.Depart(null, [], null, ByKim(17, 30));
        if (status is CharterStatus.Returned or CharterStatus.Closed) charter.MarkReturned(null, ByKim(20));
        if (status == CharterStatus.Closed) charter.Close(ByKim(20, 30));
        charter.TakeEvents();
        return charter;
    }

    public static Checklist List(Charter charter, Phase phase, params (string Text, bool Required)[] items) =>
        new(charter.Id, new ChecklistTemplate(Operator, new("List", phase, [.. items.Select(ToItem)])), 0);

    private static TemplateItem ToItem((string Text, bool Required) item) => new(item.Text, item.Required);

    public static Member MemberWith(string name, params CrewRole[] qualifications) =>
        new(Operator, Guid.CreateVersion7(), new()
        {
            Name = name,
            Email = $"{name}@example.com",
            Role = MemberRole.Crew,
            Qualifications = qualifications,
        });
}
