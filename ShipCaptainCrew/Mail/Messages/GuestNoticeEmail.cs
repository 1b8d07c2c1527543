using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>What emails about a charter to its guests and to the booker have in common.</summary>
public abstract class GuestNoticeEmail(CharterContexts contexts, Sender sender, IStringLocalizer<Text> l)
    : CharterEmail(contexts, sender, l)
{
    /// <summary>An email without a button. The booker also reads the booking reference.</summary>
    protected EmailContent ToGuest(CharterContext context, Recipient to, string subject, string opening) =>
        new(to, subject, opening)
    {
        Language = context.Language,
        Sender = EmailSender.Of(context.Operator),
        Facts = [Reference(context)],
        Closing = context.IsToBooker
            ? null
            : L["You get this because you are on the guest list of {0}.", context.Operator.Name].Value,
    };

    /// <summary>When and where the guests are expected.</summary>
    protected IReadOnlyList<EmailFact> Plan(CharterContext context) =>
    [
        new(L["Vessel"], context.Vessel),
        new(L["Departure"], context.When),
        new(L["Return"], context.Clock(context.Charter.Return)),
        new(L["Guests arrive"], context.Clock(context.Charter.GuestsArriveAt)),
        new(L["Meeting point"], context.Charter.MeetingPoint),
        new(L["Times"], L["{0} time", context.ClockPlace]),
        Reference(context),
    ];

    /// <param name="byMistake">Whether the cancellation was undone at once, so that it was a mistake.</param>
    protected EmailContent SailsAfterAll(CharterContext context, Recipient to, bool byMistake) => ToGuest(
        context,
        to,
        L["Not canceled after all: your charter on {0}, {1}", context.When, context.Vessel],
        L["Your charter aboard {0} on {1} is not canceled after all.", context.Vessel, context.When]) with
    {
        Paragraphs =
        [
            byMistake
                ? L[
                    "If you got a cancellation, it was sent by mistake. We are sorry. {0} can answer any question.",
                    context.Operator.Name]
                : L[
                    "The charter is on again. Signed waivers stay signed. {0} can answer any question.",
                    context.Operator.Name],
        ],
        Facts = Plan(context),
    };

    private EmailFact Reference(CharterContext context) =>
        new(L["Your reference"], context.IsToBooker ? context.Charter.Reference : null);
}
