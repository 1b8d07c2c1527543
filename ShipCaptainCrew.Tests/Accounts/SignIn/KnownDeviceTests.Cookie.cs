using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class KnownDeviceTests
{
    [Fact]
    public async Task The_cookie_lasts_400_days_and_its_token_is_not_stored()
    {
        using var phone = Browser();

        var cookie = DeviceCookieIn(await SignIn(phone))!;

        Assert.Matches("^scc-device=[A-Za-z0-9_-]{43}; max-age=34560000; path=/; samesite=lax; httponly$", cookie);
        var token = cookie["scc-device=".Length..cookie.IndexOf(';', StringComparison.Ordinal)];
        var database = string.Concat(Directory.EnumerateFiles(app.Folder, "shipcaptaincrew.db*")
            .Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
        Assert.DoesNotContain(token, database, StringComparison.Ordinal);
        Assert.Contains(MagicLink.Hash(token), database, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_sign_in_keeps_the_token_and_an_unknown_token_is_replaced()
    {
        using var phone = Browser();
        var first = DeviceCookieIn(await SignIn(phone));
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        var second = DeviceCookieIn(await SignIn(phone));

        Assert.Equal(first, second);
        using var other = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        other.DefaultRequestHeaders.Add("Cookie", $"scc-device={new string('x', 43)}");
        Assert.DoesNotContain("xxxx", DeviceCookieIn(await SignIn(other))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_phone_is_not_remembered()
    {
        using var shared = Browser();

        Assert.Null(DeviceCookieIn(await SignIn(shared, Sam, ("shared", "true"))));
    }

    [Fact]
    public async Task The_last_ten_devices_of_a_person_are_remembered_for_400_days_without_use()
    {
        for (var i = 0; i < 12; i++)
        {
            using var phone = Browser();
            await SignIn(phone);
            app.Clock.Advance(TimeSpan.FromHours(3));
        }

        Assert.Equal(10, await DevicesOfSam());
        app.Clock.Advance(TimeSpan.FromDays(401));
        await app.In(services => ActivatorUtilities.CreateInstance<PurgeExpired>(services)
            .Run(new Occurrence(Guid.Empty, app.Clock.GetUtcNow(), app.Clock.GetUtcNow()), stop));
        Assert.Equal(0, await DevicesOfSam());
    }

    private Task<int> DevicesOfSam() => app.In(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var person = await db.Users.FirstAsync(row => row.Email == Sam, stop);
        return await db.Set<KnownDevice>().CountAsync(device => device.PersonId == person.Id, stop);
    });

    private static string? DeviceCookieIn(HttpResponseMessage response) =>
        response.Headers.GetValues("Set-Cookie")
            .FirstOrDefault(cookie => cookie.StartsWith("scc-device=", StringComparison.Ordinal));
}
