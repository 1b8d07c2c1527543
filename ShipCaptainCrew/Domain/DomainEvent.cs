using System.Text.Json.Serialization;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// Something that happened to an entity. Saving turns it into an audit log entry, the emails it triggers and a live
/// update. Its own properties are stored in the log permanently: ids, states and field names, never personal data. Each
/// event record declares the kind it is logged under as a constant <c>LogKind</c>, or as <c>LogKinds</c> if the kind
/// depends on a value.
/// </summary>
/// <param name="Kind">The kind as stored and sent, such as <c>role.claimed</c>.</param>
/// <param name="SubjectId">The entity it happened to.</param>
/// <param name="CharterId">The charter whose revision it increases, if any.</param>
public abstract record DomainEvent(
    [property: JsonIgnore] string Kind,
    [property: JsonIgnore] Guid SubjectId,
    [property: JsonIgnore] Guid? CharterId = null);

/// <summary>Reference data was created, changed or archived. Lists the changed fields, never their values.</summary>
public sealed record ReferenceDataRecorded(string Noun, string Deed, Guid Id, IReadOnlyList<string> Fields)
    : DomainEvent($"{Noun}.{Deed}", Id)
{
    public const string CreatedDeed = "created";
    public const string ChangedDeed = "changed";
    public const string ArchivedDeed = "archived";

    public static ReferenceDataRecorded Created(string noun, Guid id) => new(noun, CreatedDeed, id, []);

    public static ReferenceDataRecorded Changed(string noun, Guid id, IEnumerable<string> fields) =>
        new(noun, ChangedDeed, id, [.. fields]);

    public static ReferenceDataRecorded Archived(string noun, Guid id) => new(noun, ArchivedDeed, id, []);
}
