using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class EmailChangeTests
{
    [Fact]
    public async Task A_request_requires_a_sign_in_of_the_last_ten_minutes()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        var before = await app.Count();

        var asked = await cast.AskFor(Sam, New);

        Assert.Equal(403, (int)asked.StatusCode);
        Assert.Equal(New, (await asked.Html()).QuerySelector("[name=email]")!.GetAttribute("value"));
        Assert.Null(await WaitingFor(Sam));
        Assert.Empty(await app.Letters(since: before));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sam")]
    [InlineData(Old)]
    [InlineData("a@x.example, b@x.example")]
    [InlineData("a@x.example;b@x.example")]
    [InlineData("Ann <a@x.example>")]
    [InlineData("a@x.example\r\nBcc: b@x.example")]
    [InlineData("a@x.example\nSubject: x")]
    [InlineData("a b@x.example")]
    public async Task An_invalid_or_unchanged_address_is_refused_at_its_field_and_stays_in_the_form(string email)
    {
        var refused = await cast.AskFor(Sam, email);

        Assert.Equal(422, (int)refused.StatusCode);
        var page = await refused.Html();
        Assert.NotNull(page.QuerySelector(".field.bad #email-e"));
        if (!email.Contains('\n', StringComparison.Ordinal))
            Assert.Equal(email, page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Null(await WaitingFor(Sam));
    }

    [Theory]
    [InlineData("SAM@Queen-of-San-Diego.example", "SAM@Queen-of-San-Diego.example")]
    [InlineData("sam@münchen.example", "sam@xn--mnchen-3ya.example")]
    [InlineData("sam+boat@elsewhere.example", "sam+boat@elsewhere.example")]
    public async Task An_address_may_differ_only_in_case_or_use_another_script(string email, string mailbox)
    {
        await cast.AskFor(Sam, email);
        foreach (var link in new[] { await app.AddressLink(Old), await app.AddressLink(mailbox) })
            Assert.Equal(303, (int)(await Confirm(link)).StatusCode);

        Assert.Equal(email, await Email(cast, Sam.MemberId));
        Assert.Equal(email, (await Person(Sam)).Email);
        Assert.All(app.Post.Deliveries, delivery => Assert.Single(delivery.To));
    }
}
