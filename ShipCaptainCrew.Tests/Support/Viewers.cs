using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Domain.Charters;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// Viewers of the charters of <see cref="UtcCharter"/>: Olive is owner, Dana dispatcher; Kim, Sam and Alex are crew.
/// </summary>
internal static class Viewers
{
    public const string Home = "/queen";

    public static readonly Viewer Olive = Of("Olive", MemberRole.Owner), Dana = Of("Dana", MemberRole.Dispatcher);
    public static readonly Viewer Kim = Of(UtcCharter.Kim), Sam = Of(UtcCharter.Sam);

    /// <summary>A deckhand with no position on the charter.</summary>
    public static readonly Viewer Alex = Of(UtcCharter.MemberWith("Alex", CrewRole.Deckhand));

    public static CharterPages PagesOf(Charter charter) => Kim.Pages.Charter(charter.Id);

    private static Viewer Of(string name, MemberRole role) => Of(UtcCharter.MemberWith(name)) with { Role = role };

    private static Viewer Of(Member member) => new()
    {
        PersonId = member.PersonId,
        SessionId = Guid.CreateVersion7(),
        OperatorId = member.OperatorId,
        OperatorSlug = Home[1..],
        OperatorName = "Queen of San Diego",
        TimeZone = "UTC",
        Locale = "en-US",
        PortName = "San Diego",
        MemberId = member.Id,
        Name = member.Name,
        Email = member.Email,
        Role = member.Role,
        Qualifications = member.Qualifications,
    };
}
