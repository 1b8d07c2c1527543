using CsvHelper;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Writes rows as CSV (RFC 4180) in UTF-8 with a byte order mark; no cell is read as a formula by a spreadsheet.
/// </summary>
public static class Csv
{
    private static readonly CsvWriterOptions WithByteOrderMark = new() { WriteByteOrderMark = true };

    public static byte[] Of(IEnumerable<IEnumerable<string?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, WithByteOrderMark, leaveOpen: true))
        {
            foreach (var row in rows) csv.WriteRecord([.. row.Select(SpreadsheetFormulas.Safe)]);
        }

        return bytes.ToArray();
    }
}
