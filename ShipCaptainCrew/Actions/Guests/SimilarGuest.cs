using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>The question whether a guest who is added is another person than one on the list.</summary>
public static class SimilarGuest
{
    /// <summary>The field with the name that was asked about. Adding the same name again is the answer.</summary>
    public const string AskedField = "name_asked";

    public const string Same = "{0} is already on the list. If this is a different person, add them anyway.";

    public const string Similar =
        "{0} is on the list. If this is a different person, add them anyway.";

    public static bool IsQuestion(LocalizedText? error) => error?.Text is Same or Similar;
}
