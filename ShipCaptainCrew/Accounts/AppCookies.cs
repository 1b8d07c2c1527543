namespace ShipCaptainCrew.Accounts;

/// <summary>
/// Builds cookies for this host only, over TLS only and not readable by scripts. In Development over plain HTTP they
/// have no <c>__Host-</c> prefix and no Secure flag, because browsers would reject them.
/// </summary>
public sealed class AppCookies(IHttpContextAccessor http, IHostEnvironment environment)
{
    private bool IsPlain => environment.IsDevelopment() && http.HttpContext?.Request.IsHttps != true;

    public CookieBuilder Named(string name, SameSiteMode sameSite) => new Builder(this, name) { SameSite = sameSite };

    /// <summary>
    /// Computes the name and the Secure flag per request, because the scheme may be known only from the proxy.
    /// </summary>
    private sealed class Builder : CookieBuilder
    {
        private readonly AppCookies cookies;
        private readonly string name;

        public Builder(AppCookies cookies, string name)
        {
            (this.cookies, this.name) = (cookies, name);
            (HttpOnly, Path, IsEssential) = (true, "/", true);
        }

        public override string? Name => cookies.IsPlain ? name : $"__Host-{name}";

        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = !cookies.IsPlain;
            return options;
        }
    }
}
