using System.Net;
using System.Net.Sockets;
using ShipCaptainCrew.E2E.Support;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.E2E.Operations;

public sealed class StartRefusedTests
{
    [Theory]
    [InlineData("PublicUrl", "", "PublicUrl")]
    [InlineData("PublicUrl", "crew.example.com", "PublicUrl")]
    [InlineData("Proxy__Trusted", "the one on the left", "Proxy:Trusted")]
    [InlineData("Jwt__Secret", "too short", "Jwt:Secret")]
    [InlineData("Memory__AnswersMb", "-1", "Memory:AnswersMb")]
    [InlineData("Duties__ptb_nudge__Cron", "0 0 31 2 *", "Duties:ptb_nudge:Cron")]
    public async Task An_invalid_setting_is_named(string setting, string value, string expected)
    {
        await using var app = new EmptyApp();
        app.Settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        app.Settings[setting] = value;

        await AssertRefused(app, 1, expected);
    }

    [Fact]
    public async Task A_damaged_database_is_named_with_restore_instructions()
    {
        await using var app = new EmptyApp();
        var path = Path.Combine(app.Folder, "shipcaptaincrew.db");
        await File.WriteAllTextAsync(path, "Dear diary", TestContext.Current.CancellationToken);

        await AssertRefused(app, 1, $"{path} is not a database", " restore ");
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        await using var app = new EmptyApp();
        using var other = new TcpListener(IPAddress.Loopback, app.Address.Port);
        other.Start();

        await AssertRefused(app, 1, $"{app.Address.Port}");
    }

    [Theory]
    [InlineData("--email", "operator", "create", "--name", "Queen of San Diego", "--slug", "queen")]
    [InlineData("'books'", "verify", "books")]
    [InlineData("'restore'", "restore")]
    public async Task An_invalid_command_line_is_explained_in_one_line(string expected, params string[] arguments)
    {
        await using var app = new EmptyApp();

        var result = await app.Run(arguments).WithinLimit();

        Assert.Equal(1, result.Code);
        Assert.Contains(expected, Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Help_is_printed_for_a_command()
    {
        await using var app = new EmptyApp();

        var result = await app.Run("operator", "create", "--help").WithinLimit();

        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Contains("--time-zone", result.Output, StringComparison.Ordinal);
    }

    private static async Task AssertRefused(AppProcess app, int code, params string[] expected)
    {
        var result = await app.Run().WithinLimit();

        Assert.Equal(code, result.Code);
        var line = Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(expected, text => Assert.Contains(text, line, StringComparison.Ordinal));
    }
}
