using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>What the blockers of the guests say.</summary>
public sealed partial class GuestManifestTests
{
    [Theory]
    [InlineData(0, 0, "Somebody must count the guests.")]
    [InlineData(1, 0, "Somebody must count the guests.")]
    [InlineData(1, 1, null)]
    [InlineData(2, 0, "Two people must each count the guests.")]
    [InlineData(2, 1, "Somebody else must count the guests too.")]
    [InlineData(2, 2, null)]
    [InlineData(3, 2, null)]
    public void A_crew_of_two_or_more_counts_twice(int crew, int counts, string? message)
    {
        var muster = new Muster(Operator, CharterId);
        if (counts > 0) muster.Count(CountOf.Departure, 0, Kim);
        if (counts > 1) muster.Count(CountOf.Departure, 0, Sam);

        Assert.Equal(
            message is null ? [] : [message],
            new GuestManifest([], muster, false).Counts(CountOf.Departure, crew)
                .Select(blocker => $"{blocker.Message}"));
    }

    [Fact]
    public void Counts_that_differ_from_the_list_are_named()
    {
        var muster = Mustered(1, 1);
        muster.Count(CountOf.Departure, 2, Sam with { At = Now.AddMinutes(1) });
        muster.SendAshore(3, "Office", Kim);

        Assert.Equal(
            [
                "The head counts do not match: 1, 2 counted, 1 boarded on the list.",
                "Guests reported ashore: 3; aboard now: 1.",
            ],
            new GuestManifest([GuestWith("Ben", GuestStatus.Boarded)], muster, false).Blockers(2)
                .Select(blocker => $"{blocker.Message}"));
    }

    [Fact]
    public void Everything_that_is_missing_is_named()
    {
        var ben = GuestWith("Ben", GuestStatus.Expected);

        var blockers = new GuestManifest([ben], null, true).Blockers(1).ToList();

        Assert.Equal(
            [
                "Waiver not signed: Ben",
                "Somebody must count the guests.",
                "The safety talk has not been given.",
                "The count has not been sent ashore.",
            ],
            blockers.Select(blocker => $"{blocker.Message}"));
        Assert.Equal([ben.Id, null, null, null], blockers.Select(blocker => blocker.Id));
    }
}
