using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MimeKit;
using ShipCaptainCrew.Mail.Smtp;

namespace ShipCaptainCrew.Pages.Dev;

/// <summary>A developer's mailbox: the letters that went into the folder, since no mail server is set.</summary>
[AllowAnonymous]
[DevelopmentOnly]
public sealed partial class MailPage(EmlFolder folder) : AppPage
{
    /// <summary>Newest first, with the name of each file.</summary>
    public IReadOnlyList<(string Name, MimeMessage Letter)> Letters { get; private set; } = [];

    /// <summary>The one that was opened.</summary>
    public MimeMessage? Opened { get; private set; }

    public async Task<IActionResult> OnGet(string? name)
    {
        if (name is not null)
            return (Opened = await folder.Read(name, HttpContext.RequestAborted)) is null ? NotFound() : Page();
        var emails = new List<(string, MimeMessage)>();
        foreach (var file in folder.Names)
        {
            if (await folder.Read(file, HttpContext.RequestAborted) is { } message) emails.Add((file, message));
        }

        Letters = emails;
        return Page();
    }

    /// <summary>The text cut up so that every second piece is an address to follow.</summary>
    public static string[] Pieces(string text) => Links().Split(text);

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Links();
}
