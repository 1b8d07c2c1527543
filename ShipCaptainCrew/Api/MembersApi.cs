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
            .WithName("inviteMemberAgain")
            .WithSummary("Emails the invitation again")
            .Refuses(409, 429).Produces<MemberJson>();
    }

    private static async Task<IResult> InviteAgain(
        Guid id, HttpRequest request, Viewer viewer, MemberActions members, AppDbContext db) =>
        await Endpoints.Answer(await members.InviteAgain(viewer, id, await request.ReadJson()), viewer, db);
}
