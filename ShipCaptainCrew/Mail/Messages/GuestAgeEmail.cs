using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to the captain and the office when a guest's age on the date of the charter is not that of the list, so that
/// somebody else signs for them than before. Not sent if the guest is no longer on the list or was corrected since.
/// </summary>
public sealed class GuestAgeEmail(
    AppDbContext db, CharterContexts contexts, Sender sender, IStringLocalizer<Text> l)
    : CharterEmail(contexts, sender, l)
{
    public const string Kind = "guest_age";

    private Guest? guest;

    public override async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        guest = await db.Guests.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.SubjectId, cancel);
        return guest?.IsMinor == Facts.Of(email).IsMinor ? await base.Compose(email, cancel) : null;
    }

    protected override EmailContent? Write(CharterContext context, Recipient to)
    {
        if (!context.IsOn) return null;
        var name = TypedName.ForEmail(guest!.Name);
        var (subject, opening) = guest.IsMinor
            ? (L["{0} is under 18: {1}", name, context.Trip],
                L["{0} is under 18 on the day of the charter: a parent or guardian signs.", name])
            : (L["{0} is 18: {1}", name, context.Trip],
                L["{0} is 18 or older on the day of the charter and signs for themselves.", name]);
        return About(context, to, subject, opening) with
        {
            Paragraphs = [guest.HasSigned
                ? L["They have signed."]
                : L["What was signed for them before no longer counts. The record is kept."]],
        };
    }

    /// <summary>The facts stored with the email: as what the guest is listed now.</summary>
    internal sealed record Facts(bool IsMinor)
    {
        public static Facts Of(OutboxEmail email) => JsonSerializer.Deserialize<Facts>(email.Facts)!;

        public string ToJson() => JsonSerializer.Serialize(this);
    }
}
