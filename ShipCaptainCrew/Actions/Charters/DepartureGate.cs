using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>Looks up what the gate asks about.</summary>
public sealed class DepartureGate(AppDbContext db)
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
            .Select(line => new Warning(line.Code, new LocalizedText("After the return: {0}", line.Message)));
        return sailed.ToPutToBed.Count switch
        {
            0 => [.. countedBack],
            1 => [Open("Closed with one put-to-bed item still open."), .. countedBack],
            var open => [Open(new LocalizedText("Closed with {0} put-to-bed items still open.", open)), .. countedBack],
        };
    }

    private static Warning Open(LocalizedText says) => new("items_left_open", says);
}
