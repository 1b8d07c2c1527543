using System.Text;

namespace ShipCaptainCrew.Doors;

/// <summary>
/// Writes CSV (RFC 4180, with a byte order mark for Excel) that no spreadsheet takes for a formula: a cell that begins like one gets an
/// apostrophe before it.
/// </summary>
public sealed class SafeCsv
{
    private const string Formula = "=+-@\t\r\n\0＝＋－＠";

    private readonly StringBuilder text = new("\uFEFF");

    public SafeCsv Row(params IEnumerable<string?> cells)
    {
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var safe = Formula.Contains(value[0], StringComparison.Ordinal) ? $"'{value}" : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
