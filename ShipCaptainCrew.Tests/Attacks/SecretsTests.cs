using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Data.Keeping;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Whoever steals the folder, a backup or the server's own log finds no key in it that opens anything.</summary>
public sealed partial class SecretsTests
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_day_of_use_no_live_token_is_in_any_file_or_log()
    {
        await using var waters = new Waters();
        foreach (var talker in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" }) waters.Ship.Settings[$"Logging:LogLevel:{talker}"] = "Debug";
        using var heard = new Ear();
        await waters.InitializeAsync();
        waters.Ship.Services.GetRequiredService<ILoggerFactory>().AddProvider(heard);
        var secrets = new HashSet<string>(waters.Links.Values);
        foreach (var hand in waters.Queen.All) secrets.Add(hand.Api.DefaultRequestHeaders.Authorization!.Parameter!);
        using var phone = waters.Nobody();
        foreach (var email in new[] { "sam@queen-of-san-diego.example", "nobody@nowhere.example" }) secrets.Add((string)(await phone.Post("/api/auth/magic-links", new { email }).Json(202))["ask"]!);
        await waters.Queen.Dana.Api.Post("/api/members", new { name = "New", email = "new@crew.example", role = "crew" }).Json(201);
        await waters.Queen.AskFor(waters.Queen.Kim, "kim@elsewhere.example");
        var guest = await waters.Day.Guest("Ada Cole", new { email = "ada@guests.example" });
        secrets.Add(((string)guest["waiver_url"]!).Split('/')[^1]);
        foreach (var door in waters.Doors.Where(door => door is { IsFile: false, Method: "GET" })) (await waters.Queen.Olive.Browser.SendAsync(new(HttpMethod.Get, door.Address), HttpCompletionOption.ResponseHeadersRead, stop)).Dispose();
        foreach (var address in secrets.ToList()) await phone.Send($"/waivers/{address}", ("signer_name", "\u001b[31mEvil\r\n2026 forged line"));
        await waters.Ship.Rest();
        foreach (var letter in waters.Ship.Post.Deliveries) secrets.UnionWith(Tokens().Matches(letter.Message.TextBody ?? "").Select(match => match.Groups[1].Value));
        await waters.Ship.In(services => Task.FromResult(services.GetRequiredService<Backups>().Make()));
        SqliteConnection.ClearAllPools();

        Assert.True(secrets.Count > 12, $"{secrets.Count}");
        Assert.True(heard.IsTold(LogLevel.Debug), "The log was to tell everything.");
        if (!OperatingSystem.IsWindows())
        {
            var keys = Path.Combine(waters.Ship.Folder, "keys");
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
            foreach (var key in Directory.GetFiles(keys)) Assert.Equal((key, UnixFileMode.UserRead | UnixFileMode.UserWrite), (key, File.GetUnixFileMode(key)));
        }

        var kept = string.Concat(Directory.EnumerateFiles(waters.Ship.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(Read));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, heard.All, StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b", heard.All, StringComparison.Ordinal);
    }

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"https://ship\.test/(?:sign-in|waivers|party|me/answers|me/watch|me/address)/([\w-]{20,})")]
    private static partial Regex Tokens();

    private sealed class Ear : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = [];

        private readonly ConcurrentDictionary<LogLevel, bool> levels = [];

        public string All => string.Join('\n', lines);

        public bool IsTold(LogLevel level) => levels.ContainsKey(level);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            levels[logLevel] = true;
            lines.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
