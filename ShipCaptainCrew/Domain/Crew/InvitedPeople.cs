using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Domain.Crew;

/// <summary>
/// Reads people to invite, one a line: a name and an email address in any order, as <c>Sam Ortiz, sam@example.com</c>
/// or <c>Sam Ortiz &lt;sam@example.com&gt;</c>. All are crew with the same qualifications.
/// </summary>
public static class InvitedPeople
{
    /// <summary>The most lines at once.</summary>
    public const int Most = 50;

    private const string Field = "people";

    private static readonly char[] Separators = [',', ';', '\t', ' '];

    private static readonly char[] Brackets = ['<', '>', '(', ')', '"', ',', ';'];

    /// <summary>The people with their line numbers. An error names the line it is in.</summary>
    public static IReadOnlyList<(int Line, MemberDetails Details)> Read(Input input)
    {
        var text = input.List(Field, Most * (InputLimits.Name + InputLimits.Email),
            required: "Enter a name and an email address on each line.") ?? "";
        var qualifications = input.Choices<CrewRole>("qualifications") ?? [];
        var lines = text.Split('\n').Select((line, i) => (Number: i + 1, Text: line.Trim()))
            .Where(line => line.Text.Length > 0).ToList();
        if (lines.Count > Most) input.Error(Field, new LocalizedText("At most {0} are allowed at once.", Most));
        var people = lines.Take(Most)
            .Select(line => (Line: line.Number, Details: ReadLine(input, line.Number, line.Text, qualifications)))
            .ToList();
        foreach (var (line, first) in Repeated(people))
            Error(input, line, new LocalizedText("This address is also on line {0}.", first));
        return people;
    }

    /// <summary>Adds an error of one line.</summary>
    public static void Error(Input input, int line, LocalizedText message) =>
        input.Error(Field, new LocalizedText("Line {0}: {1}", line, message));

    private static MemberDetails ReadLine(
        Input input, int number, string text, IReadOnlyList<CrewRole> qualifications)
    {
        var words = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var address = words.FirstOrDefault(word => word.Contains('@'));
        var person = Input.Of(new JsonObject
        {
            ["name"] = string.Join(' ', words.Where(word => word != address)).Trim(Brackets),
            ["email"] = address?.Trim(Brackets),
        });
        var details = MemberDetails.Read(person);
        if (person.Refusal is { } refusal) Error(input, number, refusal.FirstMessage);
        return details with { Qualifications = qualifications };
    }

    private static IEnumerable<(int Line, int First)> Repeated(
        IReadOnlyList<(int Line, MemberDetails Details)> people) =>
        from same in people.GroupBy(person => person.Details.Email.ToUpperInvariant())
        where same.Key.Length > 0
        from person in same.Skip(1)
        select (person.Line, same.First().Line);
}
