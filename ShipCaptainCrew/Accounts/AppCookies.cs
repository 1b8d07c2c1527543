namespace ShipCaptainCrew.Accounts;

/// <summary>
/// Our cookies: for this host alone, over TLS alone, out of reach of scripts. Only in Development over plain http do
/// they have plain names, because no browser would keep them otherwise.
/// </summary>
public sealed class AppCookies(IHttpContextAccessor http, IHostEnvironment environment)
{
    private bool IsPlain => environment.IsDevelopment() && http.HttpContext?.Request.IsHttps != true;

    public CookieBuilder Named(string name, SameSiteMode sameSite) => new Builder(this, name) { SameSite = sameSite };

    /// <summary>Its name and flag follow the request, whose scheme only the proxy may know.</summary>
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
