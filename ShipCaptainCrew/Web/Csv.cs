using CsvHelper;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Rows as CSV (RFC 4180) that a spreadsheet opens as text: UTF-8 with its mark, and nothing in it that would be
/// reckoned.
/// </summary>
public static class Csv
{
    private static readonly CsvWriterOptions WithMark = new() { WriteByteOrderMark = true };

    public static byte[] Of(IEnumerable<IEnumerable<string?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, WithMark, leaveOpen: true))
        {
            foreach (var row in rows) csv.WriteRecord([.. row.Select(SpreadsheetFormulas.Safe)]);
        }

        return bytes.ToArray();
    }
}
