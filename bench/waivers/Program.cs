using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;

// Adds 10,000 signed waivers of ordinary length as the app does when a guest signs, then verifies them as the command
// `verify waivers` does: every byte, every hash, every seal.
const int Waivers = 10_000, BatchSize = 500;
var storage = new StoragePaths(Directory.CreateTempSubdirectory("scc-bench-").FullName);
await using var services = new ServiceCollection()
    .AddLogging()
    .AddSingleton(TimeProvider.System)
    .AddStorage(storage)
    .AddEvidence(storage)
    .AddData()
    .AddMaintenance()
    .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
    .BuildServiceProvider();
await InScope(scope => scope.GetRequiredService<StartupSequence>().PrepareServer());

var operatorId = Guid.CreateVersion7();
var paragraph = "<p>I sail at my own risk, I can swim, and I do what the captain says while I am aboard.</p>";
var html = $"<h2>Release of liability</h2>{string.Concat(Enumerable.Repeat(paragraph, 60))}";
var watch = Stopwatch.StartNew();
for (var done = 0; done < Waivers; done += BatchSize) await InScope(scope => AddBatch(scope, done));
Print($"{Waivers} waivers added");
var bytes = new FileInfo(storage.Database).Length;

for (var round = 1; round <= 3; round++)
{
    watch.Restart();
    using var file = SqliteFile.Open(storage.Database);
    using var seals = new PublicSeals(storage.Keys);
    var findings = WaiverVerification.Of(file, seals);
    Print($"Round {round}: {findings.Records} waivers verified, {findings.First ?? "all valid"}");
}

Console.WriteLine(
    FormattableString.Invariant($"{bytes / 1e6:F1} MB of database, {Content(0).ToBytes().Length} bytes per waiver"));
await services.DisposeAsync();
Directory.Delete(storage.Directory, recursive: true);

void Print(string text) =>
    Console.WriteLine(FormattableString.Invariant($"{text} in {watch.Elapsed.TotalSeconds:F2} s"));

async Task InScope(Func<IServiceProvider, Task> work)
{
    await using var scope = services.CreateAsyncScope();
    await work(scope.ServiceProvider);
}

Task AddBatch(IServiceProvider scope, int first)
{
    scope.GetRequiredService<AppDbContext>().UseOperator(operatorId);
    return scope.GetRequiredService<Change>().Run(async _ =>
    {
        for (var n = first; n < first + BatchSize; n++)
            await scope.GetRequiredService<WaiverRecordWriter>().Append(Content(n));
        return true;
    });
}

WaiverContent Content(int n) => new()
{
    WaiverId = Guid.CreateVersion7(),
    Operator = new(operatorId, "Queen of San Diego"),
    Event = new(operatorId, "Sunset sail", "Aurora", new(2026, 7, 4), "America/Los_Angeles"),
    GuestId = Guid.CreateVersion7(),
    GuestName = $"Guest {n}",
    Template = new(operatorId, "Release of liability", 1, WaiverVersion.HashOf(html)),
    Html = html,
    Language = "en",
    ConsentText = "I have read this text and agree to sign it electronically.",
    ConsentVersion = "1",
    SignerName = $"Guest {n}",
    Email = null,
    SignaturePath = string.Concat(Enumerable.Repeat("L123 45", 100)),
    GuardianRelationship = null,
    Children = [],
    ReachedBy = new("link", operatorId, null),
    ViewedAt = null,
    SignedAt = DateTimeOffset.UnixEpoch.AddMinutes(n),
    TimeZone = "America/Los_Angeles",
    Ip = "203.0.113.7",
    UserAgent = "Phone/1.0",
    AppVersion = "1.0.0.0",
};
