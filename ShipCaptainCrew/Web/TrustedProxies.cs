using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Configures forwarded headers: accepted only from the addresses or networks in <c>Proxy:Trusted</c>, one hop back.
/// <c>Proxy:ClientAddressHeader</c> names the header of a proxy that uses its own, such as Fly.
/// </summary>
internal static class TrustedProxies
{
    private static readonly char[] Separators = [',', ';', ' '];

    public static void AddProxy(this IServiceCollection services, IConfiguration configuration)
    {
        var trusted = (configuration["Proxy:Trusted"] ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted) options.KnownIPNetworks.Add(Network(network));
            options.ForwardLimit = 1;
            options.ForwardedHeaders = trusted.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardedForHeaderName =
                configuration["Proxy:ClientAddressHeader"] ?? options.ForwardedForHeaderName;
        });
    }

    private static IPNetwork Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        throw new InvalidOperationException($"Proxy:Trusted: {text} is neither an address nor a network.");
    }
}
