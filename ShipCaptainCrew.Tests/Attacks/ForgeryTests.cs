using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Another site's page in the browser of somebody who is signed in here.</summary>
public sealed class ForgeryTests(Waters waters) : IClassFixture<Waters>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    private IEnumerable<Door> Forms => waters.Doors.Where(door => door is { Changes: true, IsForPrograms: false, IsFile: false } && door.Route is not "/error");

    [Fact]
    public async Task No_form_is_taken_without_its_own_token_or_from_another_site()
    {
        var (olive, kept) = (waters.Queen.Olive.Browser, await waters.Kept());
        var (mine, theirs) = (await Token(olive, $"/{waters.Queen.Slug}/me"), await Token(waters.Robin.Browser, "/strangers/me"));
        Assert.True(Forms.Count() > 40);
        foreach (var door in Forms)
        {
            if (!door.IsByTokenAlone)
            {
                Assert.Equal((door, 400), (door, await Post(door, null)));
                Assert.Equal((door, 400), (door, await Post(door, theirs)));
                Assert.Equal((door, 400), (door, await Post(door with { Address = $"{door.Address}?__RequestVerificationToken={Uri.EscapeDataString(mine)}" }, null)));
            }

            Assert.Equal((door, 403), (door, await Post(door, mine, "Sec-Fetch-Site", "cross-site")));
            Assert.Equal((door, 403), (door, await Post(door, mine, "Sec-Fetch-Site", "same-site")));
            Assert.Equal((door, 403), (door, await Post(door, mine, "Origin", "https://evil.example")));
        }

        Assert.Equal(kept, await waters.Kept());

        async Task<int> Post(Door door, string? token, string header = "X-Nothing", string value = "at all")
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, door.Address) { Headers = { { header, value } } };
            request.Content = new FormUrlEncodedContent(token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)]);
            using var answer = await olive.SendAsync(request, stop);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_cookie_makes_no_program_of_another_sites_page()
    {
        var kept = await waters.Kept();
        foreach (var door in waters.Doors.Where(door => door is { Changes: true, IsForPrograms: true }))
        {
            foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site") })
            {
                using var request = new HttpRequestMessage(new(door.Method), door.Address) { Headers = { { header, value } }, Content = new StringContent("{}", Encoding.UTF8, "text/plain") };
                using var answer = await waters.Queen.Olive.Browser.SendAsync(request, stop);
                Assert.Equal((door, 403), (door, (int)answer.StatusCode));
            }
        }

        Assert.Equal(kept, await waters.Kept());
    }

    [Fact]
    public async Task Whoever_only_looks_changes_nothing_that_is_kept()
    {
        var kept = await waters.Kept();
        foreach (var client in new[] { waters.Queen.Olive.Browser, waters.Queen.Olive.Api, waters.Queen.Kim.Browser, waters.Nobody() })
        {
            foreach (var door in waters.Doors.Where(door => door is { Method: "GET", IsFile: false }))
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
                {
                    using var answer = await client.SendAsync(new(method, door.Address), HttpCompletionOption.ResponseHeadersRead, stop);
                    Assert.True((int)answer.StatusCode < 500, $"{door}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Equal(kept, await waters.Kept());
    }

    private static async Task<string> Token(HttpClient browser, string page) => (await browser.Page(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
