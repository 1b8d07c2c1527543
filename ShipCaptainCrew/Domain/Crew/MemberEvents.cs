namespace ShipCaptainCrew.Domain.Crew;

public sealed record MemberInvited(Guid Id) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "member.invited";
}

public sealed record SignInMethodChanged(Guid Id, SignInMethodChange Done) : DomainEvent(LogKind(Done), Id)
{
    public static readonly IReadOnlyList<string> LogKinds = [.. Enum.GetValues<SignInMethodChange>().Select(LogKind)];

    private static string LogKind(SignInMethodChange change) => $"member.{WireNames.Name(change)}";
}

public sealed record MemberJoined(Guid Id) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "member.joined";
}

/// <summary>A kind of email was turned off by the link in such an email.</summary>
public sealed record EmailStopped(Guid Id, EmailPreference Email) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "member.email_stopped";
}

/// <summary>A kind of email was turned on again by the link that turned it off.</summary>
public sealed record EmailResumed(Guid Id, EmailPreference Email) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "member.email_resumed";
}
