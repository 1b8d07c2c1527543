namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>Filters of a search for signed waivers.</summary>
/// <param name="Words">Beginnings of words, without regard to case and accents: of a name on the list or on the waiver
/// itself, which also finds guests who were removed from the list, or of the charter's title.</param>
/// <param name="Day">Local date of the charter.</param>
public sealed record WaiverSearch(string? Words, DateOnly? Day)
{
    public static readonly WaiverSearch All = new(null, null);
}
