using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// Guesses sign-in codes from one and from many addresses, over real connections and with the default limits.
/// </summary>
public sealed class GuessingTests : IAsyncLifetime
{
    private readonly AppFixture app = new() { KeepsLimits = true };
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private Cast queen = null!;

    public async ValueTask InitializeAsync()
    {
        app.UseKestrel(0);
        app.StartServer();
        queen = await app.Cast();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Twenty_guesses_are_checked_from_one_address_whatever_forwarded_header_it_sends()
    {
        using var attacker = From("127.0.0.2");
        var ask = await AskForKim();
        var responses = new List<(int, bool)>();
        for (var i = 0; i < LongRun.Count(60, 1000); i++)
        {
            using var response = await Guess(attacker, ask, i, forwarded: $"203.0.113.{i % 50}");
            responses.Add(((int)response.StatusCode, response.Headers.RetryAfter is not null));
        }

        Assert.Equal(Enumerable.Repeat((400, false), 20), responses.Take(20));
        Assert.All(responses.Skip(20), response => Assert.Equal((429, true), response));
    }

    [Fact]
    public async Task Five_guesses_are_checked_from_many_addresses_and_the_owner_can_still_use_a_passkey()
    {
        using var phone = new Authenticator();
        await AddPasskey(phone);
        var (ask, code) = (await AskForKim(), await Code());
        foreach (var host in Enumerable.Range(1, LongRun.Count(5, 50)))
        {
            using var attacker = From($"127.0.1.{host}");
            for (var i = 0; i < 20; i++)
            {
                using var response = await Guess(attacker, ask, (host * 20) + i);
                Assert.Equal(400, (int)response.StatusCode);
            }
        }

        var wrongCodes = await app.In(services =>
            services.GetRequiredService<AppDbContext>().Set<MagicLink>().MaxAsync(link => link.WrongCodes, stop));
        Assert.Equal(5, wrongCodes);
        using var victim = From("127.0.0.3");
        Assert.Equal(400, (int)(await victim.Post("/api/auth/tokens", new { ask, code })).StatusCode);
        var asked = await victim.PostForm("/sign-in", "?handler=Ask").Json();
        await victim.PostForm("/sign-in", "?handler=Passkey", ("challenge", $"{asked["challenge"]}"),
            ("credential", phone.Get(asked["options"]!)));
        Assert.Equal("Kim", (string?)(await victim.Get("/api/me").Json())["name"]);

        async Task<string> Code()
        {
            var message = await app.Post.Arrival(delivery => delivery.To.Contains("kim@queen-of-san-diego.example"));
            return Regex.Match(message.TextBody!, @"\b[0-9A-Z]{4}[ -]?[0-9A-Z]{4}\b").Value;
        }
    }

    /// <summary>Requests a sign-in email for Kim and returns the ask token.</summary>
    private async Task<string> AskForKim()
    {
        using var visitor = From("127.0.0.4");
        return (string)(await visitor.Post("/api/auth/magic-links", new { email = "kim@queen-of-san-diego.example" })
            .Json(202))["ask"]!;
    }

    private async Task AddPasskey(Authenticator phone)
    {
        var asked = await queen.Kim.Api.PostForm($"/{queen.Slug}/me/passkeys", "?handler=Ask").Json();
        var added = await queen.Kim.Api.PostForm($"/{queen.Slug}/me/passkeys", ("name", "Phone"),
            ("challenge", $"{asked["challenge"]}"), ("credential", phone.Create(asked["options"]!)));
        Assert.Equal(200, (int)added.StatusCode);
    }

    private static Task<HttpResponseMessage> Guess(
        HttpClient attacker, string ask, int guess, string? forwarded = null) =>
        attacker.With("X-Forwarded-For", forwarded ?? "203.0.113.9", HttpMethod.Post, "/api/auth/tokens",
            new { ask, code = $"{guess:00000000}" });

    /// <summary>A client with its own loopback address; every address in 127.0.0.0/8 is this machine.</summary>
    private HttpClient From(string address) =>
        new(new SocketsHttpHandler
        {
            ConnectCallback = (context, cancel) => Connect(address, context.DnsEndPoint, cancel),
        })
        {
            BaseAddress = app.ClientOptions.BaseAddress,
        };

    private static async ValueTask<Stream> Connect(string from, DnsEndPoint to, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, to.Port, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
