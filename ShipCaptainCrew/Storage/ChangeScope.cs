namespace ShipCaptainCrew.Storage;

/// <summary>What a commit may have changed. Where it is not known exactly, the wider scope is the right one.</summary>
public sealed record ChangeScope
{
    private ChangeScope()
    {
    }

    /// <summary>Anything of any operator, such as sessions and people.</summary>
    public static ChangeScope Everything { get; } = new() { IncludesPeople = true };

    /// <summary>The operator; null for all.</summary>
    public Guid? OperatorId { get; private init; }

    /// <summary>The charter, if nothing else changed except in lists.</summary>
    public Guid? CharterId { get; private init; }

    /// <summary>Whether what a session opens may have changed: sessions, members, their rights, operators.</summary>
    public bool IncludesPeople { get; private init; }

    /// <summary>Anything of one operator, with its members.</summary>
    public static ChangeScope Operator(Guid id) => new() { OperatorId = id, IncludesPeople = true };

    /// <summary>Anything of one operator, but not its members, such as whether an email was delivered.</summary>
    public static ChangeScope OperatorRows(Guid id) => new() { OperatorId = id };

    /// <summary>One charter, and the lists that show it.</summary>
    public static ChangeScope Charter(Guid operatorId, Guid id) => new() { OperatorId = operatorId, CharterId = id };
}
