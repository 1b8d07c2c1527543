using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Crew;

/// <summary>Invites members, changes their details and archives them.</summary>
public sealed class MemberActions(
    AppDbContext db, Change change, MailQuota quota, Invitations invitations, TimeProvider clock)
    : IReferenceDataActions
{
    private static readonly string[] OwnFields = ["name", "phone"];

    /// <summary>Invites. An archived member keeps the same id when invited again, and so their past charters.</summary>
    public Task<Outcome> Create(Viewer viewer, Input input) => change.Run(input, async actor =>
    {
        var details = MemberDetails.Read(input);
        if ((MayNotTouch(viewer, details.Role) ?? Lookups.Stale(viewer, clock)) is { } refusal) return refusal;
        return input.Refusal ?? await quota.NoMoreInvitations(actor) ?? await Invite(viewer, details);
    });

    /// <summary>Invites several people as crew; nobody is invited if one of them cannot be.</summary>
    public Task<Outcome> CreateSeveral(Viewer viewer, Input input) => change.Run(input, async actor =>
    {
        if ((MayNotTouch(viewer, MemberRole.Crew) ?? Lookups.Stale(viewer, clock)) is { } refusal) return refusal;
        var people = InvitedPeople.Read(input);
        if ((input.Refusal ?? await quota.NoMoreInvitations(actor, people.Count)) is { } refused) return refused;
        var outcome = Outcome.Done(viewer.MemberId);
        foreach (var (line, details) in people)
        {
            outcome = await Invite(viewer, details);
            if (outcome.Refusal is { } problem) InvitedPeople.Error(input, line, problem.FirstMessage);
        }

        return input.Refusal ?? outcome;
    });

    public Task<Outcome> Change(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await Find(id) is not { } member) return Refusal.NotFound();
        var details = MemberDetails.Read(input, member.Details);
        if (MayNotChange(viewer, member, details) is { } refusal) return refusal;
        if (input.Refusal is { } invalid) return invalid;
        var stopsBeingOwner = details.Role is not MemberRole.Owner || details.Suspended;
        if (stopsBeingOwner && await IsLastOwner(member)) return LastOwner();
        member.Change(details, actor);
        if (details.Suspended) await EndAccess(id, actor);
        return Outcome.Done(id);
    });

    public Task<Outcome> Archive(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await Find(id) is not { } member) return Refusal.NotFound();
        if ((MayNotTouch(viewer, member.Role) ?? Lookups.Stale(viewer, clock)) is { } refusal) return refusal;
        if (input.Refusal is { } invalid) return invalid;
        if (await IsLastOwner(member)) return LastOwner();
        member.Archive(actor);
        await EndAccess(id, actor);
        return Outcome.Done(id);
    });

    /// <summary>Mails the same invitation to the same address again, so it requires no recent sign-in.</summary>
    public Task<Outcome> InviteAgain(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await Find(id) is not { } member) return Refusal.NotFound();
        if (MayNotTouch(viewer, member.Role) is { } refusal) return refusal;
        var refused = input.Refusal ?? await quota.NoMoreInvitations(actor) ?? member.InviteAgain();
        return refused is null ? Outcome.Done(id) : refused;
    });

    /// <summary>Sets which optional emails the viewer gets; those not chosen are turned off.</summary>
    public Task<Outcome> ChooseEmails(Viewer viewer, Input input) => change.Run(input, async _ =>
    {
        if (viewer.MayNotAsProgram() is { } refusal) return refusal;
        var chosen = input.Choices<EmailPreference>("letters") ?? Enum.GetValues<EmailPreference>();
        if (input.Refusal is { } invalid) return invalid;
        (await Find(viewer.MemberId))!.Choose([.. Enum.GetValues<EmailPreference>().Except(chosen)]);
        return Outcome.Done(viewer.MemberId);
    });

    private Task<Member?> Find(Guid id) => db.Members.FirstOrDefaultAsync(member => member.Id == id);

    /// <summary>The person who signs in with this address; one person may be a member of several operators.</summary>
    private async Task<Person> PersonAt(string email)
    {
        var known = Person.Normalize(email);
        return await db.Users.FirstOrDefaultAsync(row => row.NormalizedEmail == known)
            ?? (await db.AddAsync(Person.WithAddress(email))).Entity;
    }

    private async Task<Outcome> Invite(Viewer viewer, MemberDetails details)
    {
        var person = await PersonAt(details.Email);
        if (await db.Members.FirstOrDefaultAsync(row => row.PersonId == person.Id) is not { } known)
            return await Add(viewer, person, details);
        if (known.ArchivedAt is null)
            return Refusal.Invalid("email", new LocalizedText("{0} is already a member.", details.Email));
        if (MayNotTouch(viewer, known.Role) is { } forbidden) return forbidden;
        known.TakeBack(details);
        return Outcome.New(known.Id);
    }

    private async Task<Outcome> Add(Viewer viewer, Person person, MemberDetails details)
    {
        var member = new Member(viewer.OperatorId, person.Id, details);
        await db.AddAsync(member);
        return Outcome.New(member.Id);
    }

    /// <summary>
    /// Withdraws the member's open invitations and releases their positions on coming charters; captains and the
    /// office are told by email.
    /// </summary>
    private async Task EndAccess(Guid memberId, Actor actor)
    {
        await invitations.Withdraw(memberId, actor.At);
        foreach (var charter in await db.ComingCharters(memberId, actor.At)) charter.ReleaseMember(memberId, actor.At);
    }

    /// <summary>Only an owner invites, changes or archives office members.</summary>
    private static Refusal? MayNotTouch(Viewer viewer, MemberRole role) =>
        viewer.MayNot(role is MemberRole.Crew ? Right.InviteCrew : Right.TouchOffice);

    /// <summary>
    /// Members change only their own name and phone, and their programs not even these. Changing another member
    /// requires the right and a recent sign-in.
    /// </summary>
    private Refusal? MayNotChange(Viewer viewer, Member member, MemberDetails details)
    {
        if (viewer.MemberId != member.Id)
            return MayNotTouch(viewer, member.Role) ?? MayNotTouch(viewer, details.Role)
                ?? Lookups.Stale(viewer, clock);
        if (viewer.MayNotAsProgram() is { } refusal) return refusal;
        return FieldDifferences.Differing(member.Details, details).Except(OwnFields).Any()
            ? Refusal.Forbidden("You cannot change your own role, qualifications or status. Ask another owner.")
            : null;
    }

    private async Task<bool> IsLastOwner(Member member) =>
        member.Role is MemberRole.Owner && !await db.Members.AnyAsync(other => other.Id != member.Id
            && other.Role == MemberRole.Owner
            && other.JoinedAt != null
            && other.SuspendedAt == null
            && other.ArchivedAt == null);

    private static Refusal LastOwner() =>
        Refusal.Conflict("last_owner", "This is the last owner. Make somebody else an owner first.");
}
