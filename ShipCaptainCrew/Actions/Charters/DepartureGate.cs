using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>Loads what the departure gate checks.</summary>
public sealed class DepartureGate(AppDbContext db)
{
    /// <summary>What keeps the charter from departing now; empty when nothing does.</summary>
    public async Task<IReadOnlyList<Blocker>> Blockers(Charter charter) =>
        (await GateInputs.Load(db, charter)).Blockers;

    /// <summary>
    /// Codes of what is left open after the return: required items, and head counts that do not match.
    /// </summary>
    public async Task<IReadOnlyList<string>> WorkLeft(Charter charter)
    {
        if (charter.Status != CharterStatus.Returned) return [];
        var sailed = await GateInputs.Load(db, charter);
        var items = sailed.ToPutToBed.Count > 0 ? [Gate.ItemOpen] : Array.Empty<string>();
        return [.. items, .. sailed.MiscountedBack.Select(line => line.Code).Distinct()];
    }

    /// <summary>Warnings for a closed charter: required items left open, and head counts that do not match.</summary>
    public async Task<IReadOnlyList<Warning>> LeftOpen(Charter charter)
    {
        if (charter.Status != CharterStatus.Closed) return [];
        var sailed = await GateInputs.Load(db, charter);
        var countedBack = sailed.MiscountedBack
            .Select(line => new Warning(line.Code, new LocalizedText("After the return: {0}", line.Message)));
        return sailed.ToPutToBed.Count switch
        {
            0 => [.. countedBack],
            1 => [LeftOpen("Closed with 1 item still open."), .. countedBack],
            var open =>
            [
                LeftOpen(new LocalizedText("Closed with {0} items still open.", open)),
                .. countedBack,
            ],
        };
    }

    private static Warning LeftOpen(LocalizedText message) => new("items_left_open", message);
}
