using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Pages.SignIn;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Me;

/// <summary>A person's passkeys: add, rename, remove. Adding and removing need a recent sign-in.</summary>
[EnableRateLimiting(RateLimits.Passkey)]
public sealed class PasskeysPage(PasskeyCeremony ceremony, PublicAddress address, TimeProvider clock) : AppPage
{
    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>
    /// The IP address in the server's public URL, for which browsers make no passkeys; null if the URL has a host name.
    /// </summary>
    public string? IpHost =>
        new Uri(address.Value) is { HostNameType: not UriHostNameType.Dns } url ? url.Host : null;

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public async Task<IActionResult> OnGet()
    {
        Passkeys = await ceremony.Of(Me.PersonId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsk() =>
        Lookups.Stale(Me, clock) is null
            ? SignInPage.Asked(await ceremony.AskToAdd(Me)) : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var name = input.Text("name", required: "Enter a name, so that you recognize it.");
        var (challenge, credential) = (
            input.Id("challenge"), input.Text("credential", max: PasskeyCeremony.LongestCredential));
        var refusal = Lookups.Stale(Me, clock) ?? input.Refusal
            ?? (challenge is null
                ? PasskeyCeremony.NotTaken : await ceremony.Add(Me, challenge.Value, credential ?? "", name!));
        return refusal is null ? GoTo($"{Me.Pages.Passkeys}?done=saved") : await Again(refusal, input, OnGet);
    }

    public async Task<IActionResult> OnPostRename()
    {
        var input = await Request.ReadForm();
        var name = input.Text("name", required: "Enter a name, so that you recognize it.");
        var refusal = Me.MayNotAsProgram() ?? input.Refusal ?? await ceremony.Rename(Me, Id(input), name!);
        return refusal is null ? GoTo($"{Me.Pages.Passkeys}?done=saved") : await Again(refusal, input, OnGet);
    }

    public async Task<IActionResult> OnPostRemove()
    {
        var input = await Request.ReadForm();
        if (Me.MayNotAsProgram() is { } forbidden) return StatusCode(forbidden.Status());
        if (Lookups.Stale(Me, clock) is not null) return SignInAgain(OwnAddress);
        var refusal = await ceremony.Remove(Me, Id(input));
        return refusal is null ? GoTo($"{Me.Pages.Passkeys}?done=passkey_removed") : await Again(refusal, input, OnGet);
    }

    private static byte[] Id(Input input) =>
        input.Text("id", max: 2000) is { } id && Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];
}
