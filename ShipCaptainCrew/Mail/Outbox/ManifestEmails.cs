using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>The emails that send a charter's manifest ashore.</summary>
internal static class ManifestEmails
{
    /// <summary>To the shore contact of the standing orders or, if there is none, to the office.</summary>
    public static async Task<IEnumerable<OutboxEmail>> SentAshore(this EmailTrigger trigger, Guid musterId)
    {
        var shoreContact = (await trigger.Db.StandingOrders.AsNoTracking().FirstOrDefaultAsync())?.ShoreContact.Email;
        return shoreContact is not null
            ? [trigger.Email(ManifestSentAshoreEmail.Kind, null, musterId)]
            : (await trigger.Office())
                .Select(memberId => trigger.Email(ManifestSentAshoreEmail.Kind, memberId, musterId));
    }
}
