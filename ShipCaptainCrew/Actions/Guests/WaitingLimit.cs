using System.Net;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>
/// Limits how many guests added by links may wait to be placed: for one charter, and of those from one network. The
/// network is that of the log entry of the guest, so no address is stored with the guest.
/// </summary>
internal static class WaitingLimit
{
    private const int MostWaiting = 150;
    private const int MostFromOneNetwork = 50;

    /// <param name="more">How many more are to wait, with those added in this change.</param>
    public static async Task<Refusal?> Refuse(AppDbContext db, Guid charterId, Actor actor, int more = 1)
    {
        var waiting = db.Guests.Where(row => row.CharterId == charterId && !row.IsPlaced).Select(row => row.Id);
        var count = await waiting.CountAsync();
        return count + more > MostWaiting
            || (count + more > MostFromOneNetwork
                && await FromNetworkOf(db, charterId, waiting, actor) + more > MostFromOneNetwork)
            ? Refusal.Conflict(Gate.OverCapacity, "Too many people are already waiting to be added. Talk to the crew.")
            : null;
    }

    private static async Task<int> FromNetworkOf(
        AppDbContext db, Guid charterId, IQueryable<Guid> waiting, Actor actor)
    {
        var addresses = await db.Log
            .Where(entry => entry.CharterId == charterId && entry.Kind == GuestAdded.LogKind)
            .Where(entry => waiting.Contains(entry.SubjectId))
            .Select(entry => entry.Address).ToListAsync();
        var network = NetworkOf(actor.From.Address);
        return addresses.Count(address => NetworkOf(address) == network);
    }

    /// <summary>An IPv4 address, or the /64 network of an IPv6 address, which one household usually has.</summary>
    private static string NetworkOf(string? address) =>
        address is { } text && text.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(text, out var ip)
            ? Convert.ToHexString(ip.GetAddressBytes().AsSpan(0, 8))
            : address ?? "";
}
