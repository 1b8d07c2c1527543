namespace ShipCaptainCrew.Doors;

/// <summary>The one host that is ours, by the setting <c>PublicUrl</c>; null where it is not set.</summary>
internal sealed record Ourselves(Uri? Address)
{
    public static Ourselves From(IConfiguration configuration) =>
        new(Uri.TryCreate(configuration["PublicUrl"], UriKind.Absolute, out var address) ? address : null);

    public bool Is(HostString host) => Address is not null
        && string.Equals(host.Host, Address.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port is null ? Address.IsDefaultPort : host.Port == Address.Port);
}

/// <summary>
/// Requests for another host are not ours to answer: what they name could end up in a link. Health is asked by whatever address the
/// machine has.
/// </summary>
internal sealed class OwnHostOnly(RequestDelegate next, Ourselves ourselves)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (ourselves.Is(http.Request.Host) || http.Request.Path.StartsWithSegments("/healthz")) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
