using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>An email about a charter, composed from its data at the time of sending.</summary>
public abstract class CharterEmail(CharterContexts contexts, Sender sender, IStringLocalizer<Text> l) : IEmailComposer
{
    protected IStringLocalizer<Text> L => l;

    /// <summary>Whether members who can no longer sign in get the email too.</summary>
    protected virtual bool IncludesInactiveMembers => false;

    public virtual async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        if (await contexts.Find(email, cancel) is not { } context) return null;
        Languages.Speak(context.Language, context.Operator.EffectiveLocale);
        return RecipientOf(context) is { } to && Write(context, to) is { } content
            ? await Finish(content, context, cancel)
            : null;
    }

    /// <returns>Null if the email is no longer needed.</returns>
    protected abstract EmailContent? Write(CharterContext context, Recipient to);

    /// <summary>Adds parts that must be created first, such as a link.</summary>
    protected virtual Task<EmailContent> Finish(
        EmailContent content, CharterContext context, CancellationToken cancel) =>
        Task.FromResult(content);

    protected virtual Recipient? RecipientOf(CharterContext context) =>
        context.Email.MemberId is null ? context.Outsider
        : context.Member(context.Email.MemberId) is { } member && (member.CanSignIn || IncludesInactiveMembers)
            ? new(member.Name, member.Email)
            : null;

    /// <summary>The parts common to all emails to the crew.</summary>
    protected EmailContent About(CharterContext context, Recipient to, string subject, string opening) =>
        new(to, subject, opening)
    {
        Sender = EmailSender.Of(context.Operator),
        Facts = Facts(context),
        Action = new(L["See the charter"], PageOf(context)),
        Closing = L["You get this because you are a member of {0}.", context.Operator.Name],
    };

    protected string PageOf(CharterContext context) =>
        sender.Link(new OperatorPages(context.Operator.Slug).Charter(context.Charter.Id).Home);

    protected string Role(CrewRole role) => L[role.Label().Text];

    private IReadOnlyList<EmailFact> Facts(CharterContext context) =>
    [
        new(L["Charter"], context.Charter.Title.Length > 0 ? context.Charter.Title : null),
        new(L["Vessel"], context.Vessel),
        new(L["Be aboard"],
            context.IsOn && context.Position is not null ? context.Clock(context.Charter.CallTime) : null),
        new(L["Departure"], context.When),
        new(L["Return"], context.Clock(context.Charter.Return)),
        new(L["Meeting point"], context.Charter.MeetingPoint),
        new(L["Times"], L["{0} time", context.ClockPlace]),
    ];
}
