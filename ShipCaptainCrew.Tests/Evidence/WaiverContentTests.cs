using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Tests.Evidence;

public sealed class WaiverContentTests
{
    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 20],
        Gen.OneOf("", "María", "\"</script>\\", "  \t\n", "名前 👋", "{{name}}"));
    private static readonly Gen<DateOnly> Day = Gen.Int[700_000, 750_000].Select(DateOnly.FromDayNumber);
    private static readonly Gen<DateTimeOffset> Instant = Gen.Long[0, 3_000_000_000L * TimeSpan.TicksPerSecond]
        .Select(ticks => DateTimeOffset.UnixEpoch.AddTicks(ticks));
    private static readonly Gen<ChildShown> Child =
        Gen.Select(Word, Day, Gen.Guid, (name, born, id) => new ChildShown(name, born, id));

    private static readonly Gen<WaiverContent> Contents = Gen.Select(
        Gen.Select(Gen.Guid, Gen.Guid, Gen.Guid, Gen.Guid),
        Word.Array[14],
        Child.Array[0, 3],
        Instant,
        Instant.Nullable(),
        Day,
        (ids, words, children, signedAt, viewedAt, day) => new WaiverContent
        {
            WaiverId = ids.Item1,
            Operator = new(ids.Item2, words[0]),
            Event = new(ids.Item3, words[1], words[2], day, "America/Los_Angeles"),
            GuestId = ids.Item4,
            GuestName = words[3],
            Template = new(ids.Item1, words[4], 3, "00ff"),
            Html = words[5],
            Language = "en",
            ConsentText = words[6],
            ConsentVersion = "1",
            SignerName = words[7],
            Email = words[8].Length == 0 ? null : words[8],
            SignaturePath = words[9],
            GuardianRelationship = null,
            Children = children,
            ReachedBy = new(words[10], ids.Item2, null),
            ViewedAt = viewedAt,
            SignedAt = signedAt,
            TimeZone = "America/Los_Angeles",
            Ip = words[11],
            UserAgent = words[12],
            AppVersion = words[13],
        });

    [Fact]
    public void Equal_content_has_equal_bytes_and_is_read_back_from_them() => Contents.Sample(content =>
    {
        var bytes = content.ToBytes();
        return bytes.SequenceEqual((content with { }).ToBytes())
            && bytes.SequenceEqual(WaiverContent.Read(bytes).ToBytes());
    });

    [Fact]
    public void Different_content_has_different_bytes() =>
        Gen.Select(Contents, Contents)
            .Sample((one, other) => one == other || !one.ToBytes().SequenceEqual(other.ToBytes()));

    [Fact]
    public void The_bytes_are_JSON_with_sorted_keys_and_no_line_breaks() => Contents.Sample(content =>
    {
        var bytes = content.ToBytes();
        var keys = JsonNode.Parse(bytes)!.AsObject().Select(field => field.Key).ToList();
        return bytes[0] == '{' && keys.SequenceEqual(keys.Order(StringComparer.Ordinal))
            && !Encoding.UTF8.GetString(bytes).Contains('\n');
    });
}
