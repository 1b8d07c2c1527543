using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Accepting an invitation while signed in. A person's first invitation is accepted by signing in.</summary>
internal static class InvitationsApi
{
    public static void MapInvitations(this RouteGroupBuilder api) =>
        api.MapPost("/invitations/accept", Accept)
            .WithMetadata(new NeedsNoOperatorAttribute())
            .WithName("acceptInvitation")
            .WithSummary("Accepts an invitation to another operator")
            .Takes<AcceptBody>().Produces<MeJson>();

    private static async Task<IResult> Accept(HttpContext http, Invitations invitations, FailedAttempts attempts)
    {
        if (attempts.Exceeds(http)) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        var input = await http.Request.ReadJson();
        // No length limit: a token of any length gets the same response as an unknown one.
        var token = input.Text("token", max: int.MaxValue);
        if (input.Refusal is { } invalid) return new Refused(invalid);
        var (viewer, refusal) = await invitations.Accept(http.SignInSession(), token ?? "", http.RequestAborted);
        if (refusal is { Kind: RefusalKind.Malformed }) attempts.Count(http);
        return refusal is null ? Results.Ok(MeJson.Of(viewer!)) : new Refused(refusal);
    }
}
