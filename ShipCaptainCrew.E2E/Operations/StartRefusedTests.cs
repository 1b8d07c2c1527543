using System.Net;
using System.Net.Sockets;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Operations;

public sealed class StartRefusedTests
{
    [Theory]
    [InlineData("PublicUrl", "", "PublicUrl")]
    [InlineData("PublicUrl", "crew.example.com", "PublicUrl")]
    [InlineData("Proxy__Trusted", "the one on the left", "Proxy:Trusted")]
    [InlineData("Jwt__Secret", "too short", "Jwt:Secret")]
    [InlineData("Duties__ptb_nudge__Cron", "0 0 31 2 *", "Duties:ptb_nudge:Cron")]
    public async Task A_setting_that_makes_no_sense_is_named(string setting, string value, string named)
    {
        await using var app = new EmptyApp();
        app.Settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        app.Settings[setting] = value;

        await IsRefused(app, 1, named);
    }

    [Fact]
    public async Task A_damaged_database_is_named_with_the_way_back()
    {
        await using var app = new EmptyApp();
        var path = Path.Combine(app.Folder, "shipcaptaincrew.db");
        await File.WriteAllTextAsync(path, "Dear diary", TestContext.Current.CancellationToken);

        await IsRefused(app, 1, $"{path} is not a database", " restore ");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var app = new EmptyApp();
        using var other = new TcpListener(IPAddress.Loopback, app.Address.Port);
        other.Start();

        await IsRefused(app, 1, $"{app.Address.Port}");
    }

    [Theory]
    [InlineData("--email", "operator", "create", "--name", "Queen of San Diego", "--slug", "queen")]
    [InlineData("'books'", "verify", "books")]
    [InlineData("'restore'", "restore")]
    public async Task A_command_that_cannot_be_understood_says_why_on_one_line(string named, params string[] arguments)
    {
        await using var app = new EmptyApp();

        var ended = await app.Run(arguments).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(1, ended.Code);
        Assert.Contains(named, Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
        Assert.Empty(ended.Output);
    }

    [Fact]
    public async Task A_command_asked_for_help_gives_it()
    {
        await using var app = new EmptyApp();

        var ended = await app.Run("operator", "create", "--help")
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        Assert.Contains("--time-zone", ended.Output, StringComparison.Ordinal);
    }

    private static async Task IsRefused(AppProcess app, int code, params string[] says)
    {
        var ended = await app.Run().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(code, ended.Code);
        var line = Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(says, word => Assert.Contains(word, line, StringComparison.Ordinal));
    }
}
