using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Web;

/// <summary>
/// The text for an error response without a body: a title, a code for the API, and advice for people.
/// </summary>
public sealed record StatusPage(string Code, LocalizedText Message, LocalizedText Advice)
{
    /// <summary>The route of the page that shows it.</summary>
    public const string Page = OpenPages.Error;

    private static readonly PathString[] ProgramPaths = ["/api", "/healthz", "/openapi"];

    private static readonly Dictionary<int, StatusPage> ByStatus = new()
    {
        [StatusCodes.Status400BadRequest] =
            new("bad_request", "That request could not be read",
                "The page may have been open too long. Reload it and try again."),
        [StatusCodes.Status401Unauthorized] =
            new("unauthorized", "Please sign in", "You are signed out here. Sign in and try again."),
        [StatusCodes.Status403Forbidden] =
            new("forbidden", "You are not allowed to do that", "If you should be, ask the office."),
        [StatusCodes.Status404NotFound] =
            new("not_found", "Not found", "It may have been removed, or the address is not quite right."),
        [StatusCodes.Status405MethodNotAllowed] =
            new("method_not_allowed", "That does not work here", "Go back and try another way."),
        [StatusCodes.Status408RequestTimeout] =
            new("too_slow", "The connection was too slow", "Nothing was changed. Try again."),
        [StatusCodes.Status413PayloadTooLarge] =
            new("too_large", "That is more than one megabyte.", "Send less at once."),
        [StatusCodes.Status415UnsupportedMediaType] =
            new("not_json", "Send application/json.", "Go back and try another way."),
        [StatusCodes.Status429TooManyRequests] = new("too_many", "Too many tries", "Wait a little and try again."),
        [StatusCodes.Status503ServiceUnavailable] =
            new("unavailable", "We cannot do that right now", "Nothing was changed. Try again in a moment."),
        [StatusCodes.Status504GatewayTimeout] =
            new("took_too_long", "That took too long",
                "It may still have been done. Check before you try again."),
        [StatusCodes.Status507InsufficientStorage] =
            new("no_room", "We cannot save anything right now",
                "The disk is full, and nothing was changed. You can still read. Ask the office to tell whoever runs "
                + "this server."),
    };

    private static readonly StatusPage OtherClientError =
        new("refused", "That did not work", "Go back and try another way.");

    private static readonly StatusPage ServerError =
        new("error", "Something went wrong on our side",
            "Nothing was changed. Try again. If it keeps happening, tell the office when it happened.");

    public static StatusPage For(int status) =>
        ByStatus.GetValueOrDefault(status) ?? (status < 500 ? OtherClientError : ServerError);

    /// <summary>
    /// Whether to answer with problem details instead of a page: for API calls, health checks and event streams.
    /// </summary>
    public static bool IsForPrograms(HttpContext http) =>
        Array.Exists(ProgramPaths, start => http.Request.Path.StartsWithSegments(start))
        || http.Request.Headers.Accept.ToString().StartsWith("text/event-stream", StringComparison.Ordinal);

    public static bool IsForPeople(HttpContext http) => !IsForPrograms(http);

    /// <summary>Whether this is the original request, not its re-execution that renders the error page.</summary>
    public static bool IsFirstRun(HttpContext http) => http.Features.Get<IStatusCodeReExecuteFeature>() is null;

    /// <summary>Writes problem details (RFC 9457).</summary>
    public static Task WriteProblem(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var page = For(status);
        var localizer = http.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
        var problem = new ProblemDetails { Status = status, Title = localizer.Say(page.Message) };
        problem.Extensions["code"] = page.Code;
        return Results.Problem(problem).ExecuteAsync(http);
    }
}
