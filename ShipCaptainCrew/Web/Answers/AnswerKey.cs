using System.Globalization;
using Htmx;
using ShipCaptainCrew.Accounts.Sessions;

namespace ShipCaptainCrew.Web.Answers;

/// <summary>What of a request its answer depends on. Answers are never shared between sessions.</summary>
internal readonly record struct AnswerKey
{
    public required Guid SessionId { get; init; }

    public required HostString Host { get; init; }

    public required bool IsHttps { get; init; }

    public required PathString Path { get; init; }

    public required QueryString Query { get; init; }

    public required bool IsHtmx { get; init; }

    public required string Language { get; init; }

    /// <summary>The culture of times and dates.</summary>
    public required string Locale { get; init; }

    public required string? Theme { get; init; }

    public static AnswerKey Of(HttpRequest request, Viewer viewer) => new()
    {
        SessionId = viewer.SessionId,
        Host = request.Host,
        IsHttps = request.IsHttps,
        Path = request.Path,
        Query = request.QueryString,
        IsHtmx = request.IsHtmx(),
        Language = CultureInfo.CurrentUICulture.Name,
        Locale = CultureInfo.CurrentCulture.Name,
        Theme = ThemeCookie.Get(request.HttpContext),
    };
}
