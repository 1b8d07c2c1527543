using System.Globalization;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>The text of a waiver that is signed on paper. Nothing of it is stored.</summary>
public static class PaperWaiver
{
    private const string Blank = "____________________";

    /// <param name="name">The guest's; null leaves a line to write on.</param>
    /// <returns>Sanitized HTML.</returns>
    public static string Text(WaiverText text, string? name, string vessel, DateOnly date, string operatorName) =>
        WaiverFields.Fill(
            text.Html, name ?? Blank, vessel, date, operatorName, CultureInfo.GetCultureInfo(text.Language));
}
