using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ShipCaptainCrew.Accounts;

/// <summary>
/// The base address of links in emails: the setting <c>PublicUrl</c>, never the Host header of a request. In
/// Development it may be missing; then it is the first address that the server listens on.
/// </summary>
public sealed class PublicAddress
{
    private readonly Uri? configured;
    private readonly IConfiguration configuration;
    private readonly IServiceProvider services;

    /// <exception cref="InvalidOperationException">The setting is invalid, or missing outside Development.</exception>
    public PublicAddress(IConfiguration configuration, IHostEnvironment environment, IServiceProvider services)
    {
        (this.configuration, this.services) = (configuration, services);
        var setting = configuration["PublicUrl"];
        if (string.IsNullOrEmpty(setting) && environment.IsDevelopment()) return;
        if (!Uri.TryCreate(setting, UriKind.Absolute, out configured) || configured.Scheme is not ("https" or "http")
            || configured.PathAndQuery != "/")
            throw new InvalidOperationException(
                "PublicUrl must be set to the public address of the app, such as https://crew.example.com.");
    }

    public string Value =>
        configured?.GetLeftPart(UriPartial.Authority)
        ?? ListeningAddress()
        ?? configuration["urls"]?.Split(';')[0].TrimEnd('/')
        ?? "http://localhost:5000";

    /// <summary>Whether the Host header of a request is the public host and port.</summary>
    public bool Is(HostString host) => configured is not null
        && string.Equals(host.Host, configured.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port is null ? configured.IsDefaultPort : host.Port == configured.Port);

    private string? ListeningAddress() =>
        services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
}
