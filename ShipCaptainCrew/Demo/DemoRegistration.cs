namespace ShipCaptainCrew.Demo;

/// <summary>Registers the demo operator.</summary>
public static class DemoRegistration
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services
        .AddScoped<DemoSeed>()
        .AddScoped<DemoSignIn>();

    /// <summary>
    /// Seeds the demo if the setting <c>Demo:Seed</c> is true or, if it is not set, into an empty database in
    /// Development.
    /// </summary>
    public static async Task SeedDemo(this WebApplication app)
    {
        var setting = app.Configuration.GetValue<bool?>("Demo:Seed");
        if (!(setting ?? app.Environment.IsDevelopment())) return;
        await using var scope = app.Services.CreateAsyncScope();
        var seed = scope.ServiceProvider.GetRequiredService<DemoSeed>();
        if (setting == true || await seed.IsWanted(app.Lifetime.ApplicationStopping))
            await seed.Run(app.Lifetime.ApplicationStopping);
    }
}
