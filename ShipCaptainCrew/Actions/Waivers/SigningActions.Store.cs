using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>Stores a signature: the waiver record, its retention, and the guests it covers.</summary>
public sealed partial class SigningActions
{
    private async Task<Outcome> Store(
        WaiverView view, Guest guest, Signing signing, IReadOnlyList<Guest> children, string consent,
        SigningVisit visit, Actor actor)
    {
        var id = Guid.CreateVersion7();
        await records.Append(Content(id, view, signing, children, consent, visit, actor));
        // The guest can be one of the children.
        foreach (var (child, entered) in children.Zip(signing.Children))
            child.Sign(id, signing.SignerName, actor, entered.BirthDate);
        guest.Sign(id, signing.SignerName, actor);
        var orders = await db.Orders();
        var from = signing.OfAge is { } ofAge && ofAge > view.Charter.Date ? ofAge : view.Charter.Date;
        db.Add(new WaiverRetention(db.OperatorId, id, from.AddYears(orders.WaiverYears)));
        return Outcome.New(id);
    }

    private static WaiverContent Content(
        Guid id,
        WaiverView view,
        Signing signing,
        IReadOnlyList<Guest> children,
        string consent,
        SigningVisit visit,
        Actor actor) => new()
    {
        WaiverId = id,
        Operator = new(view.Operator.Id, view.Operator.Name),
        Event = new(view.Charter.Id, view.Charter.Title, view.Vessel, view.Charter.Date, view.Charter.TimeZone),
        GuestId = view.Guest.Id,
        GuestName = view.Guest.Name,
        Template = new(
            view.Template!.Id,
            view.Template.Name,
            view.Template.Version,
            WaiverVersion.HashOf(view.Text!.Html)),
        Html = view.Html,
        Language = view.Text.Language,
        ConsentText = consent,
        ConsentVersion = ConsentVersion,
        SignerName = signing.SignerName,
        Email = signing.Email,
        SignaturePath = signing.Path,
        GuardianRelationship = signing.Relationship,
        SignerBirthDate = signing.OwnBirthDate,
        Children =
        [
            .. signing.Children.Zip(
                children, (child, listed) => new ChildShown(child.Name, child.BirthDate, listed.Id)),
        ],
        ReachedBy = new(visit.Kind, view.Link.Id, visit.Kind == "mail" ? view.Guest.Email : null),
        ViewedAt = visit.ViewedAt,
        SignedAt = actor.At,
        TimeZone = view.Charter.TimeZone,
        Ip = visit.Ip,
        UserAgent = visit.UserAgent,
        AppVersion = App,
    };
}
