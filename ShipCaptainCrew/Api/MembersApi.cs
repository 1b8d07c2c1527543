using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

internal static class MembersApi
{
    private static readonly ReferenceEndpoints<Member, MemberActions, MemberJson> Endpoints =
        new("/members", MemberJson.Of, typeof(MemberBody), typeof(MemberEdit), StatusCodes.Status409Conflict);

    public static void MapMembers(this RouteGroupBuilder api)
    {
        Endpoints.Map(api);
        api.MapPost("/members/{id:guid}/invite", InviteAgain)
            .WithSummary("Mails the invitation again")
            .Refuses(409, 429).Produces<MemberJson>();
    }

    private static async Task<IResult> InviteAgain(
        Guid id, HttpRequest request, Viewer viewer, MemberActions members, AppDbContext db) =>
        await Endpoints.Answer(await members.InviteAgain(viewer, id, await request.ReadJson()), viewer, db);
}

/// <summary>A member.</summary>
internal sealed record MemberJson
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string? Email { get; init; }

    public required string? Phone { get; init; }

    public required MemberRole Role { get; init; }

    public required IReadOnlyList<CrewRole> Qualifications { get; init; }

    public required MemberStatus Status { get; init; }

    /// <summary>Email and phone are only for the office and the member; crew see the rest.</summary>
    public static MemberJson Of(Member m, Viewer viewer) => viewer.IsOffice || viewer.MemberId == m.Id
        ? new()
        {
            Id = m.Id,
            Name = m.Name,
            Email = m.Email,
            Phone = m.Phone,
            Role = m.Role,
            Qualifications = m.Qualifications,
            Status = m.Status,
        }
        : new()
        {
            Id = m.Id,
            Name = m.Name,
            Email = null,
            Phone = null,
            Role = m.Role,
            Qualifications = m.Qualifications,
            Status = m.Status,
        };
}
