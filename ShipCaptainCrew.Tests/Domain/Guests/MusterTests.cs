using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Tests.Domain.Charters;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>Head counts, the orientation, what was sent ashore, and incidents.</summary>
public sealed class MusterTests
{
    private static readonly Guid CharterId = Guid.CreateVersion7();
    private static readonly Actor Kim = UtcCharter.ByKim(17), Sam = Kim with { MemberId = UtcCharter.Sam.Id };

    private readonly Muster muster = new(Guid.CreateVersion7(), CharterId);

    [Fact]
    public void Each_count_is_kept_and_repeating_the_last_one_changes_nothing()
    {
        muster.Count(CountOf.Departure, 3, Kim);
        muster.Count(CountOf.Departure, 3, Kim with { At = Kim.At.AddMinutes(1) });
        muster.Count(CountOf.Return, 3, Kim);
        muster.Count(CountOf.Departure, 3, Sam);

        Assert.Equal(
            [(CountOf.Departure, 3, Kim.MemberId), (CountOf.Return, 3, Kim.MemberId),
                (CountOf.Departure, 3, Sam.MemberId)],
            muster.Counts.Select(count => (count.Which, count.Guests, (Guid?)count.MemberId)));
        Assert.Equal(new HeadCounted(CharterId, muster.Id, CountOf.Departure, 3), muster.TakeEvents()[0]);
        Assert.Equal(Sam.MemberId, muster.LatestOf(CountOf.Departure, Sam.MemberId!.Value)!.MemberId);
        Assert.Null(muster.LatestOf(CountOf.Return, Sam.MemberId.Value));
    }

    [Fact]
    public void The_orientation_and_the_message_ashore_are_replaced_and_the_first_incident_stays()
    {
        muster.Orient("Life jackets", Kim);
        muster.SendAshore(2, "Office", Kim);
        muster.NoteIncident("Cut finger", Kim);
        muster.NoteIncident("Lost hat", Sam);
        Assert.Equal(
            [new OrientationHeld(CharterId, muster.Id), new CountSentAshore(CharterId, muster.Id, 2),
                new IncidentNoted(CharterId, muster.Id)],
            muster.TakeEvents());

        muster.Orient("Exits", Sam);
        muster.SendAshore(3, "Marina", Sam);

        Assert.Equal(new Orientation(Sam.MemberId!.Value, Sam.At, "Exits"), muster.Orientation);
        Assert.Equal(new SentAshore(Sam.MemberId.Value, Sam.At, 3, "Marina"), muster.Ashore);
        Assert.Equal(new Incident("Cut finger", Kim.MemberId!.Value, Kim.At), muster.Incident);
        Assert.Equal([Sam.MemberId.Value, Kim.MemberId.Value],
            new GuestManifest([], muster, false).MembersNamed);
    }

    [Fact]
    public void Members_who_counted_are_named_once()
    {
        muster.Count(CountOf.Departure, 3, Sam);
        muster.Count(CountOf.Return, 3, Sam);

        Assert.Equal([Sam.MemberId!.Value], new GuestManifest([], muster, false).MembersNamed);
        Assert.Empty(GuestManifest.Nobody.MembersNamed);
    }

    [Fact]
    public void A_crew_member_counts_without_knowing_the_number_until_they_have_counted()
    {
        var charter = UtcCharter.In(CharterStatus.Boarding);
        var manifest = new GuestManifest([], muster, false);

        Assert.True(IsBlind(CountOf.Departure));
        Assert.True((manifest with { Muster = null }).IsBlind(CountOf.Departure, charter, UtcCharter.Kim.Id));
        Assert.False(manifest.IsBlind(CountOf.Departure, charter, UtcCharter.Sam.Id));
        muster.Count(CountOf.Departure, 3, Kim);

        Assert.Equal((false, true), (IsBlind(CountOf.Departure), IsBlind(CountOf.Return)));
        charter = UtcCharter.In(CharterStatus.Closed);
        Assert.False(IsBlind(CountOf.Return));

        bool IsBlind(CountOf which) => manifest.IsBlind(which, charter, UtcCharter.Kim.Id);
    }

    [Fact]
    public void The_usual_topics_of_an_orientation_are_offered() => Assert.Equal(
        [
            "Where life jackets are, and how to put them on",
            "Emergency exits and where to gather",
            "Man overboard: shout, point, throw",
            "Fire, and whom to tell",
            "Where to stay seated, and what is slippery",
            "Nobody goes below or on the bow without telling the crew",
        ],
        OrientationTopics.UsualTopics);

    [Fact]
    public void The_topics_of_an_orientation_are_joined_and_limited()
    {
        Assert.Equal("Exits\nJackets\nPets stay below", OrientationTopics.Read(Input.Of(new()
        {
            ["topics"] = new JsonArray("Exits", "Jackets"),
            ["more"] = "Pets stay below",
        })));
        Assert.Equal("Check what you covered.", Error(new()));
        Assert.Null(Error(new() { ["topics"] = "x", ["more"] = new string('y', InputLimits.Text - 2) }));
        Assert.Equal("Keep this to 2000 characters; it has 2001.",
            Error(new() { ["topics"] = "x", ["more"] = new string('y', InputLimits.Text - 1) }));

        static string? Error(JsonObject fields)
        {
            var input = Input.Of(fields);
            OrientationTopics.Read(input);
            return input.Refusal is null ? null : $"{Assert.Single(input.Refusal.Errors!["topics"])}";
        }
    }
}
