using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ShipCaptainCrew.Accounts;

/// <summary>
/// The address that links in letters begin with: the setting <c>PublicUrl</c>, never what a request claims. Only in Development
/// may it be missing; then it is the first address the server listens on.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, IServiceProvider services)
{
    public string Value => configuration["PublicUrl"]?.TrimEnd('/') ?? Bound() ?? FromSettings();

    private string? Bound() => services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);

    private string FromSettings() => configuration["urls"]?.Split(';')[0].TrimEnd('/') ?? "http://localhost:5000";
}
