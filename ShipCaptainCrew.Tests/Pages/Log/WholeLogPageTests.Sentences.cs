using System.Text.Json;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Actions.Log;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Pages.Log;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Log;

public sealed partial class WholeLogPageTests
{
    private static readonly JsonSerializerOptions AuditLogFormat = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Every type of event, with any facts, is shown as a sentence and not by its kind.</summary>
    [Fact]
    public async Task Every_event_has_a_sentence()
    {
        var all = typeof(DomainEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DomainEvent)) && type != typeof(ReferenceDataRecorded)).Select(Any)
            .Concat(
                from noun in new[] { "vessel", "charter_type", "checklist_template", "waiver_template", "member" }
                from deed in new[] { "created", "changed", "archived" }
                select new ReferenceDataRecorded(noun, deed, Guid.Empty, ["name"]))
            .Append(ReferenceDataRecorded.Changed("standing_orders", Guid.Empty, ["grace"])).ToList();

        Assert.True(all.Count > 40);
        var sentences = new LogSentences(await Queen.Look(db => LogNames.In(db, [])), TimeZoneInfo.Utc);
        Assert.All(all, logged => Assert.NotEqual(logged.Kind, sentences.What(Entry(logged.Kind, Facts(logged))).Text));
    }

    [Fact]
    public async Task One_guest_is_singular()
    {
        var sentences = new LogSentences(await Queen.Look(db => LogNames.In(db, [])), TimeZoneInfo.Utc);
        DomainEvent[] events =
        [
            new HeadCounted(default, default, CountOf.Departure, 1),
            new HeadCounted(default, default, CountOf.Departure, 2),
            new HeadCounted(default, default, CountOf.Return, 1),
            new CountSentAshore(default, default, 1), new CountSentAshore(default, default, 0),
        ];

        Assert.Equal(
            [
                "Counted 1 guest before departure", "Counted 2 guests before departure",
                "Counted 1 guest after the return",
                "Sent the count ashore: 1 guest", "Sent the count ashore: 0 guests",
            ],
            events.Select(logged => $"{sentences.What(Entry(logged.Kind, Facts(logged)))}"));
    }

    /// <summary>Entries of other versions may lack facts or have facts of another type.</summary>
    [Fact]
    public async Task Every_kind_is_shown_even_with_missing_or_invalid_facts()
    {
        var sentences = new LogSentences(await Queen.Look(db => LogNames.In(db, [])), TimeZoneInfo.Utc);

        Assert.All(LogFacts.Kinds.Concat(["vessel.changed", "standing_orders.changed"]), kind =>
        {
            Assert.NotEqual(kind, Sentence(kind, "{}"));
            Assert.NotEmpty(Sentence(kind, """{"id":7,"charter":[],"noun":true}"""));
        });
        Assert.All(["kraken.sighted", "kraken", "a.b.c", ""], kind => Assert.Equal(kind, Sentence(kind, "{}")));
        Assert.Equal("Changed {0} of the {1} {2}", Sentence("vessel.painted", "{}"));

        string Sentence(string kind, string facts) =>
            sentences.What(Entry(kind, JsonElement.Parse(facts))).Text;
    }

    private static LogLine Entry(string kind, JsonElement facts) => new()
    {
        Seq = 1,
        At = default,
        Kind = kind,
        MemberId = null,
        Name = null,
        SubjectId = Guid.Empty,
        CharterId = null,
        Facts = facts,
    };

    private static DomainEvent Any(Type type) =>
        (DomainEvent)Activator.CreateInstance(type,
            [.. type.GetConstructors().Single().GetParameters().Select(parameter => Value(parameter.ParameterType))])!;

    private static object? Value(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(IReadOnlyList<string>) ? new[] { "x" }
        : type == typeof(IReadOnlyList<Guid>) ? Array.Empty<Guid>()
        : type == typeof(CharterStatus) ? CharterStatus.Underway
        : Activator.CreateInstance(type);

    private static JsonElement Facts(DomainEvent logged) =>
        JsonSerializer.SerializeToElement(logged, logged.GetType(), AuditLogFormat);
}
