using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>Holds the naming rules of docs/architecture.md over every source file of the repository.</summary>
public sealed partial class NamingTests
{
    /// <summary>Names the code once used for ordinary software things; none may come back.</summary>
    private static readonly HashSet<string> Retired =
    [
        .. """
        Announcer Announcement Noun Kept By Whence Words Terms Wire Talk Company Anchor WayIn Place ShipDb News
        IEcho Ledger Ballast Berth Closing Repeat Once Nudge House HouseRules Workshop WaiverChoice Soundness
        Gangway Boarding Patience Passes Secrets NewAddress NewAddresses NewOperator Newsroom Stream Letter Matter
        Matters Chore Chores Sheet Press LetterPaper Letterhead Bell Postman Fate Verdict ICarrier IWriter
        LinksInHand Ashore VitalLetters Cause Desk Keeper IKeeper SecondLook Postage Companies GateKeeper IRoster
        WaiverShelf CharterSheet Watchkeeper Duty DutyBook Watch Round Forget FollowTheClock ChaseWaivers
        MakeUpForBackup ShipPage ShipCookies KeptPage KeptListPage FloorsTests Excuse Discretion Freshness Faults
        OwnPagesOnly OwnHostOnly Headers ReferenceDoors Doors CompanyScreen Roll Book Duties Letters Orders Stage
        Story Guestbook Ship Pier Hold Harbour Bridge Crewed Day Hand Moving Owning Waters Graffiti Vandal Keeping
        Starting
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    [Fact]
    public void No_type_file_or_namespace_has_a_retired_name()
    {
        var found = from file in SourceFiles.WrittenByHand("cs", "razor", "cshtml", "js", "css")
                    from name in NamesIn(file)
                    where Retired.Contains(name) || name.EndsWith("Room", StringComparison.Ordinal)
                    select $"{file.Path}: {name}";

        Assert.Empty(found);
    }

    [Fact]
    public void Every_namespace_is_its_folder()
    {
        var wrong = from file in SourceFiles.WrittenByHand("cs")
                    let declared = Namespace().Match(file.Text)
                    where declared.Success
                        && !declared.Groups[1].Value.Equals(Folder(file), StringComparison.OrdinalIgnoreCase)
                    select $"{file.Path}: {declared.Groups[1].Value}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_line_is_longer_than_120_columns()
    {
        var found = from file in SourceFiles.WrittenByHand("cs", "razor", "cshtml", "js", "css")
                    from line in file.Text.Split('\n').Index()
                    where line.Item.Length > 120
                    select $"{file.Path}:{line.Index + 1}: {line.Item.Length} columns";

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("ShipCaptainCrew/", 40, 100)]
    [InlineData("ShipCaptainCrew.", 70, 150)]
    public void Files_are_short(string folder, int median, int ninetiethPercentile)
    {
        var lengths = SourceFiles.WrittenByHand("cs", "razor", "cshtml")
            .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal))
            .Select(file => file.Text.Count(letter => letter == '\n')).Order().ToList();

        Assert.NotEmpty(lengths);
        Assert.InRange(lengths[lengths.Count / 2], 0, median);
        Assert.InRange(lengths[lengths.Count * 9 / 10], 0, ninetiethPercentile);
    }

    private static string Folder(SourceFile file) => Path.GetDirectoryName(file.Path)!.Replace('/', '.');

    private static IEnumerable<string> NamesIn(SourceFile file) =>
    [
        Path.GetFileName(file.Path).Split('.')[0],
        .. Path.GetDirectoryName(file.Path)!.Split('/').Skip(1),
        .. file.Path.EndsWith(".cs", StringComparison.Ordinal) ? Types(file.Text) : [],
    ];

    private static IEnumerable<string> Types(string text) =>
        TypeDeclaration().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^[^/""\n]*\b(?:class|interface|enum|record(?: struct| class)?|struct) (\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
