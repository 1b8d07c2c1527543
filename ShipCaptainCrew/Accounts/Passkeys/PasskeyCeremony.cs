using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.Passkeys;

/// <summary>
/// Registers passkeys and signs in with them. ASP.NET Core Identity does the cryptography. This class adds two rules:
/// each challenge is used once, even by a response that fails, and a new passkey goes only to the person who asked for
/// it.
/// </summary>
public sealed class PasskeyCeremony(AppDbContext db, Change change, UserManager<Person> people,
    IPasskeyHandler<Person> handler, SessionResolver sessions, IHttpContextAccessor http)
{
    public const string EmailKind = "passkey";

    /// <summary>Maximum length of a credential response in characters; no authenticator sends more.</summary>
    public const int LongestCredential = 16_000;

    private const int MaxPasskeys = 20;

    public static Refusal NotTaken =>
        Refusal.Invalid("credential", "This passkey was not accepted. Try again, or use a link by mail.");

    private HttpContext Http => http.HttpContext!;

    public async Task<IReadOnlyList<UserPasskeyInfo>> Of(Guid personId) =>
        [.. await people.GetPasskeysAsync(await Person(personId))];

    public async Task<PasskeyRequest> AskToAdd(Viewer viewer)
    {
        var user = new PasskeyUserEntity
        {
            Id = viewer.PersonId.ToString(),
            Name = viewer.Email,
            DisplayName = viewer.Name,
        };
        var options = await handler.MakeCreationOptionsAsync(user, Http);
        return await SaveChallenge(viewer.PersonId, options.AttestationState ?? "", options.CreationOptionsJson);
    }

    /// <summary>Contains no credential ids, so the response does not reveal who has a passkey here.</summary>
    public async Task<PasskeyRequest> AskToSignIn()
    {
        var options = await handler.MakeRequestOptionsAsync(null, Http);
        return await SaveChallenge(null, options.AssertionState ?? "", options.RequestOptionsJson);
    }

    public async Task<Refusal?> Add(Viewer viewer, Guid challenge, string credential, string name)
    {
        if (await UseChallenge(challenge, viewer.PersonId) is not { } state) return NotTaken;
        var attestation = await Try(() => handler.PerformAttestationAsync(
            new() { HttpContext = Http, CredentialJson = credential, AttestationState = state }));
        if (attestation is not { Succeeded: true } || attestation.UserEntity.Id != viewer.PersonId.ToString())
            return NotTaken;
        return await change.Run(async actor =>
        {
            var person = await Person(viewer.PersonId);
            if ((await people.GetPasskeysAsync(person)).Count >= MaxPasskeys)
                return Refusal.Invalid("name",
                    new LocalizedText("{0} passkeys are the most. Remove one first.", MaxPasskeys));
            await Save(person, attestation.Passkey, name);
            await WriteEventAndEmail(viewer, added: true, actor);
            return (Refusal?)null;
        });
    }

    public Task<Refusal?> Rename(Viewer viewer, byte[] id, string name) => change.Run(async _ =>
    {
        var person = await Person(viewer.PersonId);
        if (await people.GetPasskeyAsync(person, id) is not { } passkey) return Refusal.NotFound();
        await Save(person, passkey, name);
        return null;
    });

    /// <summary>Removes a passkey and ends all other sessions of the person, in case somebody else used it.</summary>
    public Task<Refusal?> Remove(Viewer viewer, byte[] id) => change.Run(async actor =>
    {
        var person = await Person(viewer.PersonId);
        if (await people.GetPasskeyAsync(person, id) is null) return Refusal.NotFound();
        ThrowIfFailed(await people.RemovePasskeyAsync(person, id));
        await sessions.EndElsewhere(viewer.PersonId, viewer.SessionId, actor.At);
        await WriteEventAndEmail(viewer, added: false, actor);
        return (Refusal?)null;
    });

    /// <summary>Starts a session for the owner of the passkey. Every failure returns the same refusal.</summary>
    public async Task<Entry> SignIn(Guid challenge, string credential, string device, bool isShared)
    {
        if (await UseChallenge(challenge, null) is not { } state) return new(null, NotTaken);
        var assertion = await Try(() => handler.PerformAssertionAsync(
            new() { HttpContext = Http, CredentialJson = credential, AssertionState = state }));
        if (assertion is not { Succeeded: true }) return new(null, NotTaken);
        var personId = assertion.User.Id;
        var operators = await sessions.OperatorsOf(personId, CancellationToken.None);
        if (operators.Count == 0) return new(null, NotTaken);
        return await change.Run<Entry>(async actor =>
        {
            var person = await Person(personId);
            if (await people.GetPasskeyAsync(person, assertion.Passkey.CredentialId) is not { } stored)
                return new(null, NotTaken);
            await Save(person, assertion.Passkey, stored.Name);
            var lastUsed = await sessions.LastOperatorOf(personId, CancellationToken.None);
            var operatorId = operators.Exists(row => row.Id == lastUsed) ? lastUsed : operators[0].Id;
            var session = new Session(personId, operatorId, device, isShared, actor.At);
            db.Add(session);
            return new(session, null);
        });
    }

    /// <summary>Also deletes expired challenges, because anybody can create challenges without signing in.</summary>
    private Task<PasskeyRequest> SaveChallenge(Guid? personId, string state, string options) =>
        change.Run(async actor =>
    {
        await db.Set<PasskeyChallenge>().Where(row => row.ExpiresAt < actor.At).ExecuteDeleteAsync();
        var challenge = new PasskeyChallenge(personId, state, actor.At);
        db.Add(challenge);
        return new PasskeyRequest(challenge.Id, options);
    });

    /// <summary>
    /// Marks a challenge as used, whether or not the response is valid. Null if it was used before, has expired or
    /// belongs to somebody else.
    /// </summary>
    private Task<string?> UseChallenge(Guid id, Guid? personId) => change.Run(async actor =>
    {
        var challenge = await db.Set<PasskeyChallenge>().FirstOrDefaultAsync(row => row.Id == id);
        if (challenge?.IsLive(actor.At) != true) return null;
        challenge.Use(actor.At);
        return challenge.PersonId == personId ? challenge.State : null;
    });

    /// <summary>
    /// Returns null for input that is not a credential at all, so it is handled like any other failure.
    /// </summary>
    private static async Task<T?> Try<T>(Func<Task<T>> perform)
        where T : class
    {
        try
        {
            return await perform();
        }
        catch (Exception invalid) when (invalid is JsonException or PasskeyException or FormatException
            or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Identity saves immediately, inside the current transaction.</summary>
    private async Task Save(Person person, UserPasskeyInfo passkey, string? name)
    {
        passkey.Name = name;
        ThrowIfFailed(await people.AddOrUpdatePasskeyAsync(person, passkey));
    }

    private static void ThrowIfFailed(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException($"A passkey was not saved: {result}.");
    }

    private async Task WriteEventAndEmail(Viewer viewer, bool added, Actor actor)
    {
        (await db.Members.FirstAsync(row => row.Id == viewer.MemberId)).Note(
            added ? SignInMethodChange.PasskeyAdded : SignInMethodChange.PasskeyRemoved);
        db.Add(new OutboxEmail(EmailKind, $"{EmailKind}|{Guid.CreateVersion7(actor.At)}", actor.At)
        {
            OperatorId = viewer.OperatorId,
            MemberId = viewer.MemberId,
            Facts = JsonSerializer.Serialize(new PasskeyFacts(added)),
        });
    }

    private async Task<Person> Person(Guid id) => await db.Users.FirstAsync(row => row.Id == id);
}
