using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>One row of an imported guest list.</summary>
/// <param name="Line">Its line number in the given text, from 1.</param>
/// <param name="Name">The name as written, to find the row again.</param>
/// <param name="Details">What is added, without cells that cannot be read; null if the row cannot be added.</param>
/// <param name="Questions">What a person must decide before the row is added.</param>
/// <param name="IsSuggested">Whether a row with questions is probably to be added.</param>
/// <param name="Why">Why the row cannot be added.</param>
public sealed record GuestLine(
    int Line, string Name, GuestDetails? Details, IReadOnlyList<LocalizedText> Questions, bool IsSuggested,
    LocalizedText? Why)
{
    public bool IsClear => Details is not null && Questions.Count == 0;

    public bool IsAsked => Details is not null && Questions.Count > 0;
}
