using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

/// <summary>One passkey used by several browsers at the same moment.</summary>
public sealed partial class PasskeyTests
{
    [Fact]
    public async Task Browsers_that_sign_in_at_the_same_moment_are_all_signed_in() =>
        Assert.All(await SignInAtOnce(8, counter: 0), status => Assert.Equal(303, status));

    [Fact]
    public async Task Of_copies_with_the_same_counter_only_one_is_signed_in() =>
        Assert.Equal([303, 422, 422, 422, 422, 422, 422, 422], (await SignInAtOnce(8, counter: 5)).Order());

    private async Task<int[]> SignInAtOnce(int browsers, byte counter)
    {
        var (kim, phone) = (await SignedInUser(), new Authenticator());
        await Add(kim, phone);
        phone.Count = counter;
        var signIns = new List<Func<Task<HttpResponseMessage>>>();
        for (var i = 0; i < browsers; i++)
        {
            var (browser, (challenge, options)) = (Anonymous(), await Ask(Anonymous()));
            await browser.Page("/sign-in");
            var credential = phone.Get(options);
            signIns.Add(() => SignIn(browser, challenge, credential));
        }

        var answers = await Task.WhenAll(signIns.Select(signIn => Task.Run(signIn)));
        return [.. answers.Select(answer => (int)answer.StatusCode)];
    }
}
