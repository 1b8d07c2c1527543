using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Live;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;

namespace Bench;

/// <summary>
/// Checks that response times do not reveal whether an address is known. The app, on 127.0.0.1, is asked for sign-in
/// emails to known and unknown addresses in turn, then given wrong codes for both. Prints the medians, their
/// difference, and the probability of such a difference by chance (Mann-Whitney): above 0.01, the times reveal nothing.
/// </summary>
internal static class SignIn
{
    private const int Each = 300;
    private const string Address = "http://127.0.0.1:5391";

    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("scc-bench-").FullName;
        await Fill(new StoragePaths(folder));
        Serve(folder);
        using var client = new HttpClient { BaseAddress = new(Address) };
        await Ready(client);
        for (var i = 0; i < 50; i++) await RequestLink(client, $"warm{i}@nowhere.example");
        var (known, unknown) = (new List<string>(), new List<string>());
        await Compare("Requesting a sign-in email", "known",
            async i => known.Add(await RequestLink(client, Known(i))), "unknown",
            async i => unknown.Add(await RequestLink(client, $"unknown{i}@queen.example")));
        await Task.Delay(5000);
        await Compare("A wrong code", "known", i => TryCode(client, known[i], "00000000"), "unknown",
            i => TryCode(client, unknown[i], "00000000"));
        await Compare("A code", "of the right shape", i => TryCode(client, known[i], "00000001"), "of none",
            i => TryCode(client, known[i], "?"));
        Directory.Delete(folder, recursive: true);
        Environment.Exit(0);
    }

    private static string Known(int i) => $"known{i}@queen.example";

    private static async Task<string> RequestLink(HttpClient client, string email)
    {
        using var response = await client.PostAsJsonAsync("/api/auth/magic-links", new { email });
        return (string)(await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["ask"]!;
    }

    private static async Task TryCode(HttpClient client, string ask, string code)
    {
        using var response = await client.PostAsJsonAsync("/api/auth/tokens", new { ask, code });
        if ((int)response.StatusCode != 400) throw new InvalidOperationException($"{response.StatusCode}");
    }

    /// <summary>Times both requests alternately, each of them first equally often.</summary>
    private static async Task Compare(
        string what, string one, Func<int, Task> first, string other, Func<int, Task> second)
    {
        var (ones, others) = (new List<double>(), new List<double>());
        for (var i = 0; i < Each; i++)
        {
            if (i % 2 == 0) ones.Add(await Time(first, i));
            others.Add(await Time(second, i));
            if (i % 2 == 1) ones.Add(await Time(first, i));
        }

        var (a, b) = (Statistics.Median(ones), Statistics.Median(others));
        Console.Write(FormattableString.Invariant(
            $"{what}: {one} {a:F2} ms, {other} {b:F2} ms (medians of {Each}), "));
        Console.WriteLine(FormattableString.Invariant(
            $"difference {Math.Abs(a - b):F2} ms, ratio {a / b:F2}, p = {Statistics.MannWhitney(ones, others):F3}"));
    }

    private static async Task<double> Time(Func<int, Task> act, int i)
    {
        var watch = Stopwatch.StartNew();
        await act(i);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task Fill(StoragePaths storage)
    {
        await using var services = Services(storage);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartupSequence>().PrepareServer();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var theOperator = new Operator("Queen", "queen", "America/Los_Angeles", new("Pier", 32.7, -117.2));
        db.Add(theOperator);
        await db.SaveChangesAsync();
        db.UseOperator(theOperator.Id);
        await scope.ServiceProvider.GetRequiredService<Change>().Run(actor =>
        {
            for (var i = 0; i < Each; i++)
            {
                var person = Person.WithAddress(Known(i));
                var member = new Member(theOperator.Id, person.Id, new()
                {
                    Name = $"Member {i}",
                    Email = person.Email!,
                    Phone = null,
                    Role = MemberRole.Crew,
                    Qualifications = [CrewRole.Deckhand],
                });
                member.Join(null, actor);
                db.AddRange(person, member);
            }

            return Task.FromResult(true);
        });
    }

    private static ServiceProvider Services(StoragePaths storage)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddLocalization();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection([new("PublicUrl", Address)]).Build());
        services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        services.AddStorage(storage).AddEvidence(storage).AddData().AddMaintenance();
        services.AddAccounts(storage);
        services.AddLive();
        services.AddMail();
        services.AddActions();
        return services.BuildServiceProvider();
    }

    /// <summary>Runs the app on a background thread; it writes its emails to a folder.</summary>
    private static void Serve(string folder)
    {
        string[] settings =
        [
            $"--urls={Address}",
            "--applicationName=ShipCaptainCrew",
            $"--contentRoot={AppContext.BaseDirectory}",
            $"--Storage:Directory={folder}",
            $"--PublicUrl={Address}",
            "--Demo:Seed=false",
            "--Limits:SignIn=1000000",
            "--Limits:Open=1000000",
            "--Limits:FailedTries=1000000",
            "--Logging:LogLevel:Default=Warning",
        ];
        var entryPoint = typeof(AppDbContext).Assembly.EntryPoint!;
        new Thread(() => entryPoint.Invoke(null, [settings])) { IsBackground = true }.Start();
    }

    private static async Task Ready(HttpClient client)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                if ((await client.GetAsync("/healthz/ready")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The app did not start.");
    }
}
