using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// A page for guests, who have no account; the token in the link authorizes them. Language and kiosk are kept in the
/// query.
/// </summary>
[GuestLanguage]
public abstract class GuestPage : AnonymousPage
{
    /// <summary>The operator of the charter; null if the link is invalid.</summary>
    public Operator? Operator { get; protected set; }

    protected override string? Locale => Operator?.EffectiveLocale;

    /// <summary>Token of the kiosk this device is used as, to return to after signing.</summary>
    [FromQuery(Name = "kiosk")]
    public string? Kiosk { get; set; }

    /// <summary>The source of the link: mail, party, dock or kiosk.</summary>
    [FromQuery(Name = "by")]
    public string? By { get; set; }

    /// <summary>Token of the party's link that the guest came by, to return to for the next person.</summary>
    [FromQuery(Name = "party")]
    public string? PartyLink { get; set; }

    /// <summary>The token to start the kiosk with; null if this device is not used as one.</summary>
    protected virtual string? KioskToken => string.IsNullOrEmpty(Kiosk) ? null : Kiosk;

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>
    /// A kiosk is in the hands of guests, who can type any address. So none of its pages is shown in a browser in which
    /// somebody is signed in; it is signed out first.
    /// </summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        if (context.Result is null && KioskToken is { } token && !HttpMethods.IsPost(Request.Method)
            && User.Identity?.IsAuthenticated == true)
            context.Result = Redirect($"{OpenPages.StartKiosk(token)}?lang={Language}");
    }

    /// <summary>The query of this page in another language, with all else that its address has.</summary>
    public string HereIn(string language) => QueryWith(("lang", language));

    /// <summary>What the guest's next page needs to know: the language and how they got here.</summary>
    public string QueryIn(string language)
    {
        KeyValuePair<string, string?>[] query =
            [new("lang", language), new("by", By), new("kiosk", Kiosk), new("party", PartyLink)];
        return QueryString.Create(query.Where(pair => !string.IsNullOrEmpty(pair.Value))).ToString();
    }

    /// <summary>The query of this page with other values.</summary>
    /// <param name="changes">Null leaves a value out.</param>
    protected string QueryWith(params (string Key, string? Value)[] changes)
    {
        var changed = changes.Where(change => change.Value is not null)
            .Select(change => KeyValuePair.Create(change.Key, new StringValues(change.Value)));
        var kept = Request.Query.Where(pair => pair.Key != "handler" && !changes.Any(change => change.Key == pair.Key));
        return QueryString.Create([.. changed, .. kept]).ToString();
    }
}
