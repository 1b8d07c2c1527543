using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>The words for what a column of an imported list holds.</summary>
internal static class GuestColumnLabels
{
    public static LocalizedText Label(this GuestColumn column) => column switch
    {
        GuestColumn.Ignored => "Not read",
        GuestColumn.Name => "Name",
        GuestColumn.FirstName => "First name",
        GuestColumn.LastName => "Last name",
        GuestColumn.Email => "Email address",
        GuestColumn.Phone => "Phone",
        GuestColumn.Minor => "Adult or child",
        GuestColumn.GuardianName => "Parent or guardian",
        GuestColumn.Needs => "Special needs",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };
}
