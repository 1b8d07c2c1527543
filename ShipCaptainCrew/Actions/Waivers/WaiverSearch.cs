namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>Filters of a search for signed waivers.</summary>
/// <param name="Words">Part of a guest's name or a charter's title, or the beginning of a name on the waiver itself,
/// which also finds guests who were removed from the list.</param>
/// <param name="Day">Local date of the charter.</param>
public sealed record WaiverSearch(string? Words, DateOnly? Day)
{
    public static readonly WaiverSearch All = new(null, null);
}
