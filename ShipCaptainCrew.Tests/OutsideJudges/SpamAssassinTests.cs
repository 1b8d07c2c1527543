using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.OutsideJudges;

/// <summary>
/// SpamAssassin takes no kind of email for spam, with its local rules only: no network, no learned statistics. Runs
/// only with <c>SCC_LONG=1</c>, and needs the command <c>spamassassin</c> (Debian: apt-get install spamassassin).
/// </summary>
public sealed partial class SpamAssassinTests
{
    private const double MaxScore = 0.5;

    [Fact]
    public async Task Every_kind_of_email_scores_at_most_half_a_point()
    {
        LongRun.SkipUnlessOn("it needs SpamAssassin.");
        await using var emails = new AllEmails();
        await emails.InitializeAsync();
        var failures = new List<string>();

        foreach (var (kind, message) in emails.All.DistinctBy(email => email.Kind).OrderBy(email => email.Kind))
        {
            var (score, rules) = await Check(message);
            var line = string.Create(CultureInfo.InvariantCulture, $"{kind}: {score:0.0} ({rules})");
            TestContext.Current.TestOutputHelper!.WriteLine(line);
            if (score > MaxScore) failures.Add(line);
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public async Task Spam_is_recognized()
    {
        LongRun.SkipUnlessOn("it needs SpamAssassin.");
        var spam = new MimeMessage(
            [new MailboxAddress("Win", "win@ship.test")], [new MailboxAddress("", "max@elsewhere.example")], "Hello",
            new TextPart("plain") { Text = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X" });

        var (score, rules) = await Check(spam);

        Assert.InRange(score, 1000, double.MaxValue);
        Assert.Contains("GTUBE", rules, StringComparison.Ordinal);
    }

    private static async Task<(double Score, string Rules)> Check(MimeMessage message)
    {
        var stop = TestContext.Current.CancellationToken;
        string[] options =
            ["--local", "--test-mode", "--nocreate-prefs", "--prefs-file=/dev/null", "--cf=use_bayes 0"];
        using var program = Process.Start(new ProcessStartInfo("spamassassin", options)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var answer = MimeMessage.LoadAsync(program.StandardOutput.BaseStream, stop);
        await AsReceived(message).WriteToAsync(program.StandardInput.BaseStream, stop);
        program.StandardInput.Close();
        var status = Status().Match(Unfolded((await answer).Headers["X-Spam-Status"] ?? ""));
        await program.WaitForExitAsync(stop);
        Assert.True(status.Success, "SpamAssassin gave no score.");
        return (double.Parse(status.Groups[1].Value, CultureInfo.InvariantCulture), status.Groups[2].Value);
    }

    /// <summary>
    /// The message with the line that the recipient's mail server adds. The rules compare its time with the Date
    /// header; without it they would compare with the time of the test. Addresses reserved for documentation count as
    /// forged, so the sender has another one.
    /// </summary>
    private static MimeMessage AsReceived(MimeMessage message)
    {
        var at = message.Date.ToString("ddd, d MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
        message.Headers.Insert(0, "Received",
            $"from mail.ship.test (mail.ship.test [52.20.30.40]) by mx.elsewhere.example with ESMTPS; {at}");
        return message;
    }

    private static string Unfolded(string header) => Space().Replace(header, " ");

    [GeneratedRegex(@"score=(-?[\d.]+) required=\S+ tests=(.*?) autolearn")]
    private static partial Regex Status();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
