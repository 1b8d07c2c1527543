using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Maintenance;

/// <summary>Operators whose slug an earlier build allowed and this one uses itself.</summary>
public sealed class ReservedSlugsTests
{
    [Theory]
    [InlineData("calendar")]
    [InlineData("invitations")]
    [InlineData("unsubscribe")]
    public async Task An_operator_with_a_reserved_slug_keeps_working_under_a_suffix(string slug)
    {
        await using var app = new AppFixture();
        var (renamed, other) = (await app.Cast("queen"), await app.Cast($"{slug}-2"));
        SetSlug(app, "queen", slug);
        using var program = await renamed.Olive.SignInAgain(app, renamed.OperatorId);

        await Start(app);
        await Start(app);

        Assert.Equal([$"{slug}-2", $"{slug}-3"], await app.In(services =>
            services.GetRequiredService<AppDbContext>().Operators.Select(row => row.Slug).Order().ToArrayAsync()));
        Assert.Equal(200, (int)(await renamed.Olive.Browser.Get($"/{slug}-3/log")).StatusCode);
        Assert.Equal($"{slug}-3", (string?)(await program.Get("/api/me").Json())["operator"]);
        Assert.Equal(200, (int)(await other.Olive.Browser.Get($"/{slug}-2/log")).StatusCode);
        Assert.Equal(1, await renamed.Look(db => db.Log.CountAsync(entry => entry.Kind == "operator.moved")));
        Assert.Contains($"Moved the operator's pages from /{slug} to /{slug}-3",
            (await renamed.Olive.Browser.Page($"/{slug}-3/log")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calendar")]
    [InlineData("invitations")]
    [InlineData("unsubscribe")]
    [InlineData("sign-out")]
    public void A_reserved_slug_is_refused_for_a_new_operator(string slug) => Assert.NotNull(Slug.Refuse(slug));

    private static Task<bool> Start(AppFixture app) => app.In(async services =>
    {
        await services.GetRequiredService<ReservedSlugs>().MoveOperators();
        return true;
    });

    /// <summary>Sets a slug that this build refuses.</summary>
    private static void SetSlug(AppFixture app, string from, string to)
    {
        using var file = SqliteFile.Open(Path.Combine(app.Folder, StoragePaths.DatabaseName));
        file.Execute($"UPDATE operators SET Slug = '{to}' WHERE Slug = '{from}'");
        app.Services.GetRequiredService<ChangeCounter>().Raise(ChangeScope.Everything);
    }
}
