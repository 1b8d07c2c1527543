using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>
/// The emails to crew, guests and booker about a charter that is changed, cancelled, or on again. Nobody is told about
/// a draft, and guests and booker are told nothing after lines off or after its planned end.
/// </summary>
internal static class NoticeEmails
{
    public static async Task<IEnumerable<OutboxEmail>> Changed(this EmailTrigger trigger, CharterChanged changed)
    {
        var charter = await trigger.Charter();
        if (charter.Status == CharterStatus.Draft) return [];
        var crew = changed.Moved
            ? CrewOf(charter).Except(trigger.PositionEvents.Select(change => change.MemberId))
            : [];
        return
        [
            .. crew.Select(memberId => trigger.Email(CharterChangedEmail.Kind, memberId, charter.Id)),
            .. await trigger.ToGuests(CharterChangedForGuestsEmail.Kind, charter),
        ];
    }

    public static async Task<IEnumerable<OutboxEmail>> Cancelled(this EmailTrigger trigger)
    {
        var charter = await trigger.Charter();
        return
        [
            .. CrewOf(charter).Select(memberId => trigger.Email(CharterCancelledEmail.Kind, memberId, charter.Id)),
            .. await trigger.ToGuests(CharterCancelledForGuestsEmail.Kind, charter),
        ];
    }

    public static async Task<IEnumerable<OutboxEmail>> Reinstated(this EmailTrigger trigger)
    {
        var charter = await trigger.Charter();
        return
        [
            .. CrewOf(charter).Select(memberId => trigger.Email(CharterReinstatedEmail.Kind, memberId, charter.Id)),
            .. await trigger.ToGuests(CharterReinstatedEmail.Kind, charter),
        ];
    }

    /// <summary>Everyone who was emailed about the status change is told that it was undone.</summary>
    public static async Task<IEnumerable<OutboxEmail>> MoveUndone(this EmailTrigger trigger, MoveUndone undone)
    {
        var (wasCancelled, wasPublished) = (undone.From == CharterStatus.Cancelled, undone.To == CharterStatus.Draft);
        if (wasCancelled == wasPublished) return [];
        var facts = new MoveUndoneEmail.Facts(undone.From).ToJson();
        var charter = await trigger.Charter();
        return
        [
            .. CrewOf(charter).Select(memberId => trigger.Email(MoveUndoneEmail.Kind, memberId, charter.Id, facts)),
            .. await trigger.ToGuests(MoveUndoneEmail.Kind, charter, facts),
        ];
    }

    /// <summary>To one guest for each mailbox, and to the booker, for whom the subject is the charter.</summary>
    private static async Task<IEnumerable<OutboxEmail>> ToGuests(
        this EmailTrigger trigger, string kind, Charter charter, string facts = "{}")
    {
        if (!charter.TellsGuests(trigger.By.At)) return [];
        var recipients = await trigger.Db.NoticeRecipients(charter);
        var subjectIds = recipients.MailedGuests.Select(guest => guest.Id);
        if (recipients.Booker is not null) subjectIds = subjectIds.Append(charter.Id);
        return subjectIds.Select(subjectId => trigger.Email(kind, null, subjectId, facts));
    }

    private static IEnumerable<Guid> CrewOf(Charter charter) =>
        charter.Positions.Where(position => !position.IsOpen).Select(position => position.MemberId!.Value);
}
