using System.Text.Json.Serialization;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// Something that happened to a noun. Saving turns it into a log entry, the letters it causes and the live news.
/// Its own properties go into the log for good: ids, states and field names, never a person's details.
/// Each event record declares the kind it is logged under as a constant <c>LogKind</c>, or its kinds as <c>LogKinds</c>
/// where they depend on a value.
/// </summary>
/// <param name="Kind">The word on the wire, such as <c>role.claimed</c>.</param>
/// <param name="SubjectId">The noun it happened to.</param>
/// <param name="CharterId">The charter whose revision it raises, if any.</param>
public abstract record DomainEvent(
    [property: JsonIgnore] string Kind,
    [property: JsonIgnore] Guid SubjectId,
    [property: JsonIgnore] Guid? CharterId = null);

/// <summary>A noun of the reference data was made, changed or put away. Names the fields, never their values.</summary>
public sealed record ReferenceDataRecorded(string Noun, string Deed, Guid Id, IReadOnlyList<string> Fields)
    : DomainEvent($"{Noun}.{Deed}", Id)
{
    public const string CreatedDeed = "created";
    public const string ChangedDeed = "changed";
    public const string ArchivedDeed = "archived";

    public static ReferenceDataRecorded Made(string noun, Guid id) => new(noun, CreatedDeed, id, []);

    public static ReferenceDataRecorded Changed(string noun, Guid id, IEnumerable<string> fields) =>
        new(noun, ChangedDeed, id, [.. fields]);

    public static ReferenceDataRecorded Archived(string noun, Guid id) => new(noun, ArchivedDeed, id, []);
}
