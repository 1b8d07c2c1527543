using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Pages.WaiverRecords;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>The jobs that erase expired waivers and email the last waiver record to the owners.</summary>
public sealed partial class WaiverJobsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset LastDay = new(2030, 7, 5, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset DayAfter = LastDay.AddHours(2);
    private readonly SignedDay signed = new();

    private Guid Operator => signed.Day.Cast.OperatorId;

    public ValueTask InitializeAsync() => signed.InitializeAsync();

    public ValueTask DisposeAsync() => signed.DisposeAsync();

    [Fact]
    public async Task A_waiver_is_erased_the_day_after_its_retention_ends_and_the_records_still_verify()
    {
        Assert.Null(await Run<EraseExpiredWaivers>(LastDay));
        Assert.Equal("Old waivers erased: 3", await Run<EraseExpiredWaivers>(DayAfter));
        Assert.Null(await Run<EraseExpiredWaivers>(DayAfter));

        var findings = await Archive(archive => Task.FromResult(archive.Check(Operator)));
        var waiver = await signed.Day.Cast.Dana.Api.Get($"{signed.Day.Api}/waivers/{signed.Ann}").Json();
        var page = await signed.Owner.Page($"{signed.Day.Charter}/waivers/{signed.Ann}");

        Assert.Equal((null, 6), (findings.First, findings.Records));
        Assert.Null(waiver["html"]);
        Assert.Equal(ErasureCertificate.PastRetention, (string?)waiver["erased"]!["rule"]);
        Assert.False((bool)waiver["altered"]!);
        Assert.Contains("Erased automatically", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await signed.Owner.Page(signed.Book)).QuerySelectorAll("tbody .badge").Length);
        Assert.All(await In(db => db.Guests.ToListAsync()), guest => Assert.True(guest.HasSigned));
    }

    [Fact]
    public async Task An_erased_waivers_text_is_gone_from_the_database_file()
    {
        await Run<EraseExpiredWaivers>(DayAfter);
        var path = Path.Combine(signed.Day.Ship.Folder, StoragePaths.DatabaseName);
        using (var file = SqliteFile.Open(path)) file.Execute("PRAGMA wal_checkpoint(TRUNCATE)");

        Assert.DoesNotContain("sail on Aurora at my own risk",
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiver_on_hold_and_an_altered_waiver_are_not_erased()
    {
        using var held =
            await signed.Owner.PostForm(signed.Book, $"?handler=Hold&id={signed.Ann}", ("reason", "A claim"));
        signed.Tamper("UPDATE waivers SET Body = CAST(Body || ' ' AS BLOB) WHERE Seq = 2");

        Assert.Equal("Old waivers erased: 1", await Run<EraseExpiredWaivers>(DayAfter));
        Assert.Equal([1L, 2L],
            await In(
                db => db.Waivers.Where(row => row.Kind == RecordKind.Signed && row.Body != null).Select(row => row.Seq)
                    .ToListAsync()));
    }

    [Fact]
    public async Task An_altered_waiver_does_not_stop_the_erasure_of_later_ones()
    {
        await signed.Day.Cast.Dana.Api.Put($"/api/vessels/{signed.Day.VesselId}", new { passenger_capacity = 60 })
            .Json();
        for (var more = 0; more < 50; more++) await signed.Day.Cast.Signs(signed.Day.CharterId, $"Guest {more}");
        signed.Tamper("UPDATE waivers SET Body = CAST(Body || ' ' AS BLOB) WHERE Seq = 2");

        Assert.Equal("Old waivers erased: 52", await Run<EraseExpiredWaivers>(DayAfter));
    }

    private Task<string?> Run<T>(DateTimeOffset now)
        where T : IJob => signed.Day.Ship.In(services =>
    {
        services.GetRequiredService<AppDbContext>().UseOperator(Operator);
        return ActivatorUtilities.CreateInstance<T>(services)
            .Run(new(Operator, now, now), TestContext.Current.CancellationToken);
    });

    private Task<T> Archive<T>(Func<WaiverArchive, Task<T>> read) =>
        signed.Day.Ship.In(
            services => read(services.GetRequiredService<WaiverArchive>()));

    private Task<T> In<T>(Func<AppDbContext, Task<T>> read) => signed.Day.Ship.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(Operator);
        return read(db);
    });
}
