using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>Who is told ashore that a boat is out.</summary>
internal static class ManifestEmails
{
    /// <summary>
    /// The manifest goes to the shore contact of the standing orders; where nobody is named, to the office.
    /// </summary>
    public static async Task<IEnumerable<OutboxEmail>> SentAshore(this EmailTrigger cause, Guid musterId)
    {
        var ashore = (await cause.Db.StandingOrders.AsNoTracking().FirstOrDefaultAsync())?.ShoreContact.Email;
        return ashore is not null
            ? [cause.Email(ManifestSentAshoreEmail.Kind, null, musterId)]
            : (await cause.Office()).Select(memberId => cause.Email(ManifestSentAshoreEmail.Kind, memberId, musterId));
    }
}
