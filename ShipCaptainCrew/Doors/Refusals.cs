using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Doors;

/// <summary>How a refusal is said over HTTP.</summary>
public static class Refusals
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

    /// <summary>The sentence in the reader's language, the words inside it too.</summary>
    public static string Say(this IStringLocalizer localizer, Words words) =>
        localizer[words.Text, [.. words.With.Select(value => value is Words inner ? localizer.Say(inner) : value)]];
}
