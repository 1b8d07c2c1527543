using System.Text;
using Microsoft.Data.Sqlite;
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
    public async Task No_token_is_stored_in_the_database()
    {
        var token = await Issue(LinkKind.Overdue, TimeSpan.FromDays(7));
        SqliteConnection.ClearAllPools();

        var database = string.Concat(
            Directory.EnumerateFiles(app.Folder, "shipcaptaincrew.db*")
                .Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));

        Assert.Equal(43, token.Length);
        Assert.DoesNotContain(token, database, StringComparison.Ordinal);
    }

    private Task<string> Issue(LinkKind kind, TimeSpan life, Guid? person = null) =>
        app.In(services =>
            services.GetRequiredService<SignedLinks>()
                .Issue(kind, fixture.Queen.OperatorId, subject, person, app.Clock.GetUtcNow() + life, stop));

    private Task<SignedLink?> Find(LinkKind kind, string token) =>
        app.In(services => services.GetRequiredService<SignedLinks>().Find(kind, token, stop));
}
