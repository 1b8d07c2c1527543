using System.Runtime.CompilerServices;
using ShipCaptainCrew.Actions.Guests;

namespace ShipCaptainCrew.Tests.Actions.Guests;

/// <summary>
/// Guest lists as spreadsheets and booking systems export them, in <c>Exports</c>. The expected rows stand beside each:
/// <c>:</c> will be added, <c>?</c> is asked about, <c>!</c> cannot be added.
/// </summary>
public sealed class GuestListExportsTests
{
    public static TheoryData<string> Exports =>
        [.. Directory.GetFiles(Folder(), "*.csv").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    [Theory]
    [MemberData(nameof(Exports))]
    public void Each_export_is_read_as_a_person_would_expect(string name)
    {
        var text = GuestTable.Decode(File.ReadAllBytes(Path.Combine(Folder(), $"{name}.csv")));

        var list = GuestList.Read(text).Against([]);

        Assert.Null(list.Refusal);
        Assert.Equal(
            File.ReadAllText(Path.Combine(Folder(), $"{name}.expected.txt")).ReplaceLineEndings("\n"),
            string.Concat(list.Lines.Select(line => $"{Describe(line)}\n")));
    }

    private static string Describe(GuestLine line)
    {
        if (line.Why is { } why) return $"{line.Line}! {line.Name} | {why}";
        var guest = line.Details!;
        IEnumerable<string?> facts =
        [
            guest.Name, guest.Email, guest.Phone, guest.IsMinor ? "minor" : null,
            guest.Needs is { } needs ? $"needs {needs}" : null,
        ];
        var mark = line.IsClear ? ":" : line.IsSuggested ? "?" : "? (no)";
        return $"{line.Line}{mark} {string.Join(", ", facts.OfType<string>())}"
            + string.Concat(line.Questions.Select(question => $" | {question}"));
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "Exports");
}
