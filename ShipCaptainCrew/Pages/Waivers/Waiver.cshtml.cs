using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Shared;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Waivers;

/// <summary>Shows a waiver for a guest to sign. Unknown, expired and revoked links get the same response.</summary>
public sealed class WaiverPage(SigningActions signing, TimeProvider clock, IStringLocalizer<Text> localizer) : GuestPage
{
    private const int MaxRows = 10;
    private static readonly string[] Sources = ["mail", "party", "dock"];

    /// <summary>Null if the link is not valid.</summary>
    public WaiverView? View { get; private set; }

    /// <summary>Why the waiver can no longer be signed; null if it can.</summary>
    public Refusal? Closed { get; private set; }

    /// <summary>When this page was first shown (UTC).</summary>
    public string ViewedAt => ValueOf("viewed_at", clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture))!;

    public string Consent => $"{localizer[SigningActions.Consent]} {localizer[SigningActions.OnPaper]}";

    /// <summary>Whether another row for a child was requested, which then gets the focus.</summary>
    public bool WantsMore { get; private set; }

    public FieldState Relationship => Field("guardian_relationship");

    /// <summary>The rows for the children whom the guest signs for.</summary>
    public IReadOnlyList<ChildRow> Children =>
    [
        .. Enumerable.Range(0, RowCount).Select(row =>
            new ChildRow(
                Field($"children[{row}].name", ChildAt(row)),
                Field($"children[{row}].birth_date"),
                ChildAsked(row))),
    ];

    /// <summary>Whether a guardian signs: the guest is a minor and did not say that they are of age.</summary>
    public bool IsForMinor => View!.Guest.IsMinor
        && (Typed is null ? Request.Query["adult"] != "1" : ValueOf("adult", null) != "true");

    /// <summary>The name that the signer was asked about, so that signing again is the answer.</summary>
    public string? NameAsked => ValueOf(AsksForName ? "signer_name" : SignerNameQuestion.AskedField, null);

    /// <summary>Whether the signer is asked if they mean the name that they typed.</summary>
    public bool AsksForName => SignerNameQuestion.IsQuestion(ErrorOf("signer_name"));

    /// <summary>Whether the section for children is open: it is needed, or something was entered in it.</summary>
    public bool ShowsChildren =>
        IsForMinor || WantsMore || (Typed is null && View!.Minors.Count > 0)
            || Enumerable.Range(0, TypedRows).Any(IsFilled) || ErrorOf("guardian_relationship") is not null
            || ValueOf("guardian_relationship", null) is { Length: > 0 };

    /// <summary>Whether the section for the drawn signature is open: it was refused, or it has one.</summary>
    public bool ShowsSignature =>
        ErrorOf("signature") is not null || ValueOf("signature", null) is { Length: > 0 };

    private int RowCount =>
        Math.Min(MaxRows, Math.Max(1, Typed is null ? View!.Minors.Count : TypedRows) + (WantsMore ? 1 : 0));

    private int TypedRows => (Typed?["children"] as System.Text.Json.Nodes.JsonArray)?.Count ?? 0;

    /// <summary>The address of the form for the guest themselves, or for a guardian.</summary>
    public string Switch(bool toAdult) => QueryWith(("lang", Language), ("adult", toAdult ? "1" : null));

    public async Task<IActionResult> OnGet(string token)
    {
        if (await signing.Receipt(token, HttpContext.RequestAborted) is not null) return Redirect(Receipt(token));
        return await Load(token)
            ? Shown(Closed is null ? StatusCodes.Status200OK : StatusCodes.Status410Gone)
            : Shown(StatusCodes.Status404NotFound);
    }

    public async Task<IActionResult> OnPost(string token)
    {
        if (!await Load(token)) return Shown(StatusCodes.Status404NotFound);
        var input = await ReadForm();
        if (input.Has("more")) return More(input);
        var outcome = await signing.Sign(View!, Consent, Visit(input), input);
        return outcome.Refusal is { } refusal ? await Again(refusal, input, () => Reload(token)) : GoTo(Receipt(token));
    }

    /// <summary>
    /// The name filled in for a row before any input: the minor's whose link it is, or a minor's who names this guest
    /// as guardian.
    /// </summary>
    private string? ChildAt(int row) =>
        IsForMinor ? (row == 0 ? View!.Guest.Name : null) : View!.Minors.ElementAtOrDefault(row);

    /// <summary>
    /// The question whether a child is one of the list, if it was asked and the name is still the same.
    /// </summary>
    private ChildQuestion? ChildAsked(int row)
    {
        var name = ValueOf($"children[{row}].name", null);
        var isAsked = ErrorOf($"children[{row}].name")?.Text == Child.Question
            || (name is not null && name == ValueOf($"children[{row}].name_asked", null));
        return isAsked
            ? new($"children[{row}]", name!, ValueOf($"children[{row}].is_another", null) == "true")
            : null;
    }

    private PageResult More(Input input)
    {
        WantsMore = true;
        Keep(input);
        return Page();
    }

    private bool IsFilled(int row) =>
        ValueOf($"children[{row}].name", null) is { Length: > 0 }
            || ValueOf($"children[{row}].birth_date", null) is { Length: > 0 };

    private async Task<IActionResult> Reload(string token)
    {
        await Load(token);
        return Page();
    }

    private async Task<bool> Load(string token)
    {
        View = await signing.Open(token, Language, HttpContext.RequestAborted);
        (Operator, Closed) = (View?.Operator, View?.Closed);
        return View is not null;
    }

    private string Receipt(string token) => OpenPages.Receipt(token) + QueryIn(Language);

    private SigningVisit Visit(Input input) => new(
        Language, Kiosk is not null ? "kiosk" : Array.Find(Sources, source => source == By) ?? "link",
        ViewedTime(input),
        $"{HttpContext.Connection.RemoteIpAddress}", Request.UserAgent());

    /// <summary>When the form was first shown (UTC), as it says; null if that is not plausible.</summary>
    private DateTimeOffset? ViewedTime(Input input) =>
        DateTimeOffset.TryParseExact(
            input.Text("viewed_at"), "O", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
            && at <= clock.GetUtcNow() && at >= View!.Link.CreatedAt ? at : null;
}
