using System.Runtime.CompilerServices;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Tests.Domain.Charters;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// Waivers signed by Ana Cole on July 4 at 16:00, as pages show them. Their records have no hashes and no seal, which
/// only the writer of waiver records makes.
/// </summary>
internal static class TestWaivers
{
    private static readonly DateTimeOffset At = UtcCharter.At(16);
    private static readonly DateOnly RetainUntil = new(2030, 7, 4);

    /// <summary>Signed for the children if there are any, else for herself.</summary>
    public static SignedWaiver Signed(params string[] children)
    {
        var charter = UtcCharter.Scheduled();
        var record = Record(charter.Id, [1]);
        var content = new WaiverContent
        {
            WaiverId = record.Id,
            Operator = new(UtcCharter.Operator, "Queen of San Diego"),
            Event = new(charter.Id, charter.Title, UtcCharter.Aurora.Name, charter.Date, charter.TimeZone),
            GuestId = Guid.CreateVersion7(),
            GuestName = "Ana Cole",
            Template = new(Guid.CreateVersion7(), "Release", 1, ""),
            Html = "<p>Release</p>",
            Language = "en",
            ConsentText = "I agree.",
            ConsentVersion = "1",
            SignerName = "Ana Cole",
            Email = null,
            SignaturePath = null,
            GuardianRelationship = null,
            Children = [.. children.Select(child => new ChildShown(child, new(2017, 5, 1), Guid.CreateVersion7()))],
            ReachedBy = new("link", null, null),
            ViewedAt = null,
            SignedAt = At,
            TimeZone = charter.TimeZone,
            Ip = null,
            UserAgent = null,
            AppVersion = "1",
        };
        return new(record, IntegrityCheck.Whole, content, null, new(UtcCharter.Operator, record.Id, RetainUntil));
    }

    /// <summary>Erased on July 5, 2030.</summary>
    public static SignedWaiver Erased()
    {
        var record = Record(Guid.CreateVersion7(), null);
        var certificate = new ErasureCertificate
        {
            ErasedSeq = record.Seq,
            WaiverId = record.Id,
            Rule = ErasureCertificate.PastRetention,
            RetainUntil = RetainUntil,
            BodySha256 = "",
            ErasedAt = new(2030, 7, 5, 3, 0, 0, TimeSpan.Zero),
        };
        return new(record, IntegrityCheck.Whole, null, certificate, null);
    }

    private static WaiverRecord Record(Guid charterId, byte[]? body)
    {
        var record = New();
        SetId(record, Guid.CreateVersion7());
        SetSeq(record, 7);
        SetCharterId(record, charterId);
        SetAt(record, At);
        SetBody(record, body);
        return record;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern WaiverRecord New();

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")]
    private static extern void SetId(WaiverRecord record, Guid value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Seq")]
    private static extern void SetSeq(WaiverRecord record, long value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_CharterId")]
    private static extern void SetCharterId(WaiverRecord record, Guid value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_At")]
    private static extern void SetAt(WaiverRecord record, DateTimeOffset value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Body")]
    private static extern void SetBody(WaiverRecord record, byte[]? value);
}
