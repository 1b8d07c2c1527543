using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class EndingsTests
{
    private async Task<HttpResponseMessage> Request(int status)
    {
        using var anonymous = Secure(app);
        var office = fixture.Cast.Dana.Api;
        switch (status)
        {
            case 302: return await anonymous.Get(fixture.Charter);
            case 304:
                var tag = $"{(await office.Get(fixture.Api)).Headers.ETag}";
                return await OverTls(office, HttpMethod.Get, fixture.Api, "If-None-Match", tag);
            case 400: return await anonymous.PostAsync("/sign-in", null, stop);
            case 401: return await anonymous.Get("/api/me");
            case 403: return await anonymous.With("Sec-Fetch-Site", "cross-site", HttpMethod.Post, "/sign-in");
            case 404: return await anonymous.Get("/no/where");
            case 405: return await OverTls(office, HttpMethod.Delete, fixture.Charter);
            case 413: return await anonymous.PostAsync("/sign-in", new ByteArrayContent(new byte[2 << 20]), stop);
            case 415: return await anonymous.PostAsync("/api/auth/magic-links", new StringContent("email"), stop);
            case 422: return await OverTls(office, HttpMethod.Post, "/api/vessels");
            case 429:
                await anonymous.Get("/api/sun");
                return await anonymous.Get("/api/sun");
            case 500:
                await using (var failing = new AppFixture())
                    return await Secure(failing.WithWebHostBuilder(AddFailingListener))
                        .Post("/api/auth/magic-links", new { email = "kim@example.com" });
            default: return await OverTls(office, HttpMethod.Get, fixture.Charter);
        }
    }

    private static void AddFailingListener(IWebHostBuilder builder) =>
        builder.ConfigureTestServices(services => services.AddSingleton<ICommitListener>(new FailingListener()));

    private static HttpClient Secure(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> app) =>
        app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://ship.test") });

    /// <summary>Sends a request over TLS to the public address.</summary>
    private static Task<HttpResponseMessage> OverTls(
        HttpClient client, HttpMethod method, string address, string header = "X-Nothing", string value = "at all") =>
        client.With(header, value, method, $"https://ship.test{address}");

    private sealed class FailingListener : ICommitListener
    {
        public Task BeforeCommit(
            AppDbContext db, IReadOnlyList<LoggedEvent> events, Actor actor, CancellationToken cancel) =>
            throw new InvalidOperationException("broken");

        public void AfterCommit(IReadOnlyList<LoggedEvent> events)
        {
        }
    }
}
