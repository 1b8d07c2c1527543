using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using AngleSharp.Dom;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Compatibility;

/// <summary>
/// Every kind of log entry that the product writes is in the log of an earlier build, is read back as its record, and
/// is shown as a sentence.
/// </summary>
public sealed class OldLogTests(OldFolder old) : IClassFixture<OldFolder>
{
    /// <summary>Kinds that were added to the product after the folder was made.</summary>
    private static readonly string[] SinceThen =
    [
        "charter.closed_incomplete", "charter.reinstated", "guest.age_changed", "guest.matched",
        "guests.waiting_removed", "member.email_resumed", "member.email_stopped", "operator.moved", "operator.renamed",
        "waiver.reminders_resumed", "waiver.reminders_stopped",
    ];

    /// <summary>Kinds that the records allow but no action creates.</summary>
    private static readonly string[] Never =
        ["charter.draft", "charter.scheduled", "member.created", "standing_orders.created", "standing_orders.archived"];

    private static readonly JsonSerializerOptions AsWritten = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Type[] Records = [.. typeof(DomainEvent).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DomainEvent)))];

    private IReadOnlyList<(string Kind, string Facts)> Entries =>
        old.Rows("SELECT Kind, Facts FROM log ORDER BY Seq", row => (row.GetString(0), row.GetString(1)));

    [Fact]
    public void The_log_contains_every_kind_the_product_writes() => Assert.Equal(
        Records.SelectMany(KindsOf).Distinct().Except(SinceThen).Except(Never).Order(StringComparer.Ordinal),
        Entries.Select(entry => entry.Kind).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_entry_is_read_as_its_record_and_written_back_unchanged() =>
        Assert.DoesNotContain(Entries, entry => Record(entry.Kind, entry.Facts) is null);

    [Fact]
    public void Every_property_of_a_record_has_a_value_in_some_entry()
    {
        foreach (var kind in Entries.GroupBy(entry => entry.Kind))
        {
            var records = kind.Select(entry => Record(entry.Kind, entry.Facts)!).ToList();
            var properties = records[0].GetType().GetProperties();
            foreach (var property in properties.Where(candidate => candidate.DeclaringType != typeof(DomainEvent)))
                Assert.Contains(records, record => IsFilled(property.GetValue(record)));
        }
    }

    [Fact]
    public async Task Every_entry_is_shown_as_a_sentence()
    {
        using var owner = old.Browser();
        var nora = old.Rows("SELECT Id FROM members WHERE Name = 'Nora Whitfield'", row => row.GetGuid(0)).Single();
        Assert.Equal(303, (int)(await owner.PostForm("/", "dev/sign-in", ("member", $"{nora}"))).StatusCode);
        var sentences = new List<string>();
        for (var page = $"/{old.Slug}/log"; page is not null;)
        {
            var shown = await owner.Page(page);
            sentences.AddRange(shown.QuerySelectorAll(".log .what").Select(what => what.TextContent.Trim()));
            page = shown.QuerySelector("#main > .acts a")?.GetAttribute("href");
        }

        sentences.Reverse();
        var shownEntries = Entries.Zip(sentences, (entry, sentence) => (entry.Kind, Sentence: sentence)).ToList();
        Assert.Equal(Entries.Count, sentences.Count);
        Assert.All(shownEntries, entry => Assert.DoesNotContain(entry.Kind, entry.Sentence, StringComparison.Ordinal));
        Assert.All(shownEntries, entry => Assert.Matches(@"^\p{L}[^{}]*$", entry.Sentence));
        var samples = shownEntries.Distinct().GroupBy(entry => entry.Kind).SelectMany(kind => kind.Take(6));
        OldFolder.Matches("log.txt", samples.Select(entry => $"{entry.Kind}: {entry.Sentence}"));
    }

    private static bool IsFilled(object? value) => value is not (null or "") && !value.Equals(Guid.Empty);

    /// <summary>The record of this kind that is written as exactly these facts; null if there is none.</summary>
    private static DomainEvent? Record(string kind, string facts) => Records.Select(type => Read(type, facts))
        .FirstOrDefault(record => record?.Kind == kind && Write(record) == facts);

    private static string Write(DomainEvent record) => JsonSerializer.Serialize(record, record.GetType(), AsWritten);

    private static DomainEvent? Read(Type type, string facts)
    {
        try
        {
            return (DomainEvent?)JsonSerializer.Deserialize(facts, type, AsWritten);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The kinds a record can have. Most have one; some depend on a state.</summary>
    private static IEnumerable<string> KindsOf(Type record)
    {
        if (record == typeof(ReferenceDataRecorded))
            return from noun in Nouns() from deed in new[] { "created", "changed", "archived" } select $"{noun}.{deed}";
        var constructor = record.GetConstructors().Single();
        IEnumerable<object?[]> argumentLists = [[]];
        foreach (var parameter in constructor.GetParameters())
        {
            argumentLists = argumentLists.SelectMany(
                _ => Values(parameter.ParameterType), (arguments, value) => (object?[])[.. arguments, value]);
        }

        return argumentLists.Select(arguments => ((DomainEvent)constructor.Invoke(arguments)).Kind);
    }

    private static IEnumerable<string> Nouns() => typeof(ArchivableEntity).Assembly.GetTypes()
        .Where(type => type.BaseType == typeof(ArchivableEntity)).Select(NounOf).Append("standing_orders");

    /// <summary>The type's name in the log: the only non-public string property of its base class.</summary>
    private static string NounOf(Type type)
    {
        var inherited = typeof(ArchivableEntity).GetProperties(BindingFlags.Instance | BindingFlags.NonPublic);
        var noun = inherited.Single(property => property.PropertyType == typeof(string));
        return (string)noun.GetValue(Activator.CreateInstance(type, nonPublic: true))!;
    }

    private static IEnumerable<object?> Values(Type type) => type switch
    {
        { IsEnum: true } => Enum.GetValues(type).Cast<object?>(),
        { IsValueType: true } => [Activator.CreateInstance(type)],
        { IsGenericType: true } => [Array.CreateInstance(type.GetGenericArguments()[0], 0)],
        _ => [""],
    };
}
