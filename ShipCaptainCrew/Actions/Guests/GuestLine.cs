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

    /// <summary>The same row, with a question if somebody on the list could be the same person.</summary>
    internal GuestLine Against(IReadOnlyList<KnownGuest> others)
    {
        if (Details is null) return this;
        var name = new PersonName(Details.Name);
        if (others.FirstOrDefault(other => other.Person.IsSame(name)) is { } same)
            return Asking("Somebody with this name is already on the list.", same.HasOtherContact(Details));
        return others.FirstOrDefault(other => other.Person.IsSimilar(name)) is { } similar
            ? Asking(new LocalizedText("Is this a different person from {0}?", similar.Name), isSuggested: true)
            : this;
    }

    private GuestLine Asking(LocalizedText question, bool isSuggested) =>
        this with { Questions = [.. Questions, question], IsSuggested = IsSuggested && isSuggested };
}
