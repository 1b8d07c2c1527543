using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Mail;

/// <summary>Who is told ashore that a boat is out.</summary>
internal static class AshoreLetters
{
    /// <summary>The manifest goes to the shore contact of the standing orders; where nobody is named, to the office.</summary>
    public static async Task<IEnumerable<Letter>> SentAshore(this Cause cause, Guid musterId)
    {
        var ashore = (await cause.Db.StandingOrders.AsNoTracking().FirstOrDefaultAsync())?.ShoreContact.Email;
        return ashore is not null ? [cause.Letter(AshoreLetter.Kind, null, musterId)] : (await cause.Office()).Select(memberId => cause.Letter(AshoreLetter.Kind, memberId, musterId));
    }
}
