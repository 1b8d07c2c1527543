using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ShipCaptainCrew.Accounts;

/// <summary>
/// The address that links in letters begin with: the setting <c>PublicUrl</c>, never what a request claims. Only in
/// Development may it be missing; then it is the first address the server listens on.
/// </summary>
public sealed class PublicAddress
{
    private readonly Uri? given;
    private readonly IConfiguration configuration;
    private readonly IServiceProvider services;

    /// <exception cref="InvalidOperationException">The setting is no address, or is missing where it must
    /// not.</exception>
    public PublicAddress(IConfiguration configuration, IHostEnvironment environment, IServiceProvider services)
    {
        (this.configuration, this.services) = (configuration, services);
        var setting = configuration["PublicUrl"];
        if (string.IsNullOrEmpty(setting) && environment.IsDevelopment()) return;
        if (!Uri.TryCreate(setting, UriKind.Absolute, out given) || given.Scheme is not ("https" or "http")
            || given.PathAndQuery != "/")
            throw new InvalidOperationException(
                "PublicUrl must be set to the address people come to, such as https://crew.example.com.");
    }

    public string Value =>
        given?.GetLeftPart(UriPartial.Authority) ?? Bound() ?? configuration["urls"]?.Split(';')[0].TrimEnd('/')
            ?? "http://localhost:5000";

    /// <summary>Whether a request names our host, port included.</summary>
    public bool Is(HostString host) => given is not null
        && string.Equals(host.Host, given.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port is null ? given.IsDefaultPort : host.Port == given.Port);

    private string? Bound() =>
        services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
}
