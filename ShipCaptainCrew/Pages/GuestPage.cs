using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// A page for guests, who have no account and speak as nobody: what a link opens, its action knows. Its language and
/// its kiosk travel in its address.
/// </summary>
[GuestLanguage]
public abstract class GuestPage : AnonymousPage
{
    /// <summary>Whose guests these are; null where the link leads nowhere.</summary>
    public Operator? Operator { get; protected set; }

    /// <summary>The token of the kiosk this phone is, to go back to when one has signed.</summary>
    [FromQuery(Name = "kiosk")]
    public string? Kiosk { get; set; }

    /// <summary>How they came here, as the link says: by mail, party, dock or kiosk.</summary>
    [FromQuery(Name = "by")]
    public string? By { get; set; }

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The query of this page's address in a language.</summary>
    public string QueryIn(string language) => QueryString.Create(
        new KeyValuePair<string, string?>[] { new("lang", language), new("by", By), new("kiosk", Kiosk) }.Where(
            pair => !string.IsNullOrEmpty(pair.Value)))
            .ToString();
}
