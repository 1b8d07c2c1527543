namespace ShipCaptainCrew.Domain.Crew;

/// <summary>The part of a person's name that crews call them by on board.</summary>
public static class FirstName
{
    /// <summary>The name up to its first space.</summary>
    public static string Of(string name) => name.IndexOf(' ', StringComparison.Ordinal) is var end and > 0
        ? name[..end]
        : name;
}
