using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Signing in, for programs.</summary>
internal static class AuthApi
{
    public static void MapAuth(this RouteGroupBuilder api)
    {
        api.MapPost("/auth/magic-links", Ask).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn)
            .WithSummary("Mails a sign-in link, if the address is anybody's").Takes<AskBody>().Produces<AskJson>(202);
        api.MapPost("/auth/tokens", Exchange).AllowAnonymous().WithSummary("Exchanges a link or code for a token")
            .Takes<TokenBody>().Produces<TokenJson>();
        api.MapGet("/me", Me).WithSummary("Who the token speaks for").Produces<MeJson>();
    }

    private static async Task<IResult> Ask(HttpRequest request, MagicLinks links)
    {
        var input = await request.ReadJson();
        var email = input.Email("email", required: "Enter your e-mail address.");
        if (input.Refusal is { } invalid) return new Refused(invalid);
        if (await links.Wait(request.HttpContext.RequestAborted) is { } wait)
            return Results.StatusCode(request.HttpContext.SetRetryAfter(wait));
        return Results.Accepted(null, new AskJson(await links.Ask(email!, request.HttpContext.RequestAborted)));
    }

    private static async Task<IResult> Exchange(HttpRequest request, TokenExchange tokenExchange, FailedAttempts tries)
    {
        if (tries.Exceeds(request.HttpContext)) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        var input = await request.ReadJson();
        var proof =
            new Proof(Secret("token"), Secret("ask"), Secret("code"), input.Text("name"), input.Text("operator"));
        if (input.Refusal is { } invalid) return new Refused(invalid);
        var (pass, refusal) =
            await tokenExchange.ForProgram(
                proof, request.Headers.UserAgent.ToString(), request.HttpContext.RequestAborted);
        if (refusal is { Kind: RefusalKind.Malformed }) tries.Count(request.HttpContext);
        return refusal is null
            ? Results.Ok(
                new TokenJson(pass!.Token, "Bearer", (int)AccessToken.Life.TotalSeconds, pass.Viewer.OperatorSlug,
                    pass.Viewer.Role))
            : new Refused(refusal);

        // However long: a secret that cannot be ours is answered as any unknown one.
        string? Secret(string field) => input.Text(field, max: int.MaxValue);
    }

    private static MeJson Me(Viewer viewer) =>
        new()
        {
            Id = viewer.PersonId,
            MemberId = viewer.MemberId,
            Name = viewer.Name,
            Email = viewer.Email,
            Operator = viewer.OperatorSlug,
            Role = viewer.Role,
            Qualifications = viewer.Qualifications,
        };
}

internal sealed record AskJson(string Ask);

internal sealed record TokenJson(string AccessToken, string TokenType, int ExpiresIn, string Operator, MemberRole Role);

internal sealed record MeJson
{
    public required Guid Id { get; init; }

    public required Guid MemberId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Operator { get; init; }

    public required MemberRole Role { get; init; }

    public required IReadOnlyList<CrewRole> Qualifications { get; init; }
}
