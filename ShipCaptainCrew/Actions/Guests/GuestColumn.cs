namespace ShipCaptainCrew.Actions.Guests;

/// <summary>What a column of a guest list holds.</summary>
public enum GuestColumn
{
    /// <summary>Nothing that is read.</summary>
    Ignored,
    Name,
    FirstName,
    LastName,
    Email,
    Phone,

    /// <summary>Whether the guest is a minor: yes or no, adult or child, or an age.</summary>
    Minor,
    GuardianName,
    Needs,
}
