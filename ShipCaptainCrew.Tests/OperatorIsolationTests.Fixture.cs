using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

public sealed partial class OperatorIsolationTests
{
    /// <summary>A charter of the Queen with entities of all kinds, and the members who try to reach them.</summary>
    public sealed class IsolationFixture : IAsyncLifetime
    {
        private static readonly Lazy<TheoryData<string, string>> All = new(FindEndpoints);
        private RouteFixture queen = null!;
        private Cast strangers = null!;

        /// <summary>Method and route of every endpoint that needs a sign-in and has a parameter.</summary>
        public static TheoryData<string, string> Endpoints => All.Value;

        public AppFixture Ship => queen.Day.Ship;

        public TestUser Robin => strangers.Olive;

        public TestUser InBoth => strangers.Dana;

        public string RobinsSlug => strangers.Slug;

        public IEnumerable<Guid> Ids => queen.Ids;

        public async ValueTask InitializeAsync()
        {
            queen = await RouteFixture.Of(await CharterFixture.Begin());
            strangers = await Ship.Cast("strangers");
            await queen.Day.Cast.Join(InBoth, MemberRole.Owner);
        }

        public ValueTask DisposeAsync() => Ship.DisposeAsync();

        public string Address(string route, Guid? id = null, string? slug = null) => queen.Address(route, id, slug);

        /// <summary>The last log entry and the number of emails, to detect changes.</summary>
        public Task<(long, int)> Head() =>
            queen.Day.Cast.Look(async db => (await db.Log.MaxAsync(entry => entry.Seq), await db.Outbox.CountAsync()));

        private static TheoryData<string, string> FindEndpoints()
        {
            using var app = new AppFixture();
            var endpoints = new TheoryData<string, string>();
            var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.Parameters.Count > 0
                    && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);
            foreach (var endpoint in routes)
            {
                foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
                    ?? ["GET", "POST"])
                    endpoints.Add(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));
            }

            return endpoints;
        }
    }
}
