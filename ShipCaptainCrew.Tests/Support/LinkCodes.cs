using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Accounts.SignIn;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Links in emails that act for a member or the shore contact, and the codes printed beside them.</summary>
public static partial class LinkCodes
{
    public static string CodeIn(this MimeMessage message) => Code().Match(message.TextBody ?? "").Groups[1].Value;

    /// <summary>The code in the email with a link; empty if there is none.</summary>
    public static string CodeFor(this AppFixture app, string link) => app.Post.Deliveries
        .Select(delivery => delivery.Message)
        .LastOrDefault(message => message.TextBody?.Contains(link, StringComparison.Ordinal) == true)?.CodeIn() ?? "";

    /// <summary>A code that differs from the given one.</summary>
    public static string OtherThan(string code) => code[..^1] + (code[^1] == '0' ? '1' : '0');

    /// <summary>Creates a link about a charter with its code, as an email has them.</summary>
    /// <param name="memberId">The member it is for; null for the shore contact.</param>
    public static Task<Issued> LinkWithCode(
        this CharterFixture day, LinkKind kind, Guid? memberId, TimeSpan? life = null) =>
        day.Ship.In(services => services.GetRequiredService<SignedLinks>().IssueWithCode(
            kind, day.Cast.OperatorId, day.CharterId, memberId,
            day.Ship.Clock.GetUtcNow() + (life ?? TimeSpan.FromDays(2))));

    [GeneratedRegex(@"code for that page is ([0-9A-Z]{8})\.")]
    private static partial Regex Code();
}
