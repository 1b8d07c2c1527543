namespace ShipCaptainCrew.Demo;

/// <summary>Registers the made-up operator that shows what this is.</summary>
public static class DemoRegistration
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services
        .AddScoped<DemoSeed>()
        .AddScoped<DemoSignIn>();

    /// <summary>
    /// Where <c>Demo:Seed</c> says so; unless it says no, also into an empty database in Development.
    /// </summary>
    public static async Task SeedDemo(this WebApplication app)
    {
        var wish = app.Configuration.GetValue<bool?>("Demo:Seed");
        if (!(wish ?? app.Environment.IsDevelopment())) return;
        await using var scope = app.Services.CreateAsyncScope();
        var seed = scope.ServiceProvider.GetRequiredService<DemoSeed>();
        if (wish == true || await seed.IsWanted(app.Lifetime.ApplicationStopping))
            await seed.Run(app.Lifetime.ApplicationStopping);
    }
}
