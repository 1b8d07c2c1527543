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

/// <summary>What the browser hands to an authenticator, and the mark under which its answer is expected.</summary>
public sealed record PasskeyRequest(Guid Challenge, string OptionsJson);

/// <summary>
/// Signing in with a passkey. The cryptography is ASP.NET Core Identity's; what it leaves open is closed here: each
/// challenge is used once, also by an answer that fails, and a new passkey goes to nobody but the person it was asked
/// for.
/// </summary>
public sealed class PasskeyCeremony(AppDbContext db, Change change, UserManager<Person> people,
    IPasskeyHandler<Person> handler, SessionResolver sessions, IHttpContextAccessor http)
{
    public const string EmailKind = "passkey";

    /// <summary>No authenticator answers at such length.</summary>
    public const int LongestCredential = 16_000;

    private const int Most = 20;

    public static Refusal NotTaken =>
        Refusal.Invalid("credential", "This passkey was not accepted. Try again, or use a link by mail.");

    private HttpContext Http => http.HttpContext!;

    public async Task<IReadOnlyList<UserPasskeyInfo>> Of(Guid personId) =>
        [.. await people.GetPasskeysAsync(await Person(personId))];

    public async Task<PasskeyRequest> AskToAdd(Viewer viewer)
    {
        var made =
            await handler.MakeCreationOptionsAsync(
                new() { Id = viewer.PersonId.ToString(), Name = viewer.Email, DisplayName = viewer.Name }, Http);
        return await Keep(viewer.PersonId, made.AttestationState ?? "", made.CreationOptionsJson);
    }

    /// <summary>Names nobody, so that asking tells nobody who has a passkey here.</summary>
    public async Task<PasskeyRequest> AskToSignIn()
    {
        var made = await handler.MakeRequestOptionsAsync(null, Http);
        return await Keep(null, made.AssertionState ?? "", made.RequestOptionsJson);
    }

    public async Task<Refusal?> Add(Viewer viewer, Guid challenge, string credential, string name)
    {
        if (await Take(challenge, viewer.PersonId) is not { } state) return NotTaken;
        var answer =
            await Try(
                () =>
                    handler.PerformAttestationAsync(
                        new() { HttpContext = Http, CredentialJson = credential, AttestationState = state }));
        if (answer is not { Succeeded: true } || answer.UserEntity.Id != viewer.PersonId.ToString()) return NotTaken;
        return await change.Run(async actor =>
        {
            var person = await Person(viewer.PersonId);
            if ((await people.GetPasskeysAsync(person)).Count >= Most)
                return Refusal.Invalid("name", new LocalizedText("{0} passkeys are the most. Remove one first.", Most));
            await Save(person, answer.Passkey, name);
            await Tell(viewer, added: true, actor);
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

    /// <summary>Takes one away and signs the person out everywhere else: whoever held it may have been in.</summary>
    public Task<Refusal?> Remove(Viewer viewer, byte[] id) => change.Run(async actor =>
    {
        var person = await Person(viewer.PersonId);
        if (await people.GetPasskeyAsync(person, id) is null) return Refusal.NotFound();
        Whole(await people.RemovePasskeyAsync(person, id));
        await sessions.EndElsewhere(viewer.PersonId, viewer.SessionId, actor.At);
        await Tell(viewer, added: false, actor);
        return (Refusal?)null;
    });

    /// <summary>Begins a session for whoever the passkey is. Every failure looks the same.</summary>
    public async Task<Entry> SignIn(Guid challenge, string credential, string device, bool isShared)
    {
        if (await Take(challenge, null) is not { } state) return new(null, NotTaken);
        var answer =
            await Try(
                () =>
                    handler.PerformAssertionAsync(
                        new() { HttpContext = Http, CredentialJson = credential, AssertionState = state }));
        if (answer is not { Succeeded: true }) return new(null, NotTaken);
        var open = await sessions.OperatorsOf(answer.User.Id, CancellationToken.None);
        if (open.Count == 0) return new(null, NotTaken);
        return await change.Run<Entry>(async actor =>
        {
            var person = await Person(answer.User.Id);
            if (await people.GetPasskeyAsync(person, answer.Passkey.CredentialId) is not { } kept)
                return new(null, NotTaken);
            await Save(person, answer.Passkey, kept.Name);
            var last = await sessions.LastOperatorOf(answer.User.Id, CancellationToken.None);
            var session =
                new Session(answer.User.Id, open.Exists(theOperator => theOperator.Id == last) ? last : open[0].Id,
                    device, isShared, actor.At);
            db.Add(session);
            return new(session, null);
        });
    }

    /// <summary>Those that nobody can answer any more go, since anybody may ask.</summary>
    private Task<PasskeyRequest> Keep(Guid? personId, string state, string options) => change.Run(async actor =>
    {
        await db.Set<PasskeyChallenge>().Where(row => row.ExpiresAt < actor.At).ExecuteDeleteAsync();
        var challenge = new PasskeyChallenge(personId, state, actor.At);
        db.Add(challenge);
        return new PasskeyRequest(challenge.Id, options);
    });

    /// <summary>
    /// Spends a challenge, whatever comes of the answer; null where it was spent, is too old or another's.
    /// </summary>
    private Task<string?> Take(Guid id, Guid? personId) => change.Run(async actor =>
    {
        var challenge = await db.Set<PasskeyChallenge>().FirstOrDefaultAsync(row => row.Id == id);
        if (challenge?.IsLive(actor.At) != true) return null;
        challenge.Use(actor.At);
        return challenge.PersonId == personId ? challenge.State : null;
    });

    /// <summary>What is no credential at all is a failure like any other.</summary>
    private static async Task<T?> Try<T>(Func<Task<T>> perform)
        where T : class
    {
        try
        {
            return await perform();
        }
        catch (Exception garbage) when (garbage is JsonException or PasskeyException or FormatException
            or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The framework saves at once, inside the change that is under way.</summary>
    private async Task Save(Person person, UserPasskeyInfo passkey, string? name)
    {
        passkey.Name = name;
        Whole(await people.AddOrUpdatePasskeyAsync(person, passkey));
    }

    private static void Whole(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException($"A passkey was not saved: {result}.");
    }

    private async Task Tell(Viewer viewer, bool added, Actor actor)
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

/// <summary>What a letter about a passkey keeps of its cause.</summary>
public sealed record PasskeyFacts(bool Added);
