namespace ShipCaptainCrew.Domain;

/// <summary>In the order in which they are told.</summary>
public enum RefusalKind { NotFound, Forbidden, Malformed, WrongMedia, TooLarge, Invalid, Conflict, Stale, TooOften }

/// <summary>A "no" with a reason for a person (<see cref="Message"/>) and a stable code for a program.</summary>
/// <param name="Errors">Field by field, what is wrong with what was given (only for <see
/// cref="RefusalKind.Invalid"/>).</param>
/// <param name="Extensions">What the refused party needs to see, such as who holds the place (JSON member name to
/// value).</param>
public sealed record Refusal(
    RefusalKind Kind,
    string Code,
    LocalizedText Message,
    IReadOnlyDictionary<string, List<LocalizedText>>? Errors = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    /// <summary>After how long it may be tried again (only for <see cref="RefusalKind.TooOften"/>).</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>The reason in one sentence: the first field's where it is about fields.</summary>
    public LocalizedText FirstMessage => Errors?.Values.FirstOrDefault()?[0] ?? Message;

    public static Refusal NotFound() => new(RefusalKind.NotFound, "not_found", "There is nothing here.");

    public static Refusal Forbidden(LocalizedText says, string code = "forbidden") =>
        new(RefusalKind.Forbidden, code, says);

    public static Refusal Conflict(string code, LocalizedText says, params (string Name, object? Value)[] with) =>
        new(RefusalKind.Conflict, code, says, Extensions: with.ToDictionary(pair => pair.Name, pair => pair.Value));

    /// <param name="wait">After how long it may be tried again.</param>
    public static Refusal TooOften(string code, LocalizedText says, TimeSpan wait) =>
        new(RefusalKind.TooOften, code, says) { Wait = wait };

    public static Refusal Invalid(string field, LocalizedText says) =>
        Invalid(new Dictionary<string, List<LocalizedText>> { [field] = [says] });

    public static Refusal Invalid(IReadOnlyDictionary<string, List<LocalizedText>> errors) =>
        new(RefusalKind.Invalid, "invalid", "Some of what you gave needs another look.", errors);
}
