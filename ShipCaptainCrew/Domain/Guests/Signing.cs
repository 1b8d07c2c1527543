using System.Buffers;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>What a signer entered. The typed name is the signature.</summary>
/// <param name="Path">The drawn signature as SVG path data; null if nothing was drawn.</param>
/// <param name="Relationship">The relationship of the signer to the children.</param>
/// <param name="OwnBirthDate">
/// The signer's date of birth, if they are listed as a minor and say that they are 18 on the date of the charter.
/// </param>
public sealed record Signing(
    string SignerName, string? Email, string? Path, string? Relationship, IReadOnlyList<Child> Children,
    DateOnly? OwnBirthDate = null)
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

    /// <param name="day">The local date of the charter, on which ages are judged, and today there.</param>
    public static Signing Read(Input input, Guest guest, SigningDay day)
    {
        var ownBirthDate = guest.IsMinor ? ReadOwnBirthDate(input, day) : null;
        var isForMinor = guest.IsMinor && ownBirthDate is null;
        var children = ReadChildren(input, day);
        var signing = new Signing(
            input.Text("signer_name", required: "Enter your full name.") ?? "",
            input.Email("email"),
            ReadPath(input),
            input.Text("guardian_relationship", required: children.Count > 0 || isForMinor
                ? new LocalizedText("Enter your relationship to the child, such as mother or legal guardian.")
                : null),
            children,
            ownBirthDate);
        TypedName.Check(input, "signer_name", signing.SignerName);
        if (!input.Flag("consent", false)) input.Error("consent", "Check this box to sign electronically.");
        if (isForMinor && children.Count == 0)
            input.Error(
                "children[0].name",
                "A parent or guardian signs for a minor. Enter the child's name and date of birth.");
        SignerNameQuestion.Ask(input, guest, signing.SignerName, isForMinor);
        return signing;
    }

    /// <summary>The index of the child whose link it is: the one of that name, else the first.</summary>
    public int IndexOf(Guest minor) =>
        Math.Max(0, Children.ToList().FindIndex(child => SameName(child.Name, minor.Name)));

    /// <summary>Whether two names are the same but for case, accents, punctuation and spaces.</summary>
    public static bool SameName(string one, string other) => new PersonName(one).IsSame(new PersonName(other));

    /// <summary>The date on which the youngest child turns 18; null if there are no children.</summary>
    public DateOnly? OfAge => Children.Count == 0 ? null : Children.Max(child => child.BirthDate).AddYears(ComingOfAge);

    private static DateOnly? ReadOwnBirthDate(Input input, SigningDay day)
    {
        if (!input.Flag("adult", false)) return null;
        var birthDate = input.Date(
            "birth_date", null, required: "Enter your date of birth.", earliest: InputLimits.FirstBirth);
        if (birthDate is { } born && born.AddYears(ComingOfAge) > day.Sailing)
            input.Error(
                "birth_date", "You are under 18 on the day of the charter. A parent or legal guardian signs for you.");
        return birthDate ?? day.Today;
    }

    private static List<Child> ReadChildren(Input input, SigningDay day)
    {
        var rows = (input.Parts("children") ?? []).Index().Where(row => IsFilled(row.Item)).ToList();
        if (rows.Count > MostChildren)
            input.Error("children", new LocalizedText("At most {0} children at once.", MostChildren));
        return [.. rows.Take(MostChildren)
            .Select(row => ReadChild(row.Item, day) with { Row = row.Index })];
    }

    /// <summary>Whether the row was filled in. Empty rows are skipped.</summary>
    private static bool IsFilled(Input row) =>
        (row.Has("name") && !row.IsBlank("name")) || (row.Has("birth_date") && !row.IsBlank("birth_date"));

    private static Child ReadChild(Input row, SigningDay day)
    {
        var name = row.Text("name", required: "Enter the child's name.") ?? "";
        TypedName.Check(row, "name", name);
        var birthDate = row.Date(
            "birth_date", null, required: "Enter the date of birth.", earliest: InputLimits.FirstBirth) ?? day.Today;
        if (birthDate > day.Today) row.Error("birth_date", "A date of birth cannot be in the future.");
        if (birthDate.AddYears(ComingOfAge) <= day.Sailing)
            row.Error(
                "birth_date",
                "Anyone 18 or older on the day of the charter signs for themselves, with their own link.");
        return new(name, birthDate)
        {
            IsAnother = row.Flag("is_another", false),
            WasAsked = row.Text("name_asked") == name,
        };
    }

    private static string? ReadPath(Input input)
    {
        var path = input.Text("signature", max: LongestPath);
        if (path is null || !path.AsSpan().ContainsAnyExcept(PathData)) return path;
        input.Error("signature", "This is not a drawing. Clear it and draw again, or leave it out.");
        return null;
    }
}
