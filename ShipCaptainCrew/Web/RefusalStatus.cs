using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Web;

/// <summary>How a refusal is said over HTTP.</summary>
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

    /// <summary>The sentence in the reader's language, the words inside it too.</summary>
    public static string Say(this IStringLocalizer localizer, LocalizedText words) =>
        localizer[words.Text, [
            .. words.Arguments.Select(value => value is LocalizedText inner ? localizer.Say(inner) : value)]];
}
