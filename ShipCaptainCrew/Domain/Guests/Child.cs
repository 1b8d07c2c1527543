namespace ShipCaptainCrew.Domain.Guests;

/// <summary>A child that somebody signs for.</summary>
public sealed record Child(string Name, DateOnly BirthDate)
{
    /// <summary>Asked about a name that is like that of a child on the list whose guardian is the signer.</summary>
    public const string Question =
        "Is this {0} on your list? If so, sign again. If this is a different child, check the box below.";

    /// <summary>The number of the row in the form, from 0.</summary>
    public int Row { get; init; }

    /// <summary>Whether the signer was asked <see cref="Question"/> about this name.</summary>
    public bool WasAsked { get; init; }

    /// <summary>Whether the signer answered that it is another child.</summary>
    public bool IsAnother { get; init; }
}
