using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>Robin owns another operator. Every route of the running app that names something of this one's is walked; a new route is by itself.</summary>
public sealed class StrangerTests
{
    [Fact]
    public async Task An_owner_of_another_operator_finds_nothing_at_any_door_and_changes_nothing()
    {
        await using var day = await Day.Begin();
        var robin = (await day.Ship.Cast("elsewhere")).Olive;
        var before = await LogHead(day);
        var faults = new List<string>();
        foreach (var (method, address) in Doors(day))
        {
            foreach (var client in new[] { robin.Api, robin.Browser })
            {
                if (client == robin.Api && !address.StartsWith("/api/", StringComparison.Ordinal)) continue;
                using var answer = await client.SendAsync(Request(method, address), HttpCompletionOption.ResponseHeadersRead);
                if ((int)answer.StatusCode is not (404 or 405)) faults.Add($"{method} {address}: {(int)answer.StatusCode}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(before, await LogHead(day));
    }

    private static HttpRequestMessage Request(string method, string address) => new(new(method), address)
    {
        Content = method is "GET" or "HEAD" ? null : address.StartsWith("/api/", StringComparison.Ordinal) ? JsonContent.Create(new { reason = "mine now" }) : new FormUrlEncodedContent([]),
    };

    private static Task<(long, int)> LogHead(Day day) => day.Ship.Change(day.Cast.OperatorId, async (db, _) => (await db.Log.MaxAsync(entry => entry.Seq), await db.Letters.CountAsync()));

    /// <summary>Each route with an operator or an id in it, filled with what is really this operator's.</summary>
    private static List<(string Method, string Address)> Doors(Day day)
    {
        var doors = (
            from endpoint in day.Ship.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/')
            where pattern.Contains("{operator", StringComparison.Ordinal) || (pattern.StartsWith("/api/", StringComparison.Ordinal) && pattern.Contains("{id", StringComparison.Ordinal))
            let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
            from method in methods.Count == 0 ? ["GET"] : methods
            select (method, Fill(pattern, endpoint.RoutePattern, day))).Distinct().ToList();
        Assert.True(doors.Count > 50, $"Only {doors.Count} doors were found.");
        return doors;
    }

    private static string Fill(string pattern, Microsoft.AspNetCore.Routing.Patterns.RoutePattern route, Day day) => "/" + string.Join('/', route.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Value(parameter.Name, pattern, day),
            _ => "",
        }))));

    private static string Value(string name, string pattern, Day day) => name switch
    {
        "operator" => day.Cast.Slug,
        "role" => "deckhand",
        "list" or "checklistId" => $"{day.ListId}",
        "item" => $"{day.Item(0)}",
        _ when pattern.Contains("/vessels", StringComparison.Ordinal) => $"{day.VesselId}",
        _ when pattern.Contains("/members", StringComparison.Ordinal) || pattern.Contains("/crew/{", StringComparison.Ordinal) => $"{day.Cast.Sam.MemberId}",
        _ => $"{day.CharterId}",
    };
}
