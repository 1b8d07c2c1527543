using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>
/// The app with its demo data on a real port inside this process, with its own data folder and mail server. It starts
/// in a fraction of the time of an <see cref="AppProcess"/>, because its code is compiled only once for all tests. As a
/// class fixture it is shared by the tests of one class.
/// </summary>
public class DemoServer : WebApplicationFactory<global::Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shipcaptaincrew-demo-");

    public DemoServer()
    {
        // Browsers accept passkeys for localhost but not for an IP address.
        var port = AppProcess.FreePort();
        Address = new Uri($"http://localhost:{port}");
        UseKestrel(options => options.ListenLocalhost(port));
        StartServer();
    }

    public Uri Address { get; }

    public string Folder => _folder.FullName;

    public SmtpSink Mail { get; } = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        await _folder.DeleteWhenClosed();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:Directory", Folder);
        builder.UseSetting("PublicUrl", Address.GetLeftPart(UriPartial.Authority));
        builder.UseSetting("Demo:Seed", "true");
        builder.UseSetting("Smtp:Host", "127.0.0.1");
        builder.UseSetting("Smtp:Port", $"{Mail.Port}");
        builder.UseSetting("Smtp:Security", "none");
        builder.UseSetting("Smtp:From", "office@charter.example");
        builder.UseSetting("Limits:Api", "1000000");
        builder.UseSetting("Limits:Streams", "1000000");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
    }
}
