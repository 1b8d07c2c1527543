using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Who may say on whose behalf it asks: only the addresses or networks in <c>Proxy:Trusted</c>, and only one step back.
/// A proxy with a header of its own for it, as Fly, is named in <c>Proxy:ClientAddressHeader</c>.
/// </summary>
internal static class TrustedProxies
{
    private static readonly char[] Between = [',', ';', ' '];

    public static void AddProxy(this IServiceCollection services, IConfiguration configuration)
    {
        var trusted = (configuration["Proxy:Trusted"] ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted) options.KnownIPNetworks.Add(Network(network));
            options.ForwardLimit = 1;
            options.ForwardedHeaders = trusted.Length == 0
                ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardedForHeaderName = configuration["Proxy:ClientAddressHeader"]
                ?? options.ForwardedForHeaderName;
        });
    }

    private static IPNetwork Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        throw new InvalidOperationException($"Proxy:Trusted: {text} is neither an address nor a network.");
    }
}
