using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class SuspendedOperatorTests
{
    [Fact]
    public async Task Its_event_streams_end_within_half_a_minute_and_those_of_others_continue()
    {
        var strangers = await App.Cast("strangers");
        await using var kim = await EventStreamReader.Begin(Queen.Kim.Api, $"{fixture.Api}/stream");
        await using var max = await EventStreamReader.Begin(Queen.Max.Browser, $"/{Queen.Slug}/stream");
        await using var robin = await EventStreamReader.Begin(strangers.Olive.Browser, "/strangers/stream");
        foreach (var stream in new[] { kim, max, robin }) await stream.Hear();
        await Queen.Suspend();

        Assert.Equal("change operator.suspended", await max.Hear());
        Assert.Equal("end", await max.Hear(App.Clock, 30));
        Assert.Equal("end", await kim.Hear(App.Clock, 1));
        Assert.Equal("heartbeat", await robin.Hear(App.Clock, 16));
    }

    [Fact]
    public async Task Its_audit_log_and_waiver_records_stay_intact()
    {
        await Queen.Waiver();
        await App.Sign((string)(await fixture.Guest("Ben Cole"))["waiver_url"]!, "Ben Cole");
        await Queen.Suspend();
        await Queen.Resume();
        await Queen.Suspend();

        using var file = SqliteFile.Open(Path.Combine(App.Folder, StoragePaths.DatabaseName));
        using var seals = new PublicSeals(Path.Combine(App.Folder, "keys"));
        Assert.Null(DatabaseVerification.Of(file, seals));
        Assert.Single(await Queen.Book());
    }
}
