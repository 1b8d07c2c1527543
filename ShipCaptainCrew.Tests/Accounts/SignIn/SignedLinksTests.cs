using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed class SignedLinksTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private readonly AppFixture app = fixture.Ship;
    private readonly Guid subject = Guid.CreateVersion7();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_is_found_by_its_token_until_it_expires_and_only_for_its_kind()
    {
        var token = await Issue(LinkKind.Presence, TimeSpan.FromHours(1));

        Assert.Equal(subject, (await Find(LinkKind.Presence, token))?.SubjectId);
        Assert.Null(await Find(LinkKind.Overdue, token));
        Assert.Null(await Find(LinkKind.Presence, token + "x"));
        Assert.Null(await Find(LinkKind.Presence, ""));
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await Find(LinkKind.Presence, token));
    }

    [Fact]
    public async Task Revoking_one_persons_links_keeps_those_of_others()
    {
        var (kim, sam) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (first, second) = (await Issue(LinkKind.Presence, TimeSpan.FromDays(1), kim),
            await Issue(LinkKind.Presence, TimeSpan.FromDays(1), sam));

        await app.In(async services =>
        {
            await services.GetRequiredService<SignedLinks>()
                .Revoke(LinkKind.Presence, fixture.Queen.OperatorId, subject, kim, stop);
            return true;
        });

        Assert.Null(await Find(LinkKind.Presence, first));
        Assert.NotNull(await Find(LinkKind.Presence, second));
    }

    [Fact]
    public async Task A_code_belongs_to_one_link_and_no_code_is_accepted_after_five_wrong_ones()
    {
        var (first, second) = (await IssueWithCode(), await IssueWithCode());
        Assert.True(await Accepts(first, first.Code.ToLowerInvariant()));
        Assert.False(await Accepts(second, first.Code));
        for (var i = 0; i < 4; i++) Assert.False(await Accepts(second, LinkCodes.OtherThan(second.Code)));

        Assert.False(await Accepts(second, second.Code));
        Assert.False((await Find(LinkKind.Presence, second.Token))!.TakesCode);
        Assert.True(await Accepts(first, first.Code));
    }

    [Fact]
    public async Task A_link_without_a_code_accepts_none()
    {
        var link = new Issued(await Issue(LinkKind.Presence, TimeSpan.FromDays(1)));

        Assert.False((await Find(LinkKind.Presence, link.Token))!.TakesCode);
        Assert.False(await Accepts(link, ""));
        Assert.False(await Accepts(link, "00000000"));
    }

    [Fact]
    public async Task Neither_token_nor_code_is_stored_in_the_database()
    {
        var (token, code) = await IssueWithCode();

        var database = string.Concat(
            Directory.EnumerateFiles(app.Folder, "shipcaptaincrew.db*")
                .Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));

        Assert.Equal((43, 8), (token.Length, code.Length));
        foreach (var secret in new[] { token, code })
            Assert.DoesNotContain(secret, database, StringComparison.Ordinal);
    }

    private Task<string> Issue(LinkKind kind, TimeSpan life, Guid? person = null) =>
        app.In(services =>
            services.GetRequiredService<SignedLinks>()
                .Issue(kind, fixture.Queen.OperatorId, subject, person, app.Clock.GetUtcNow() + life, stop));

    private Task<Issued> IssueWithCode() => app.In(services => services.GetRequiredService<SignedLinks>().IssueWithCode(
        LinkKind.Presence, fixture.Queen.OperatorId, subject, null, app.Clock.GetUtcNow().AddDays(1), stop));

    private async Task<bool> Accepts(Issued link, string code)
    {
        var found = await Find(LinkKind.Presence, link.Token);
        return await app.In(services => services.GetRequiredService<SignedLinks>().Accepts(found!, code, stop));
    }

    private Task<SignedLink?> Find(LinkKind kind, string token) =>
        app.In(services => services.GetRequiredService<SignedLinks>().Find(kind, token, stop));
}
