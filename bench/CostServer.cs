using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bench;

/// <summary>A server in a process of its own, with a charter, a guest, and valid links.</summary>
internal sealed partial class CostServer : IAsyncDisposable
{
    public const string Owner = "olive@queen.example";
    private const string Address = "http://localhost:5392";

    private readonly string folder = Directory.CreateTempSubdirectory("scc-bench-").FullName;
    private readonly HttpClient owner = Client();
    private Process process = null!;
    private string charter = "";

    public HttpClient Anonymous { get; } = Client();

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<CostServer> Start()
    {
        var server = new CostServer();
        server.process = server.Run();
        await server.Ready();
        await server.Fill();
        return server;
    }

    /// <summary>The endpoints without sign-in, as the command "routes" prints them.</summary>
    public async Task<IReadOnlyList<string>> AnonymousEndpoints()
    {
        using var routes = Run("routes");
        var lines = (await routes.StandardOutput.ReadToEndAsync()).Split('\n');
        return [.. lines.Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is [_, var path, "anonymous"] && !path.EndsWith(".js", StringComparison.Ordinal))
            .Select(words => $"{words[0]} {words[1]}")];
    }

    /// <summary>The antiforgery cookie and field that a page gives to somebody who is not signed in.</summary>
    public Task<(string Cookie, string Field)> AnonymousForm(string page) => FormOf(Anonymous, page);

    /// <summary>One valid link of each kind that is in an email or on a page, by its route.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Links()
    {
        var party = await PartyLink();
        var links = new Dictionary<string, string> { ["/party/{token}"] = new Uri(party).AbsolutePath };
        for (var tries = 0; tries < 50 && links.Count < 4; tries++, await Task.Delay(200))
        {
            foreach (var email in Directory.EnumerateFiles(Path.Combine(folder, "mail")))
            {
                var text = (await File.ReadAllTextAsync(email)).Replace("=\r\n", "", StringComparison.Ordinal);
                foreach (Match link in TokenLink().Matches(text))
                    links.TryAdd($"/{link.Groups[1].Value}/{{token}}", link.Value);
            }
        }

        if (links.TryGetValue("/waivers/{token}", out var waiver))
            links["/waivers/{token}/receipt"] = $"{waiver}/receipt";
        return links;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static HttpClient Client() => new(
        new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new(Address) };

    private Process Run(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ShipCaptainCrew.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = start.Environment["PublicUrl"] = Address;
        start.Environment["Storage__Directory"] = folder;
        start.Environment["Logging__LogLevel__Default"] = "Error";
        foreach (var limit in (string[])["SignIn", "Letters", "FailedTries", "Passkey", "Open", "Guest", "Api"])
            start.Environment[$"Limits__{limit}"] = "100000000";
        return Process.Start(start)!;
    }

    private async Task Ready()
    {
        for (var tries = 0; tries < 300; tries++, await Task.Delay(100))
        {
            try
            {
                if ((await Anonymous.GetAsync("/healthz/ready")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException("The app did not start.");
    }

    private async Task Fill()
    {
        using var create = Run("operator", "create", "--name", "Queen", "--slug", "queen", "--email", Owner,
            "--time-zone", "America/Los_Angeles", "--latitude", "32.7", "--longitude", "-117.2");
        var link = (await create.StandardOutput.ReadToEndAsync()).TrimEnd().Split('\n')[^1];
        var tokens = await Post("/api/auth/tokens", new { token = link.Split('/')[^1], name = "Olive" });
        owner.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (string)tokens["access_token"]!);
        var vessel = await Post("/api/vessels", new { name = "Aurora", passenger_capacity = 49 });
        var captain = await Post("/api/members",
            new { name = "Kim", email = "kim@queen.example", role = "crew", qualifications = (string[])["captain"] });
        var html = ShipCaptainCrew.Tests.Support.CostlyTexts.Normal(12_000);
        await Post("/api/waiver-templates", new { name = "Waiver", html });
        var planned = await Post("/api/events", new
        {
            vessel_id = (Guid)vessel["id"]!,
            captain_id = (Guid)captain["id"]!,
            event_date = $"{TimeProvider.System.GetUtcNow().AddDays(3):yyyy-MM-dd}",
            publish = true,
        });
        charter = $"{(Guid)planned["id"]!}";
        await Post($"/api/events/{charter}/guests", new { name = "Ben Cole", email = "ben@guests.example" });
        await Post("/api/auth/magic-links", new { email = Owner });
    }

    private async Task<string> PartyLink()
    {
        var page = $"/queen/charters/{charter}/qr";
        var (cookie, field) = await FormOf(owner, page);
        using var request = new HttpRequestMessage(HttpMethod.Post, page);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        request.Content = new StringContent(
            $"{field}&kind=party", null, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        using var answer = await owner.SendAsync(request);
        return PartyAddress().Match(await answer.Content.ReadAsStringAsync()).Value;
    }

    private static async Task<(string Cookie, string Field)> FormOf(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(page);
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [];
        var token = AntiforgeryField().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
        return (string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])),
            $"__RequestVerificationToken={Uri.EscapeDataString(token)}");
    }

    private async Task<JsonNode> Post(string path, object body)
    {
        using var answer = await owner.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {text}");
        return JsonNode.Parse(text)!;
    }

    [GeneratedRegex("/(sign-in|me/answers|me/watch|me/address|unsubscribe|waivers|party)/([A-Za-z0-9_-]{43})")]
    private static partial Regex TokenLink();

    [GeneratedRegex("http://[^\"<> ]*/party/[A-Za-z0-9_-]{43}")]
    private static partial Regex PartyAddress();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex AntiforgeryField();
}
