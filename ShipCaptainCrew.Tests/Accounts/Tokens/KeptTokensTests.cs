using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.Tokens;

/// <summary>
/// Tests that a token that was accepted before, and whose signature is not checked again, opens no more than it may.
/// </summary>
public sealed class KeptTokensTests : IAsyncLifetime
{
    private readonly AppFixture app = new();
    private Cast queen = null!;

    public async ValueTask InitializeAsync()
    {
        queen = await app.Cast();
        await queen.Kim.Api.Get("/api/me").Json();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_is_refused_from_the_second_in_which_it_expires()
    {
        app.Clock.Advance(AccessToken.Life - TimeSpan.FromSeconds(1));
        await queen.Kim.Api.Get("/api/me").Json();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await queen.Kim.Api.Get("/api/me").Json(401);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await queen.Kim.Api.Get("/api/me").Json(401);
    }

    [Fact]
    public async Task It_is_refused_from_the_request_after_its_session_was_revoked()
    {
        await app.Change(queen.OperatorId, async (db, actor) =>
        {
            (await db.Set<Session>().FirstAsync(row => row.Id == queen.Kim.SessionId)).Revoke(actor.At);
            return true;
        });

        await queen.Kim.Api.Get("/api/me").Json(401);
    }

    [Fact]
    public async Task It_is_refused_while_its_member_is_suspended_and_accepted_again_afterwards()
    {
        foreach (var (status, expected) in new[] { ("suspended", 401), ("active", 200) })
        {
            await queen.Olive.Api.Put($"/api/members/{queen.Kim.MemberId}", new { status }).Json();
            await queen.Kim.Api.Get("/api/me").Json(expected);
        }
    }

    [Fact]
    public async Task The_same_claims_signed_by_another_key_are_refused()
    {
        var parts = queen.Kim.Api.DefaultRequestHeaders.Authorization!.Parameter!.Split('.');
        var signed = $"{parts[0]}.{parts[1]}";
        var signature = HMACSHA256.HashData(RandomNumberGenerator.GetBytes(32), Encoding.ASCII.GetBytes(signed));
        using var other = app.CreateClient();
        other.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", $"{signed}.{Base64Url.EncodeToString(signature)}");

        await other.Get("/api/me").Json(401);
        await queen.Kim.Api.Get("/api/me").Json();
    }
}
