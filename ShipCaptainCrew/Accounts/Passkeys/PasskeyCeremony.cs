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
/// Registers passkeys and signs in with them. <see cref="Fido2Credentials"/> does the cryptography, and ASP.NET Core
/// Identity stores passkeys. This class adds two rules: each challenge is used once, even by a response that fails,
/// and a new passkey goes only to the person who asked for it.
/// </summary>
public sealed class PasskeyCeremony(AppDbContext db, Change change, UserManager<Person> people,
    Fido2Credentials credentials, SessionResolver sessions)
{
    public const string EmailKind = "passkey";

    /// <summary>Maximum length of a credential response in characters; no authenticator sends more.</summary>
    public const int LongestCredential = 16_000;

    private const int MaxPasskeys = 20;

    public static Refusal NotTaken =>
        Refusal.Invalid("credential", "This passkey was not accepted. Try again, or use a link by email.");

    public async Task<IReadOnlyList<UserPasskeyInfo>> Of(Guid personId) =>
        [.. await people.GetPasskeysAsync(await Person(personId))];

    public async Task<PasskeyRequest> AskToAdd(Viewer viewer) =>
        await SaveChallenge(viewer.PersonId, credentials.CreationOptions(viewer, await Of(viewer.PersonId)));

    /// <summary>Contains no credential ids, so the response does not reveal who has a passkey here.</summary>
    public Task<PasskeyRequest> AskToSignIn() => SaveChallenge(null, credentials.RequestOptions());

    public async Task<Refusal?> Add(Viewer viewer, Guid challenge, string credential, string name)
    {
        if (await UseChallenge(challenge, viewer.PersonId) is not { } options
            || await credentials.Register(options, credential) is not { } passkey)
            return NotTaken;
        return await change.Run(async actor =>
        {
            if (await people.FindByPasskeyIdAsync(passkey.CredentialId) is not null) return NotTaken;
            var person = await Person(viewer.PersonId);
            if ((await people.GetPasskeysAsync(person)).Count >= MaxPasskeys)
                return Refusal.Invalid("name",
                    new LocalizedText("You can have at most {0} passkeys. Remove one first.", MaxPasskeys));
            await Save(person, passkey, name);
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
        if (await UseChallenge(challenge, null) is not { } options
            || await FindAndCheck(options, credential) is not var (personId, passkey))
            return new(null, NotTaken);
        var operators = await sessions.OperatorsOf(personId, CancellationToken.None);
        // A person who has left every operator signs in to accept an invitation.
        if (operators.Count == 0 && !await sessions.IsInvited(personId, CancellationToken.None))
            return new(null, NotTaken);
        // Another sign-in may have changed the person and the passkey since they were read.
        db.ChangeTracker.Clear();
        return await change.Run<Entry>(async actor =>
        {
            var person = await Person(personId);
            if (await people.GetPasskeyAsync(person, passkey.CredentialId) is not { } stored
                || !IsNewer(passkey, stored))
                return new(null, NotTaken);
            await Save(person, passkey, stored.Name);
            var lastUsed = await sessions.LastOperatorOf(personId, CancellationToken.None);
            var operatorId = (operators.Find(row => row.Id == lastUsed) ?? operators.FirstOrDefault())?.Id;
            var session = new Session(personId, operatorId, device, isShared, actor.At);
            db.Add(session);
            return new(session, null);
        });
    }

    /// <summary>
    /// Whether the counter has grown since the last sign-in, or is not used at all. Checked again inside the
    /// transaction, because a copy of the passkey could be in use at the same moment.
    /// </summary>
    private static bool IsNewer(UserPasskeyInfo used, UserPasskeyInfo stored) =>
        (used.SignCount, stored.SignCount) is (0, 0) || used.SignCount > stored.SignCount;

    /// <summary>The passkey that the response uses, and its owner; null for an invalid response.</summary>
    private async Task<(Guid PersonId, UserPasskeyInfo Passkey)?> FindAndCheck(string options, string credential) =>
        await credentials.Read(credential) is { RawId: { } id } response
            && await people.FindByPasskeyIdAsync(id) is { } owner
            && await people.GetPasskeyAsync(owner, id) is { } stored
            && await credentials.Check(response, options, owner.Id, stored) is { } passkey
                ? (owner.Id, passkey) : null;

    /// <summary>Also deletes expired challenges, because anybody can create challenges without signing in.</summary>
    private Task<PasskeyRequest> SaveChallenge(Guid? personId, string options) =>
        change.Run(async actor =>
    {
        await db.Set<PasskeyChallenge>().Where(row => row.ExpiresAt < actor.At).ExecuteDeleteAsync();
        var challenge = new PasskeyChallenge(personId, options, actor.At);
        db.Add(challenge);
        return new PasskeyRequest(challenge.Id, options);
    });

    /// <summary>
    /// Marks a challenge as used, whether or not the response is valid or in time. Null if it was used before, has
    /// expired or belongs to somebody else.
    /// </summary>
    private Task<string?> UseChallenge(Guid id, Guid? personId) => change.Run(async actor =>
    {
        var challenge = await db.Set<PasskeyChallenge>().FirstOrDefaultAsync(row => row.Id == id);
        if (challenge is not { UsedAt: null }) return null;
        var isLive = challenge.IsLive(actor.At);
        challenge.Use(actor.At);
        return isLive && challenge.PersonId == personId ? challenge.State : null;
    });

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
