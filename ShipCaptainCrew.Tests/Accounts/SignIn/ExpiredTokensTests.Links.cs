using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class ExpiredTokensTests
{
    [Theory]
    [InlineData(LinkKind.Presence)]
    [InlineData(LinkKind.Party)]
    [InlineData(LinkKind.Waiver)]
    public async Task A_signed_link_stays_refused(LinkKind kind)
    {
        var life = TimeSpan.FromHours(1);
        var token = await app.In(services => services.GetRequiredService<SignedLinks>().Issue(
            kind, queen.OperatorId, Guid.CreateVersion7(), null, app.Clock.GetUtcNow() + life, stop));
        app.Clock.Advance(life);
        Assert.False(await IsFound());

        await GoBack(life);

        Assert.False(await IsFound());

        Task<bool> IsFound() => app.In(async services =>
            await services.GetRequiredService<SignedLinks>().Find(kind, token, stop) is not null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_email_change_stays_refused(bool isOnlyOpened)
    {
        await queen.AskFor(queen.Olive, "olive@elsewhere.example");
        var link = await app.AddressLink(Olive);
        using var phone = app.Phone();
        app.Clock.Advance(EmailChange.Life);
        if (isOnlyOpened) await phone.GetAsync(link, stop);
        else await phone.Send(link, ("email", "olive@elsewhere.example"));

        await GoBack(EmailChange.Life);

        Assert.Equal(404, (int)(await phone.GetAsync(link, stop)).StatusCode);
    }
}
