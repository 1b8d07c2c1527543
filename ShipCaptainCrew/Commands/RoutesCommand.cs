using System.CommandLine;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace ShipCaptainCrew.Commands;

/// <summary><c>routes</c>: lists every endpoint with its method and policy, for security reviews.</summary>
internal static class RoutesCommand
{
    public static Command Command(IEndpointRouteBuilder app)
    {
        var command = new Command("routes", "Lists every endpoint with its method and policy.");
        command.SetAction(async (_, cancel) =>
        {
            foreach (var line in await Lines(app)) Console.WriteLine(line);
        });
        return command;
    }

    internal static async Task<IReadOnlyList<string>> Lines(IEndpointRouteBuilder app)
    {
        var lines = new List<string>();
        foreach (var endpoint in app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var (methods, metadata) = await Of(endpoint, app.ServiceProvider);
            var pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            lines.AddRange(methods.Select(method => $"{method,-7}{pattern,-70}{Policy(metadata)}"));
        }

        return [.. lines.Distinct().OrderBy(line => line[7..], StringComparer.Ordinal)];
    }

    /// <summary>
    /// The methods and metadata of an endpoint. Pages are compiled here, because before that their handlers and
    /// policies are unknown.
    /// </summary>
    private static async Task<(IEnumerable<string> Methods, EndpointMetadataCollection Metadata)> Of(
        RouteEndpoint endpoint, IServiceProvider services)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            var declared = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
            return (declared is { Count: > 0 } ? declared : ["ANY"], endpoint.Metadata);
        }

        var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return (compiled.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Append("GET"),
            compiled.Endpoint?.Metadata ?? endpoint.Metadata);
    }

    private static string Policy(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAllowAnonymous>() is not null
            ? "anonymous"
            : metadata.GetMetadata<IAuthorizeData>()?.Policy ?? "signed in";
}
