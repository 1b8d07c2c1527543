using System.Text.Json;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Tests.Evidence;

/// <summary>What is stored in the log is read back as the event record it was written from.</summary>
public sealed class LogFactsTests
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
    public void A_stored_entry_is_read_as_its_event_and_written_again_as_it_was(string kind, string facts)
    {
        var news = Read(kind, facts);

        Assert.NotNull(news);
        Assert.Equal(kind, news.Kind);
        Assert.Equal(facts, LogFacts.Write(news).Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Fact]
    public void Facts_have_their_values_and_the_subject_follows_from_them()
    {
        var other = Guid.NewGuid();

        var claimed = Read(
            "role.claimed",
            $$"""{"id":"{{Id}}","place_id":"{{other}}","role":"first_mate","member_id":"{{Id}}"}""");

        Assert.Equal(new RoleClaimed(Id, other, CrewRole.FirstMate, Id, false), claimed);
        Assert.Equal((other, Id), (claimed!.SubjectId, claimed.CharterId));
    }

    /// <summary>A new event type without a kind stops the first write or read; here it is named.</summary>
    [Fact]
    public void Every_event_has_its_kinds_and_each_kind_one_event()
    {
        var types = typeof(DomainEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DomainEvent)) && type != typeof(ReferenceDataRecorded)).ToHashSet();

        Assert.Equal(types, LogFacts.Kinds.Select(kind => Read(kind, "{}")!.GetType()).ToHashSet());
        Assert.All(
            CharterMoved.LogKinds.Concat(SignInMethodChanged.LogKinds), kind => Assert.Contains(kind, LogFacts.Kinds));
        Assert.All(Enum.GetValues<SignInMethodChange>(),
            done => Assert.Contains(new SignInMethodChanged(Id, done).Kind, LogFacts.Kinds));
    }

    [Theory]
    [InlineData("charter.created", "{}")]
    [InlineData("charter.published", """{"something_new":[1,{"a":2}],"id":"019b0000-0000-7000-8000-000000000001"}""")]
    [InlineData("vessel.changed", """{"fields":["name"]}""")]
    public void Facts_that_are_missing_or_new_do_no_harm(string kind, string facts) =>
        Assert.Equal(kind, Read(kind, facts)!.Kind);

    [Theory]
    [InlineData("charter.changed", """{"fields":"title"}""")]
    [InlineData("role.claimed", """{"role":"purser"}""")]
    [InlineData("guest.added", "[]")]
    [InlineData("guest.added", "null")]
    [InlineData("unheard", "{}")]
    public void What_is_no_event_is_none(string kind, string facts) => Assert.Null(Read(kind, facts));

    private static DomainEvent? Read(string kind, string facts) => LogFacts.Read(kind, JsonElement.Parse(facts));
}
