using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to the captains of a vessel's next charters and to the office when a no-sail defect is reported. Not sent if
/// the defect is already fixed.
/// </summary>
public sealed class NoSailDefectEmail(AppDbContext db, Sender sender, IStringLocalizer<Text> l) : IEmailComposer
{
    public const string Kind = "no_sail";

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        var defect = await db.Defects.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.SubjectId, cancel);
        if (defect is not { BlocksDeparture: true }) return null;
        var people = await db.Members.AsNoTracking().Where(row => row.Id == email.MemberId || row.Id == defect.RaisedBy)
            .ToDictionaryAsync(row => row.Id, cancel);
        if (people[email.MemberId!.Value] is not { CanSignIn: true } to) return null;
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == email.OperatorId, cancel);
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == defect.VesselId, cancel);
        var reporter = defect.RaisedBy is { } by ? people.GetValueOrDefault(by)?.Name : null;
        return Write(defect, vessel, theOperator, to, reporter);
    }

    private EmailContent Write(Defect defect, Vessel vessel, Operator theOperator, Member to, string? reporter) =>
        new(new(to.Name, to.Email), l["No-sail: {0} stays at the dock", vessel.Name],
            l["{0} does not sail until this is fixed.", vessel.Name])
        {
            Sender = EmailSender.Of(theOperator),
            Paragraphs = [defect.What],
            Facts =
            [
                new(l["Vessel"], vessel.Name),
                new(l["Reported by"], reporter),
                new(l["Reported"], When(defect, vessel, theOperator)),
            ],
            Action = new(
                l["See the problem"], sender.Link(new OperatorPages(theOperator.Slug).Defect(vessel.Id, defect.Id))),
            Closing = l["You get this because you are a member of {0}.", theOperator.Name],
        };

    private static string When(Defect defect, Vessel vessel, Operator theOperator)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(vessel.Details.TimeZone ?? theOperator.TimeZone);
        return TimeText.Of(defect.RaisedAt, zone, TimeParts.DayAndTime);
    }
}
