namespace ShipCaptainCrew.Domain;

/// <summary>The reason why an action was refused, as a message for people and a stable code for programs.</summary>
/// <param name="Errors">The errors of each field (only for <see cref="RefusalKind.Invalid"/>).</param>
/// <param name="Extensions">Further data for the client, such as who holds the position (JSON member name to
/// value).</param>
public sealed record Refusal(
    RefusalKind Kind,
    string Code,
    LocalizedText Message,
    IReadOnlyDictionary<string, List<LocalizedText>>? Errors = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    /// <summary>How long to wait before trying again (only for <see cref="RefusalKind.TooOften"/>).</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>The reason in one sentence: the first field error if there are any.</summary>
    public LocalizedText FirstMessage => Errors?.Values.FirstOrDefault()?[0] ?? Message;

    public static Refusal NotFound() => new(RefusalKind.NotFound, "not_found", "Not found.");

    public static Refusal Forbidden(LocalizedText message, string code = "forbidden") =>
        new(RefusalKind.Forbidden, code, message);

    public static Refusal Conflict(
        string code, LocalizedText message, params (string Name, object? Value)[] extensions) =>
        new(
            RefusalKind.Conflict,
            code,
            message,
            Extensions: extensions.ToDictionary(pair => pair.Name, pair => pair.Value));

    /// <param name="wait">How long to wait before trying again.</param>
    public static Refusal TooOften(string code, LocalizedText message, TimeSpan wait) =>
        new(RefusalKind.TooOften, code, message) { Wait = wait };

    public static Refusal Invalid(string field, LocalizedText message) =>
        Invalid(new Dictionary<string, List<LocalizedText>> { [field] = [message] });

    public static Refusal Invalid(IReadOnlyDictionary<string, List<LocalizedText>> errors) =>
        new(RefusalKind.Invalid, "invalid", "Some fields need to be corrected.", errors);
}
