using System.Reflection;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Evidence;

namespace Bench.Generate;

/// <summary>The signed waivers of one operator, chained by their hashes and sealed by the folder's key.</summary>
internal sealed class WaiverChain(OperatorData data, Seal seal)
{
    /// <summary>Only a change of the product may make records, so their constructor is not public.</summary>
    private static readonly ConstructorInfo Make =
        typeof(WaiverRecord).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single(constructor => constructor.GetParameters().Length > 0);

    private long seq;
    private byte[] hash = WaiverRecord.Genesis;

    public List<WaiverRecord> Records { get; } = [];

    public List<WaiverRetention> Retentions { get; } = [];

    /// <summary>Signs in the order of the calls, which must be that of the times.</summary>
    public void Sign(Charter charter, Guest guest, Actor actor)
    {
        var id = Guid.CreateVersion7();
        guest.Sign(id, guest.Name, actor);
        var record = (WaiverRecord)Make.Invoke(
        [
            charter.OperatorId, ++seq, id, RecordKind.Signed, charter.Id, guest.Id, null, actor.At,
            Content(id, charter, guest, actor).ToBytes(), hash, seal,
        ]);
        hash = record.Hash;
        Records.Add(record);
        Retentions.Add(new(charter.OperatorId, id, charter.Date.AddYears(4)));
    }

    private WaiverContent Content(Guid id, Charter charter, Guest guest, Actor actor) => new()
    {
        WaiverId = id,
        Operator = new(data.Operator.Id, data.Operator.Name),
        Event = new(charter.Id, charter.Title, data.Vessel.Name, charter.Date, charter.TimeZone),
        GuestId = guest.Id,
        GuestName = guest.Name,
        Template = data.WaiverShown,
        Html = data.WaiverText.Html,
        Language = data.WaiverText.Language,
        ConsentText = SigningActions.Consent,
        ConsentVersion = SigningActions.ConsentVersion,
        SignerName = guest.Name,
        Email = null,
        SignaturePath = null,
        GuardianRelationship = null,
        Children = [],
        ReachedBy = new("link", null, null),
        ViewedAt = actor.At.AddMinutes(-2),
        SignedAt = actor.At,
        TimeZone = charter.TimeZone,
        Ip = actor.From.Address,
        UserAgent = "Mozilla/5.0",
        AppVersion = "1.0.0.0",
    };
}
