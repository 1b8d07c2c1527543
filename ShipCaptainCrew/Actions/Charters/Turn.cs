using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>What a charter's page offers to its reader as the next act.</summary>
public enum Act
{
    /// <summary>Nothing is wanted from this person now.</summary>
    None,
    Publish,
    Claim,
    FindCrew,
    Confirm,
    Nudge,
    WorkChecklist,
    OpenBoarding,
    ClearStops,
    SignWaivers,
    BoardGuests,
    CountGuests,
    GiveSafetyTalk,
    SendCountAshore,
    LinesOff,
    AllFast,
    CallCaptain,
    Close,
}

/// <summary>Decides which single act a charter wants from a person now, by its status and their part in it.</summary>
public static class Turn
{
    public static Act Of(TurnFacts facts) => facts.Status switch
    {
        CharterStatus.Draft => First((facts.Plans, Act.Publish)),
        CharterStatus.Scheduled => First([.. Manning(facts), .. BeforeBoarding(facts)]),
        CharterStatus.Boarding when facts.IsClear => First(
            (facts.Runs || (facts.HasLapsed && facts.MayRun), Act.LinesOff), (facts.IsUnconfirmed, Act.Confirm)),
        CharterStatus.Boarding => First([.. Manning(facts), .. BeforeDeparture(facts)]),
        CharterStatus.Underway => First(
            (facts.Runs, Act.AllFast), (facts.IsOffice && facts.IsOverdue, Act.CallCaptain)),
        CharterStatus.Returned => First(
            (facts.IsAboard && facts.WantsCount, Act.CountGuests),
            (facts.IsAboard && facts.ItemsLeft > 0, Act.WorkChecklist),
            (facts.Runs, Act.Close)),
        _ => Act.None,
    };

    private static Act First(params IReadOnlyList<(bool IsWanted, Act Act)> acts) =>
        acts.FirstOrDefault(candidate => candidate.IsWanted).Act;

    private static IReadOnlyList<(bool, Act)> Manning(TurnFacts facts) =>
    [
        (facts.IsUnconfirmed, Act.Confirm),
        (facts.IsOffice && facts.OpenPositions > 0, Act.FindCrew),
        (facts.MayClaim, Act.Claim),
    ];

    private static IReadOnlyList<(bool, Act)> BeforeBoarding(TurnFacts facts) =>
    [
        (facts.HasLapsed && facts.MayRun, Act.OpenBoarding),
        (facts.IsOffice && facts.ToNudge > 0, Act.Nudge),
        (facts.IsAboard && facts.IsSoon && facts.ItemsLeft > 0, Act.WorkChecklist),
        (facts.Runs && facts.IsSoon && facts.OpensByHand, Act.OpenBoarding),
    ];

    /// <summary>In the order of the work at the dock: the guests who wait come before the checklist.</summary>
    private static IReadOnlyList<(bool, Act)> BeforeDeparture(TurnFacts facts) =>
    [
        (facts.Runs && facts.Stops > 0, Act.ClearStops),
        (facts.Runs && facts.Unsigned > 0, Act.SignWaivers),
        (facts.IsAboard && facts.NotAboard > 0, Act.BoardGuests),
        (facts.IsAboard && facts.ItemsLeft > 0, Act.WorkChecklist),
        (facts.IsAboard && facts.WantsCount, Act.CountGuests),
        (facts.IsAboard && facts.WantsTalk, Act.GiveSafetyTalk),
        (facts.Runs && facts.WantsAshore, Act.SendCountAshore),
    ];
}
