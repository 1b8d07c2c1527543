using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to the old address after an email change, so that its owner learns of a change by somebody else.
/// </summary>
public sealed class AddressLeftEmail(AppDbContext db, SessionResolver sessions, IStringLocalizer<Text> l)
    : IEmailComposer
{
    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        if (await db.Set<EmailChange>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == email.SubjectId, cancel) is not { } emailChange)
            return null;
        var operators = await sessions.OperatorsOf(emailChange.PersonId, cancel);
        var operatorNames = string.Join(", ", operators.Select(theOperator => theOperator.Name));
        return new(new("", emailChange.OldEmail), l["Your email address was changed"],
            l["You sign in with {0} from now on, and no longer with this address.", emailChange.Email])
        {
            Paragraphs = [
                l[
                    "Both addresses confirmed the change. You are signed out everywhere except where you asked for "
                    + "it. Your passkeys still work."]],
            Closing = l[
                "If it was not you, call the office right away ({0}): they can suspend you until it is fixed.",
                operatorNames],
        };
    }
}
