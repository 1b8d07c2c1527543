using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Tests.Actions.Charters;

/// <summary>The table of states and people of the charter page: which act each of them is asked for.</summary>
public sealed class TurnTests
{
    private const CharterStatus Draft = CharterStatus.Draft, Scheduled = CharterStatus.Scheduled,
        Boarding = CharterStatus.Boarding, Underway = CharterStatus.Underway, Returned = CharterStatus.Returned;

    private static readonly TurnFacts Early = new() { Status = Scheduled }, Soon = Early with { IsSoon = true };

    /// <summary>Everything is open at the dock; the rows below do one thing after the other.</summary>
    private static readonly TurnFacts Held = new()
    {
        Status = Boarding, Stops = 1, Unsigned = 2, NotAboard = 2, ItemsLeft = 10, WantsCount = true, WantsTalk = true,
        WantsAshore = true,
    };

    private static readonly TurnFacts Clear = new() { Status = Boarding, IsClear = true };

    private static readonly TurnFacts Back = new() { Status = Returned, WantsCount = true, ItemsLeft = 3 };

    /// <summary>A state, then the act of captain or first mate, of others aboard, and of the office.</summary>
    public static TheoryData<string, TurnFacts, Act, Act, Act> Rows => new()
    {
        { "Draft", new() { Status = Draft }, Act.None, Act.None, Act.Publish },
        { "Place open", Early with { OpenPositions = 1 }, Act.None, Act.None, Act.FindCrew },
        { "Not confirmed", Early with { IsUnconfirmed = true }, Act.Confirm, Act.Confirm, Act.Confirm },
        { "Others not confirmed", Early with { ToNudge = 2 }, Act.None, Act.None, Act.Nudge },
        { "Early", Early with { ItemsLeft = 10 }, Act.None, Act.None, Act.None },
        { "List open, soon", Soon with { ItemsLeft = 10 }, Act.WorkChecklist, Act.WorkChecklist, Act.None },
        { "List done, soon", Soon, Act.None, Act.None, Act.None },
        { "Opens by hand", Soon with { OpensByHand = true }, Act.OpenBoarding, Act.None, Act.None },
        { "Lapsed", Soon with { HasLapsed = true }, Act.OpenBoarding, Act.None, Act.OpenBoarding },
        { "Stop", Held, Act.ClearStops, Act.BoardGuests, Act.None },
        { "Stop: open place", Held with { OpenPositions = 1 }, Act.ClearStops, Act.BoardGuests, Act.FindCrew },
        { "Waivers", Held with { Stops = 0 }, Act.SignWaivers, Act.BoardGuests, Act.None },
        { "Guests", At(unsigned: 0), Act.BoardGuests, Act.BoardGuests, Act.None },
        { "List", At(unsigned: 0, ashoreOnly: 0), Act.WorkChecklist, Act.WorkChecklist, Act.None },
        { "Count", At(0, 0, items: 0), Act.CountGuests, Act.CountGuests, Act.None },
        { "Talk", At(0, 0, 0, count: false), Act.GiveSafetyTalk, Act.GiveSafetyTalk, Act.None },
        { "Ashore", At(0, 0, 0, count: false, talk: false), Act.SendCountAshore, Act.None, Act.None },
        { "Another must count", new() { Status = Boarding }, Act.None, Act.None, Act.None },
        { "Clear", Clear, Act.LinesOff, Act.None, Act.None },
        { "Clear, some not aboard", Clear with { NotAboard = 2 }, Act.LinesOff, Act.None, Act.None },
        { "Clear, time over", Clear with { HasLapsed = true }, Act.LinesOff, Act.None, Act.LinesOff },
        { "Under way", new() { Status = Underway }, Act.AllFast, Act.None, Act.None },
        { "Overdue", new() { Status = Underway, IsOverdue = true }, Act.AllFast, Act.None, Act.CallCaptain },
        { "Back, to be counted", Back, Act.CountGuests, Act.CountGuests, Act.None },
        { "Back, list open", Back with { WantsCount = false }, Act.WorkChecklist, Act.WorkChecklist, Act.None },
        { "Back", new() { Status = Returned }, Act.Close, Act.None, Act.None },
        { "Closed", new() { Status = CharterStatus.Closed }, Act.None, Act.None, Act.None },
        { "Canceled", new() { Status = CharterStatus.Cancelled, ItemsLeft = 3 }, Act.None, Act.None, Act.None },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_person_is_asked_for_one_act(string state, TurnFacts facts, Act captain, Act aboard, Act office)
    {
        var asked = (Turn.Of(facts with { IsAboard = true, Runs = true, MayRun = true }),
            Turn.Of(facts with { IsAboard = true }),
            Turn.Of(facts with { IsOffice = true, Plans = true, MayRun = true }));

        Assert.Equal((state, (captain, aboard, office)), (state, asked));
    }

    [Fact]
    public void Who_has_no_position_is_asked_only_to_claim_one()
    {
        Assert.Equal(Act.Claim, Turn.Of(Early with { OpenPositions = 1, MayClaim = true }));
        Assert.Equal(Act.Claim, Turn.Of(Held with { OpenPositions = 1, MayClaim = true }));
        Assert.Equal(Act.None, Turn.Of(Held));
        Assert.Equal(Act.None, Turn.Of(Back));
    }

    [Fact]
    public void The_owner_who_is_captain_is_asked_as_captain_and_finds_the_crew_too()
    {
        var owner = Early with { IsAboard = true, Runs = true, IsOffice = true, Plans = true, MayRun = true };

        Assert.Equal(Act.FindCrew, Turn.Of(owner with { OpenPositions = 1 }));
        Assert.Equal(Act.Publish, Turn.Of(owner with { Status = Draft }));
        Assert.Equal(Act.LinesOff, Turn.Of(owner with { Status = Boarding, IsClear = true }));
    }

    /// <summary>At the dock without a stop.</summary>
    private static TurnFacts At(
        int unsigned, int ashoreOnly = 2, int items = 10, bool count = true, bool talk = true) => Held with
    {
        Stops = 0, Unsigned = unsigned, NotAboard = ashoreOnly, ItemsLeft = items, WantsCount = count, WantsTalk = talk,
    };
}
