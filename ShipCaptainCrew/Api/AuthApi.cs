using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Sign-in endpoints.</summary>
internal static class AuthApi
{
    public static void MapAuth(this RouteGroupBuilder api)
    {
        api.MapPost("/auth/magic-links", Ask)
            .AllowAnonymous().RequireRateLimiting(RateLimits.SignIn)
            .WithName("requestSignInLink")
            .WithSummary("Emails a sign-in link if the address belongs to a person")
            .Takes<AskBody>().Produces<AskJson>(202);
        api.MapPost("/auth/tokens", Exchange)
            .AllowAnonymous()
            .WithName("createToken")
            .WithSummary("Exchanges a sign-in link or code for a token")
            .Takes<TokenBody>().Refuses(409).Produces<TokenJson>();
        api.MapGet("/me", (Viewer viewer) => MeJson.Of(viewer))
            .WithName("getMe")
            .WithSummary("Gets the person the token belongs to")
            .Produces<MeJson>();
    }

    private static async Task<IResult> Ask(HttpRequest request, MagicLinks links)
    {
        var input = await request.ReadJson();
        var email = input.Email("email", required: "Enter your email address.");
        if (input.Refusal is { } invalid) return new Refused(invalid);
        var device = DeviceCookie.Get(request.HttpContext);
        return Results.Accepted(null, new AskJson(await links.Ask(email!, device, request.HttpContext.RequestAborted)));
    }

    private static async Task<IResult> Exchange(
        HttpRequest request, TokenExchange tokenExchange, FailedAttempts attempts)
    {
        if (attempts.Exceeds(request.HttpContext)) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        var input = await request.ReadJson();
        var proof = new Proof(
            Secret("token"), Secret("ask"), Secret("code"), input.Text("name"), input.Text("operator"));
        if (input.Refusal is { } invalid) return new Refused(invalid);
        var (issued, refusal) = await tokenExchange.ForProgram(
            proof, request.UserAgent(), request.HttpContext.RequestAborted);
        if (refusal is { Kind: RefusalKind.Malformed }) attempts.Count(request.HttpContext);
        if (refusal is not null) return new Refused(refusal);
        var (seconds, viewer) = ((int)AccessToken.Life.TotalSeconds, issued!.Viewer);
        return Results.Ok(new TokenJson(issued.Token, "Bearer", seconds, viewer.OperatorSlug, viewer.Role));

        // No length limit: a secret of any length gets the same response as an unknown one.
        string? Secret(string field) => input.Text(field, max: int.MaxValue);
    }
}
