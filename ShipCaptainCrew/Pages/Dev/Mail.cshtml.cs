using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MimeKit;
using ShipCaptainCrew.Mail.Smtp;

namespace ShipCaptainCrew.Pages.Dev;

/// <summary>A developer's inbox: the emails written to the mail folder while no mail server is set.</summary>
[AllowAnonymous]
[DevelopmentOnly]
public sealed partial class MailPage(EmlFolder folder) : AppPage
{
    /// <summary>The emails, newest first, each with its file name.</summary>
    public IReadOnlyList<(string Name, MimeMessage Email)> Emails { get; private set; } = [];

    /// <summary>The email to show; null for the list.</summary>
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

        Emails = emails;
        return Page();
    }

    /// <summary>Splits the text at its links; every second piece is a link.</summary>
    public static string[] Pieces(string text) => Links().Split(text);

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Links();
}
