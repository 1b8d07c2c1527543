using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions;

/// <summary>Looks up what the gate asks about.</summary>
public sealed class GateKeeper(ShipDb db)
{
    /// <summary>What holds the boat now; empty where nothing does.</summary>
    public async Task<IReadOnlyList<Blocker>> Blockers(Charter charter) =>
        (await GateInputs.Load(db, charter)).Blockers;

    /// <summary>Once closed, its lists are history: what was required and left open is worth a word.</summary>
    public async Task<IReadOnlyList<Warning>> LeftOpen(Charter charter)
    {
        if (charter.Status != CharterStatus.Closed) return [];
        var sailed = await GateInputs.Load(db, charter);
        var countedBack = sailed.MiscountedBack
            .Select(line => new Warning(line.Code, new Words("After the return: {0}", line.Says)));
        return sailed.ToPutToBed.Count switch
        {
            0 => [.. countedBack],
            1 => [Open("Closed with one put-to-bed item still open."), .. countedBack],
            var open => [Open(new Words("Closed with {0} put-to-bed items still open.", open)), .. countedBack],
        };
    }

    private static Warning Open(Words says) => new("items_left_open", says);
}
