using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace ShipCaptainCrew.Web;

/// <summary>Registers what every request passes on its way to a door, and every answer on its way out.</summary>
public static class WebRegistration
{
    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(SetUp);
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, LogRedaction>();
        builder.Services.AddProxy(builder.Configuration);
        builder.Services.AddExceptionHandler<StorageExceptionHandler>();
        builder.Services.AddRateLimits();
        builder.Services.AddRouting(
            options => options.SetParameterPolicy<OperatorSlugConstraint>(OperatorSlugConstraint.Name));
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(
            options => options.Level = CompressionLevel.Optimal);
        return builder;
    }

    /// <summary>
    /// Everything before it is known who asks, in the order that matters: the last word on headers is the first in
    /// line.
    /// </summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseResponseCompression();
        app.UseWhen(StatusPage.IsForPeople, people => people.UseStatusCodePagesWithReExecute(StatusPage.Page));
        app.UseWhen(StatusPage.IsForPrograms,
            programs => programs.UseStatusCodePages(context => StatusPage.Say(context.HttpContext)));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask });
        app.UseWhen(StatusPage.IsFirstRun, Guard);
        app.UseRouting();
        app.Use(NothingHere);
        app.UseRequestTimeouts();
    }

    private static void SetUp(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyLimitMiddleware.Bytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.MaxConcurrentConnections = 2000;
    }

    private static void Guard(IApplicationBuilder app)
    {
        app.UseMiddleware<RefusedRequestLog>();
        if (!app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
            app.UseMiddleware<HostFilterMiddleware>();
        app.UseMiddleware<BodyLimitMiddleware>();
        app.UseMiddleware<SameOriginMiddleware>();
    }

    /// <summary>
    /// An address that leads nowhere is nobody's secret: it needs no sign-in to say so to people. Programs are asked
    /// for their token first, whatever they typed for an id.
    /// </summary>
    private static Task NothingHere(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not null || http.Request.Path.StartsWithSegments("/api")) return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
