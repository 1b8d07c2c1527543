using System.Net;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E;

public sealed class StartAndStopTests(AppProcess app) : IClassFixture<AppProcess>
{
    [Fact]
    public async Task The_server_starts_with_an_empty_folder_and_stops_with_exit_code_zero()
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var answer = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        Assert.Equal(0, await app.Stop());
    }
}
