using System.Buffers;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>What a signer entered. The typed name is the signature.</summary>
/// <param name="Path">The drawn signature as SVG path data; null if nothing was drawn.</param>
/// <param name="Relationship">The relationship of the signer to the children.</param>
public sealed record Signing(
    string SignerName, string? Email, string? Path, string? Relationship, IReadOnlyList<Child> Children)
{
    private const int LongestPath = 8 * 1024;
    private const int MostChildren = 10;
    /// <summary>The age in years from which a person signs for themselves.</summary>
    public const int ComingOfAge = 18;


    /// <summary>
    /// Path commands and numbers. With only these, the value is safe in the attribute it is written to; it is not
    /// parsed.
    /// </summary>
    private static readonly SearchValues<char> PathData = SearchValues.Create("MmLlQqCcZz0123456789eE .,+-");

    /// <param name="today">The local date at the charter.</param>
    public static Signing Read(Input input, Guest guest, DateOnly today)
    {
        var children = ReadChildren(input, today);
        var signing = new Signing(
            input.Text("signer_name", required: "Enter your full name.") ?? "",
            input.Email("email"),
            ReadPath(input),
            input.Text("guardian_relationship", required: children.Count > 0 || guest.IsMinor
                ? new LocalizedText("Say what you are to the child, such as mother or legal guardian.")
                : null),
            children);
        TypedName.Check(input, "signer_name", signing.SignerName);
        if (!input.Flag("consent", false)) input.Error("consent", "Tick this to sign electronically.");
        if (guest.IsMinor && children.Count == 0)
            input.Error(
                "children[0].name",
                "A parent or guardian signs for a minor. Enter the child's name and date of birth.");
        if (guest.IsMinor && SameName(signing.SignerName, guest.Name))
            input.Error("signer_name", "A minor cannot sign. The parent or guardian enters their own full name.");
        return signing;
    }

    /// <summary>The index of the child whose link it is: the one of that name, else the first.</summary>
    public int IndexOf(Guest minor) =>
        Math.Max(0, Children.ToList().FindIndex(child => SameName(child.Name, minor.Name)));

    /// <summary>Whether two names are the same, ignoring case and spaces.</summary>
    public static bool SameName(string one, string other) =>
        string.Equals(Normalized(one), Normalized(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The date on which the youngest child turns 18; null if there are no children.</summary>
    public DateOnly? OfAge => Children.Count == 0 ? null : Children.Max(child => child.BirthDate).AddYears(ComingOfAge);

    private static List<Child> ReadChildren(Input input, DateOnly today)
    {
        var rows = (input.Parts("children") ?? []).Where(IsFilled).ToList();
        if (rows.Count > MostChildren)
            input.Error("children", new LocalizedText("At most {0} children at once.", MostChildren));
        return [.. rows.Take(MostChildren).Select(row => ReadChild(row, today))];
    }

    /// <summary>Whether the row was filled in. Empty rows are skipped.</summary>
    private static bool IsFilled(Input row) =>
        (row.Has("name") && !row.IsBlank("name")) || (row.Has("birth_date") && !row.IsBlank("birth_date"));

    private static Child ReadChild(Input row, DateOnly today)
    {
        var name = row.Text("name", required: "Enter the child's name.") ?? "";
        TypedName.Check(row, "name", name);
        var birthDate = row.Date(
            "birth_date", null, required: "Enter the date of birth.", earliest: InputLimits.FirstBirth) ?? today;
        if (birthDate > today) row.Error("birth_date", "A date of birth cannot be in the future.");
        if (birthDate.AddYears(ComingOfAge) <= today)
            row.Error("birth_date", "Who is 18 or older signs for themselves.");
        return new(name, birthDate);
    }

    private static string? ReadPath(Input input)
    {
        var path = input.Text("signature", max: LongestPath);
        if (path is null || !path.AsSpan().ContainsAnyExcept(PathData)) return path;
        input.Error("signature", "This is not a drawing. Clear it and draw again, or leave it out.");
        return null;
    }

    /// <summary>A name with single spaces, to compare it ignoring case.</summary>
    public static string Normalized(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
