namespace ShipCaptainCrew.Domain;

/// <summary>
/// What came of one action: the thing it touched, or a refusal. The door that asked renders the thing afresh by its id.
/// </summary>
public sealed record Outcome
{
    public Guid Id { get; private init; }
    public bool Created { get; private init; }
    public Refusal? Refusal { get; private init; }

    /// <summary>Things done but worth a second look, such as a person's other charter at the same time.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    public static Outcome Done(Guid id) => new() { Id = id };

    public static Outcome New(Guid id) => new() { Id = id, Created = true };

    public static Outcome Replay(Guid id, bool created) => new() { Id = id, Created = created };

    public static implicit operator Outcome(Refusal refusal) => new() { Refusal = refusal };
}

/// <summary>A code for programs and a sentence for people.</summary>
public sealed record Warning(string Code, LocalizedText Message);
