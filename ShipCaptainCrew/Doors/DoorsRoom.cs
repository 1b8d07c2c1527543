using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace ShipCaptainCrew.Doors;

/// <summary>Registers what every request passes on its way to a door, and every answer on its way out.</summary>
public static class DoorsRoom
{
    public static WebApplicationBuilder AddDoors(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(SetUp);
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, Discretion>();
        builder.Services.AddProxy(builder.Configuration);
        builder.Services.AddExceptionHandler<Faults>();
        builder.Services.AddRateLimits();
        builder.Services.AddRouting(options => options.SetParameterPolicy<OperatorInAddress>(OperatorInAddress.Name));
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        return builder;
    }

    /// <summary>Everything before it is known who asks, in the order that matters: the last word on headers is the first in line.</summary>
    public static void UseDoors(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<Headers>();
        app.UseResponseCompression();
        app.UseWhen(Excuse.IsForPeople, people => people.UseStatusCodePagesWithReExecute(Excuse.Page));
        app.UseWhen(Excuse.IsForPrograms, programs => programs.UseStatusCodePages(context => Excuse.Say(context.HttpContext)));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask });
        app.UseWhen(Excuse.IsFirstRun, Guard);
        app.UseRouting();
        app.Use(NothingHere);
        app.UseRequestTimeouts();
    }

    private static void SetUp(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyLimit.Bytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.MaxConcurrentConnections = 2000;
    }

    private static void Guard(IApplicationBuilder app)
    {
        app.UseMiddleware<RefusedAttempts>();
        if (!app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment()) app.UseMiddleware<OwnHostOnly>();
        app.UseMiddleware<BodyLimit>();
        app.UseMiddleware<OwnPagesOnly>();
    }

    /// <summary>An address that leads nowhere is nobody's secret: it needs no sign-in to say so.</summary>
    private static Task NothingHere(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not null) return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
