using Microsoft.Net.Http.Headers;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>The phone of somebody who signed out, in the hands of somebody else: what it has kept is good for nobody.</summary>
public sealed class AnotherPhoneTests(Waters waters) : IClassFixture<Waters>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_persons_phone_has_kept_is_nothing_new_to_nobody_else()
    {
        var held = new List<(Door Door, string Tag)>();
        foreach (var door in waters.Doors.Where(door => door is { Method: "GET", IsFile: false } && !door.Route.StartsWith("/dev/", StringComparison.Ordinal)))
        {
            // A page as a whole is always told anew; what htmx refreshes of it may be nothing new.
            using var answer = await Ask(waters.Queen.Olive.Browser, door, null);
            if (answer.Headers.ETag is { } tag) held.Add((door, $"{tag}"));
        }

        // The same person who signed in again has another session.
        HttpClient[] others = [await waters.Queen.Olive.SignInAgain(waters.Ship, waters.Queen.OperatorId), waters.Queen.Dana.Browser, waters.Queen.Sam.Browser, waters.Robin.Browser, waters.Nobody()];
        var fresh = 0;
        foreach (var (door, tag) in held)
        {
            using (var own = await Ask(waters.Queen.Olive.Browser, door, tag)) fresh += (int)own.StatusCode == 304 ? 1 : 0;
            foreach (var other in others)
            {
                using var answer = await Ask(other, door, tag);
                Assert.NotEqual((door, 304), (door, (int)answer.StatusCode));
            }
        }

        Assert.True(fresh >= 4, $"{fresh} of {held.Count}");
    }

    private Task<HttpResponseMessage> Ask(HttpClient client, Door door, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, door.Address) { Headers = { { "HX-Request", "true" } } };
        if (tag is not null) request.Headers.TryAddWithoutValidation(HeaderNames.IfNoneMatch, tag);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }
}
