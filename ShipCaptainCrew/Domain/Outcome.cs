namespace ShipCaptainCrew.Domain;

/// <summary>
/// The result of an action: the id of the entity it changed, or a refusal. The caller loads and renders the entity
/// itself.
/// </summary>
public sealed record Outcome
{
    public Guid Id { get; private init; }
    public bool Created { get; private init; }
    public Refusal? Refusal { get; private init; }

    /// <summary>
    /// Warnings about something that was done, such as another charter of the same person at the same time.
    /// </summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    public static Outcome Done(Guid id) => new() { Id = id };

    public static Outcome New(Guid id) => new() { Id = id, Created = true };

    public static Outcome Replay(Guid id, bool created) => new() { Id = id, Created = created };

    public static implicit operator Outcome(Refusal refusal) => new() { Refusal = refusal };
}

/// <summary>A stable code for programs and a message for people.</summary>
public sealed record Warning(string Code, LocalizedText Message);
