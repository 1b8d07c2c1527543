using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To the captains of a vessel's next charters and the office: she does not sail, and why. Needless once it is put right.</summary>
public sealed class DefectLetter(ShipDb db, Letterhead head, IStringLocalizer<Text> l) : IWriter
{
    public const string Kind = "no_sail";

    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        var defect = await db.Defects.AsNoTracking().FirstOrDefaultAsync(row => row.Id == letter.SubjectId, cancel);
        if (defect is not { HoldsTheBoat: true }) return null;
        var people = await db.Members.AsNoTracking().Where(row => row.Id == letter.MemberId || row.Id == defect.RaisedBy).ToDictionaryAsync(row => row.Id, cancel);
        if (people[letter.MemberId!.Value] is not { MayCome: true } to) return null;
        var house = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == letter.OperatorId, cancel);
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == defect.VesselId, cancel);
        return Say(defect, vessel, house, to, defect.RaisedBy is { } by ? people.GetValueOrDefault(by)?.Name : null);
    }

    private Sheet Say(Defect defect, Vessel vessel, Operator house, Member to, string? by) =>
        new(new(to.Name, to.Email), l["No-sail: {0} stays alongside", vessel.Name], l["{0} does not sail until this is put right.", vessel.Name])
        {
            Sender = house.Name,
            Says = [defect.What],
            Facts = [new(l["Vessel"], vessel.Name), new(l["Reported by"], by), new(l["Reported"], When(defect, vessel, house))],
            Act = new(l["See the fault"], head.Link(new OperatorPages(house.Slug).Defect(vessel.Id, defect.Id))),
            Closing = l["You get this because you are a member of {0}.", house.Name],
        };

    private static string When(Defect defect, Vessel vessel, Operator house) =>
        LocalTime.At(defect.RaisedAt, TimeZoneInfo.FindSystemTimeZoneById(vessel.Details.TimeZone ?? house.TimeZone)).ToString("ddd d MMM HH:mm", System.Globalization.CultureInfo.CurrentCulture);
}
