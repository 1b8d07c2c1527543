using Microsoft.Extensions.Options;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Demo;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Mail.Smtp;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Web;
using ShipCaptainCrew.Web.Answers;

namespace ShipCaptainCrew.Commands;

/// <summary>Runs the server. It starts to listen only after the settings and the database have been checked.</summary>
internal static class Serve
{
    public static async Task<int> Run(WebApplication app)
    {
        CheckSettings(app.Services);
        app.LimitConnections();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<StartupSequence>().PrepareServer();
            await scope.ServiceProvider.GetRequiredService<ReservedSlugs>().MoveOperators();
            await scope.ServiceProvider.GetRequiredService<SearchWords>().Fill();
        }

        app.Services.GetRequiredService<TokenKey>();
        await app.SeedDemo();
        await app.RunAsync();
        return 0;
    }

    /// <summary>Resolves all settings; an invalid one throws an exception that names it.</summary>
    private static void CheckSettings(IServiceProvider services)
    {
        services.GetRequiredService<PublicAddress>();
        services.GetRequiredService<SmtpOptions>();
        services.GetRequiredService<AlertOptions>();
        services.GetRequiredService<LimitOptions>();
        services.GetRequiredService<KeptAnswers>();
        services.GetRequiredService<StrictTransport>();
        services.GetRequiredService<JobSchedule>();
        _ = services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
    }
}
