using System.Globalization;
using System.Net.Mail;

namespace ShipCaptainCrew.Domain;

/// <summary>Reads single values.</summary>
public sealed partial class Input
{
    /// <summary>
    /// A single line of text, or several lines if <paramref name="max"/> is at least <see cref="InputLimits.Text"/>.
    /// </summary>
    public string? Text(
        string field, string? current = null, int max = InputLimits.Name, LocalizedText? required = null) =>
        Read(field, current, required, Cleaning(max), value => Tidy(field, value, max));

    /// <summary>A pasted list. Its reader says which of its cells are damaged.</summary>
    public string? List(string field, int max, LocalizedText? required = null) =>
        Read(field, null, required, TypedText.Lines, value => Tidy(field, value, max, isDamageKept: true));

    public string? Email(string field, string? current = null, LocalizedText? required = null) =>
        Read(field, current, required, TypedText.Address, value => IsEmail(value)
            ? value
            : Invalid<string>(field, "Enter an email address like name@example.com."));

    public string? Phone(string field, string? current = null) =>
        Read(field, current, null, TypedText.Phone, value => Tidy(field, value, InputLimits.Phone));

    public int? Whole(string field, int? current, int min, int max, LocalizedText? required = null) =>
        ReadValue(field, current, required, value =>
            !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? InvalidValue<int>(field, "Enter a whole number.")
            : number < min || number > max
                ? InvalidValue<int>(field, new LocalizedText("Enter a number from {0} to {1}.", min, max))
            : number);

    public double? Number(string field, double? current, double min, double max, LocalizedText? required = null) =>
        ReadValue(field, current, required, value =>
            !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                || !double.IsFinite(number)
                ? InvalidValue<double>(field, "Enter a number.")
            : number < min || number > max
                ? InvalidValue<double>(field, new LocalizedText("Enter a number from {0} to {1}.", min, max))
            : number);

    /// <param name="whenCleared">The value if the field is cleared.</param>
    public bool Flag(string field, bool current, bool whenCleared = false) =>
        IsBlank(field) ? whenCleared : ReadValue<bool>(field, current, null, value => value switch
        {
            "true" or "on" => true,
            "false" => false,
            _ => InvalidValue<bool>(field, "Enter true or false."),
        }) ?? current;

    /// <param name="earliest">The earliest date allowed; null for <see cref="InputLimits.FirstDay"/>.</param>
    public DateOnly? Date(
        string field, DateOnly? current, LocalizedText? required = null, DateOnly? earliest = null)
    {
        var from = earliest ?? InputLimits.FirstDay;
        return ReadValue(field, current, required, value =>
            !TryReadDate(value, out var date)
                ? InvalidValue<DateOnly>(field, "Enter a date like 2026-07-04.")
            : date < from || date > InputLimits.LastDay
                ? InvalidValue<DateOnly>(field, DateRange(from))
            : date);
    }

    public TimeOnly? Clock(string field, TimeOnly? current, LocalizedText? required = null) =>
        ReadValue(field, current, required, value =>
            TimeOnly.TryParseExact(
                value, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : InvalidValue<TimeOnly>(field, "Enter a time like 16:30."));

    /// <summary>An id as sent. The caller checks whether the operator has an entity with it.</summary>
    public Guid? Id(string field, Guid? current = null, LocalizedText? required = null) =>
        ReadValue(field, current, required, value =>
            Guid.TryParseExact(value, "D", out var id) ? id : InvalidValue<Guid>(field, "Not found."));

    public T? Choice<T>(string field, T? current, LocalizedText? required = null)
        where T : struct, Enum =>
        ReadValue(field, current, required, value => WireNames.TryRead<T>(value, out var choice)
            ? choice
            : InvalidValue<T>(
                field, new LocalizedText("Choose one of {0}.", string.Join(", ", WireNames.All<T>()))));

    public string? TimeZone(string field, string? current, LocalizedText? required = null) =>
        Read(field, current, required, TypedText.Line, value =>
            TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) && zone.HasIanaId
                ? zone.Id
                : Invalid<string>(field, "Enter an IANA time zone like America/Los_Angeles."));

    /// <summary>
    /// The instant (UTC) of a local date and time in <paramref name="zone"/>, of a date and time with an offset, or of
    /// a time of day on <paramref name="day"/>.
    /// </summary>
    public DateTimeOffset? Instant(string field, DateTimeOffset? current, TimeZoneInfo zone, DateOnly? day) =>
        ReadValue(field, current, null, value => LocalTime.Read(value, zone, day) is (var instant, var refusal)
            && refusal is null
                ? instant
                : InvalidValue<DateTimeOffset>(field, refusal));

    private static Func<string, string> Cleaning(int max) => max >= InputLimits.Text ? TypedText.Lines : TypedText.Line;

    private static bool TryReadDate(string value, out DateOnly date) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static bool IsEmail(string value) =>
        MailAddress.TryCreate(value, out var mail) && mail.Address == value && value.Length <= InputLimits.Email
            && value.Count(c => c == '@') == 1 && mail.Host.All(IsInHost)
            && value.All(c => c is > ' ' and not ('<' or '>' or ',' or ';' or '\u007f') && !char.IsControl(c));

    private static bool IsInHost(char c) =>
        c > '\u007f' || char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '[' or ']' or ':';

    private static LocalizedText DateRange(DateOnly from) =>
        new("Enter a date from {0:yyyy-MM-dd} to {1:yyyy-MM-dd}.", from, InputLimits.LastDay);
}
