using System.Data.Common;
using System.Text;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// Reads the letters of a row as they lie in the file. SQLite and .NET would take an id in small letters, or one with
/// something behind it, for the same id; here what is not written exactly as we write it is unreadable.
/// </summary>
internal static class StrictRow
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Letters(this DbDataReader row, int column) =>
        row[column] is string ? Utf8.GetString(row.GetFieldValue<byte[]>(column)) : throw new FormatException();

    public static Guid Id(this DbDataReader row, int column)
    {
        var emails = row.Letters(column);
        var id = Guid.ParseExact(emails, "D");
        return emails == Literal(id) ? id : throw new FormatException();
    }

    public static RecordKind Kind(this DbDataReader row, int column)
    {
        var emails = row.Letters(column);
        var kind = Enum.Parse<RecordKind>(emails);
        return emails == kind.ToString() ? kind : throw new FormatException();
    }

    /// <summary>An id as it is kept.</summary>
    public static string Literal(Guid id) => id.ToString("D").ToUpperInvariant();
}
