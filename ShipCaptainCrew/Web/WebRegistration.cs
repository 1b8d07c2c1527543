using System.IO.Compression;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using ShipCaptainCrew.Web.Answers;

namespace ShipCaptainCrew.Web;

/// <summary>Registers the middleware and services that every request and response passes through.</summary>
public static class WebRegistration
{
    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(Configure);
        builder.Services.AddSingleton<ConnectionLimits>();
        builder.Services.AddSingleton<IConnectionListenerFactory>(services => new LimitedListeners(
            ActivatorUtilities.CreateInstance<SocketTransportFactory>(services),
            new(() => services.GetRequiredService<ConnectionLimits>())));
        builder.Services.AddSingleton<StrictTransport>();
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, LogRedaction>();
        builder.Services.AddProxy(builder.Configuration);
        builder.Services.AddExceptionHandler<StorageExceptionHandler>();
        builder.Services.AddSingleton<HealthDetail>();
        builder.Services.AddSingleton<KeptAnswers>();
        builder.Services.AddRateLimits();
        builder.Services.AddRouting(options =>
            options.SetParameterPolicy<OperatorSlugConstraint>(OperatorSlugConstraint.Name));
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(options =>
            options.Level = CompressionLevel.Optimal);
        return builder;
    }

    /// <summary>
    /// Adds the middleware that runs before authentication. The order matters: SecurityHeadersMiddleware is first, so
    /// that it sets headers last.
    /// </summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseResponseCompression();
        app.UseWhen(StatusPage.IsForPeople, branch => branch.UseStatusCodePagesWithReExecute(StatusPage.Page));
        app.UseWhen(StatusPage.IsForPrograms,
            branch => branch.UseStatusCodePages(context => StatusPage.WriteProblem(context.HttpContext)));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask });
        app.UseWhen(StatusPage.IsFirstRun, UseGuards);
        app.UseRouting();
        app.Use(AnswerUnknownAddress);
        app.UseRequestTimeouts();
    }

    /// <summary>Limits the connections. Before the server listens, and after the settings were checked.</summary>
    public static void LimitConnections(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<ConnectionLimits>();
        var kestrel = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        kestrel.Limits.MaxConcurrentConnections = limits.Total;
        kestrel.ConfigureEndpointDefaults(
            endpoint => endpoint.Use(next => connection => limits.Count(connection, next)));
    }

    private static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyLimitMiddleware.Bytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }

    private static void UseGuards(IApplicationBuilder app)
    {
        app.UseMiddleware<TooManyConnectionsMiddleware>();
        app.UseMiddleware<RefusedRequestLog>();
        if (!app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
            app.UseMiddleware<HostFilterMiddleware>();
        app.UseMiddleware<BodyLimitMiddleware>();
        app.UseMiddleware<SameOriginMiddleware>();
    }

    /// <summary>
    /// Answers 404 for an unknown page address without a sign-in. Unknown API addresses need a valid token first, so
    /// that an API caller gets 401 whatever id it uses.
    /// </summary>
    private static Task AnswerUnknownAddress(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not null || http.Request.Path.StartsWithSegments("/api")) return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
