using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>The demo on a real port inside this process, so that its whole day passes as fast as the test turns the clock.</summary>
public sealed class DemoDay : WebApplicationFactory<global::Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shipcaptaincrew-day-");

    public DemoDay()
    {
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Nine in the morning in San Diego, today: a browser lets go of cookies that its own clock calls old.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddHours(17), TimeSpan.Zero));

    public Uri Address => ClientOptions.BaseAddress;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:Directory", _folder.FullName);
        builder.UseSetting("Demo:Seed", "true");
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }
}
