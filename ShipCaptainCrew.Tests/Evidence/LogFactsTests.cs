using System.Text.Json;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Tests.Evidence;

/// <summary>Stored facts of a log entry are read back as the event record they were written from.</summary>
public sealed partial class LogFactsTests
{
    private static readonly Guid Id = Guid.Parse("019b0000-0000-7000-8000-000000000001");

    /// <summary>Kinds as they are stored in existing files, with the facts that were written with them.</summary>
    public static TheoryData<string, string> Stored => new()
    {
        { "charter.created", $$"""{"id":"{{Id}}"}""" },
        { "charter.changed", $$"""{"id":"{{Id}}","fields":["title","return_time"],"moved":true}""" },
        {
            "charter.underway",
            $$"""{"id":"{{Id}}","from":"boarding","to":"underway","at":"2026-07-04T23:30:00+00:00","by_clock":false}"""
        },
        { "charter.undone", $$"""{"id":"{{Id}}","from":"underway","to":"boarding","reason":null}""" },
        {
            "charter.time_set",
            $$"""{"id":"{{Id}}","field":"actual_return","from":null,"to":"2026-07-05T02:00:00+00:00","reason":"late"}"""
        },
        {
            "role.claimed",
            $$"""{"id":"{{Id}}","place_id":"{{Id}}","role":"first_mate","member_id":"{{Id}}","in_draft":false}"""
        },
        { "member.program_made", $$"""{"id":"{{Id}}","done":"program_made"}""" },
        { "head_count.given", $$"""{"charter":"{{Id}}","muster_id":"{{Id}}","which":"return","guests":12}""" },
        { "guest.marked", $$"""{"charter":"{{Id}}","guest_id":"{{Id}}","where":"no_show"}""" },
        { "waiver.erased", $$"""{"charter":"{{Id}}","waiver_id":"{{Id}}","seq":4}""" },
        {
            "waiver_template.changed",
            $$"""{"noun":"waiver_template","deed":"changed","id":"{{Id}}","fields":["name"]}"""
        },
        {
            "standing_orders.changed",
            $$"""{"noun":"standing_orders","deed":"changed","id":"{{Id}}","fields":["grace_minutes"]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void A_stored_entry_is_read_as_its_event_and_written_back_unchanged(string kind, string facts)
    {
        var domainEvent = Read(kind, facts);

        Assert.NotNull(domainEvent);
        Assert.Equal(kind, domainEvent.Kind);
        Assert.Equal(facts, LogFacts.Write(domainEvent).Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Fact]
    public void Facts_are_read_and_the_subject_and_charter_follow_from_them()
    {
        var other = Guid.NewGuid();

        var claimed = Read(
            "role.claimed",
            $$"""{"id":"{{Id}}","place_id":"{{other}}","role":"first_mate","member_id":"{{Id}}"}""");

        Assert.Equal(new RoleClaimed(Id, other, CrewRole.FirstMate, Id, false), claimed);
        Assert.Equal((other, Id), (claimed!.SubjectId, claimed.CharterId));
    }

    /// <summary>An event type without a kind would fail at the first write or read; this test names it.</summary>
    [Fact]
    public void Every_event_type_declares_its_kinds_and_every_kind_has_an_event_type()
    {
        var types = typeof(DomainEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DomainEvent)) && type != typeof(ReferenceDataRecorded)).ToHashSet();

        Assert.Equal(types, LogFacts.Kinds.Select(kind => Read(kind, "{}")!.GetType()).ToHashSet());
        Assert.All(
            CharterMoved.LogKinds.Concat(SignInMethodChanged.LogKinds), kind => Assert.Contains(kind, LogFacts.Kinds));
        Assert.All(Enum.GetValues<SignInMethodChange>(),
            done => Assert.Contains(new SignInMethodChanged(Id, done).Kind, LogFacts.Kinds));
    }

    private static DomainEvent? Read(string kind, string facts) => LogFacts.Read(kind, JsonElement.Parse(facts));
}
