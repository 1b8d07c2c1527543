using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Web;

/// <summary>Maps refusals to HTTP status codes and localized text.</summary>
public static class RefusalStatus
{
    public static int Status(this Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.WrongMedia => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooOften => StatusCodes.Status429TooManyRequests,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    /// <summary>The text in the language of the request, including nested texts.</summary>
    public static string Say(this IStringLocalizer localizer, LocalizedText text) =>
        localizer[
            text.Text,
            [.. text.Arguments.Select(value => value is LocalizedText inner ? localizer.Say(inner) : value)]];
}
