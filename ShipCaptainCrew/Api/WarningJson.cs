using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

internal sealed record WarningJson(string Code, string Message)
{
    public static IEnumerable<WarningJson> Of(IEnumerable<Warning> warnings, IStringLocalizer<Text> localizer) =>
        warnings.Select(warning => new WarningJson(warning.Code, localizer.Say(warning.Message)));
}
