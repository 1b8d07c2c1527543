using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Tests that the data folder, a backup and the application log contain no valid token.</summary>
public sealed partial class SecretsTests
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_valid_token_is_in_any_file_or_log_after_use()
    {
        await using var endpoints = new Endpoints();
        foreach (var category in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" })
            endpoints.App.Settings[$"Logging:LogLevel:{category}"] = "Debug";
        using var log = new LogCapture();
        await endpoints.InitializeAsync();
        endpoints.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var secrets = new HashSet<string>(endpoints.Links.Values);
        foreach (var user in endpoints.Queen.All) secrets.Add(user.Api.DefaultRequestHeaders.Authorization!.Parameter!);
        using var phone = endpoints.Anonymous();
        foreach (var email in new[] { "sam@queen-of-san-diego.example", "nobody@nowhere.example" })
            secrets.Add((string)(await phone.Post("/api/auth/magic-links", new { email }).Json(202))["ask"]!);
        await endpoints.Queen.Dana.Api
            .Post("/api/members", new { name = "New", email = "new@crew.example", role = "crew" })
            .Json(201);
        await endpoints.Queen.AskFor(endpoints.Queen.Kim, "kim@elsewhere.example");
        var guest = await endpoints.Charter.Guest("Ada Cole", new { email = "ada@guests.example" });
        secrets.Add(((string)guest["waiver_url"]!).Split('/')[^1]);
        foreach (var endpoint in endpoints.All.Where(endpoint => endpoint is { IsFile: false, Method: "GET" }))
        {
            var request = new HttpRequestMessage(HttpMethod.Get, endpoint.Address);
            using var response = await endpoints.Queen.Olive.Browser.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, stop);
        }

        foreach (var token in secrets.ToList())
            await phone.Send($"/waivers/{token}", ("signer_name", "\u001b[31mEvil\r\n2026 forged line"));
        await endpoints.App.Rest();
        secrets.UnionWith(
            endpoints.App.Post.Deliveries.Select(delivery => delivery.Message.CodeIn()).Where(code => code.Length > 0));
        foreach (var delivery in endpoints.App.Post.Deliveries)
            secrets.UnionWith(Tokens().Matches(delivery.Message.TextBody ?? "").Select(match => match.Groups[1].Value));
        await endpoints.App.In(services => Task.FromResult(services.GetRequiredService<Backups>().Make()));

        Assert.True(secrets.Count > 12, $"{secrets.Count}");
        Assert.True(log.HasLevel(LogLevel.Debug), "Debug logging must be on.");
        if (!OperatingSystem.IsWindows())
        {
            var keys = Path.Combine(endpoints.App.Folder, "keys");
            const UnixFileMode readWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(readWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
            foreach (var key in Directory.GetFiles(keys))
                Assert.Equal((key, readWrite), (key, File.GetUnixFileMode(key)));
        }

        var files = string.Concat(
            Directory.EnumerateFiles(endpoints.App.Folder, "*", SearchOption.AllDirectories)
                .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
                .Select(Read));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, files, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, log.All, StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b", log.All, StringComparison.Ordinal);
    }

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"https://ship\.test/(?:sign-in|waivers|party|me/answers|me/watch|me/address)/([\w-]{20,})")]
    private static partial Regex Tokens();
}
