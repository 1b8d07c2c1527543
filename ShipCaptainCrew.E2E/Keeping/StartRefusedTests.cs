using System.Net;
using System.Net.Sockets;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Keeping;

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
        await using var ship = new EmptyShip();
        ship.Settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        ship.Settings[setting] = value;

        await IsRefused(ship, 1, named);
    }

    [Fact]
    public async Task A_damaged_database_is_named_with_the_way_back()
    {
        await using var ship = new EmptyShip();
        var path = Path.Combine(ship.Folder, "shipcaptaincrew.db");
        await File.WriteAllTextAsync(path, "Dear diary", TestContext.Current.CancellationToken);

        await IsRefused(ship, 1, $"{path} is not a database", " restore ");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var ship = new EmptyShip();
        using var other = new TcpListener(IPAddress.Loopback, ship.Address.Port);
        other.Start();

        await IsRefused(ship, 1, $"{ship.Address.Port}");
    }

    [Theory]
    [InlineData("--email", "operator", "create", "--name", "Queen of San Diego", "--slug", "queen")]
    [InlineData("'books'", "verify", "books")]
    [InlineData("'restore'", "restore")]
    public async Task A_command_that_cannot_be_understood_says_why_on_one_line(string named, params string[] arguments)
    {
        await using var ship = new EmptyShip();

        var ended = await ship.Run(arguments).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(1, ended.Code);
        Assert.Contains(named, Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(ended.Output);
    }

    [Fact]
    public async Task A_command_asked_for_help_gives_it()
    {
        await using var ship = new EmptyShip();

        var ended = await ship.Run("operator", "create", "--help").WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        Assert.Contains("--time-zone", ended.Output, StringComparison.Ordinal);
    }

    private static async Task IsRefused(Ship ship, int code, params string[] says)
    {
        var ended = await ship.Run().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(code, ended.Code);
        var line = Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(says, word => Assert.Contains(word, line, StringComparison.Ordinal));
    }
}
