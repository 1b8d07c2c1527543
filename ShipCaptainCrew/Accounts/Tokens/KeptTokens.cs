using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Caching.Memory;

namespace ShipCaptainCrew.Accounts.Tokens;

/// <summary>
/// Keeps the claims of validated tokens by the exact text of their Authorization header, so that the signature, which
/// cannot change while the keys stay (<see cref="TokenKey"/>), is not calculated again for each request. What can
/// change is checked each time: the times of the token here, its session and person by the viewer.
/// </summary>
internal sealed class KeptTokens(TimeProvider clock) : IDisposable
{
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 4_000 });

    /// <summary>Accepts a token that was validated before and is valid now; leaves all others to the handler.</summary>
    public Task UseIfKnown(MessageReceivedContext context)
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count != 1 || !kept.TryGetValue(header.ToString(), out Entry? entry)) return Task.CompletedTask;
        var now = clock.GetUtcNow().UtcDateTime;
        if (now < entry!.ValidFrom || now >= entry.ValidTo) return Task.CompletedTask;
        context.Principal = entry.Principal;
        context.Success();
        return Task.CompletedTask;
    }

    /// <summary>Keeps a token that the handler has just validated.</summary>
    public Task Keep(TokenValidatedContext context)
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count != 1 || context.Principal is not { } principal) return Task.CompletedTask;
        var entry = new Entry(principal, context.SecurityToken.ValidFrom, context.SecurityToken.ValidTo);
        kept.Set(header.ToString(), entry, new MemoryCacheEntryOptions { Size = 1 });
        return Task.CompletedTask;
    }

    public void Dispose() => kept.Dispose();

    private sealed record Entry(ClaimsPrincipal Principal, DateTime ValidFrom, DateTime ValidTo);
}
