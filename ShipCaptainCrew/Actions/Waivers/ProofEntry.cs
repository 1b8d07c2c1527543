using System.Text.Json.Serialization;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>
/// A log entry with the lines that are hashed. The JSON leaves out time and kind, because the lines contain them.
/// </summary>
public sealed record ProofEntry(
    [property: JsonIgnore] DateTimeOffset At,
    [property: JsonIgnore] string Kind,
    string Lines,
    byte[] PreviousHash,
    byte[] Hash)
{
    public static ProofEntry Of(LogEntry entry) =>
        new(entry.At, entry.Kind, entry.Lines, entry.PreviousHash, entry.Hash);
}
