using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>The file that a guest list is imported from.</summary>
internal static class UploadedList
{
    private static readonly string[] Endings = [".csv", ".tsv", ".txt"];

    private static readonly string[] WorkbookEndings =
        [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers", ".pdf", ".doc", ".docx"];

    /// <summary>Why a workbook is not read, and what to do instead.</summary>
    public static readonly LocalizedText Workbook =
        "This file is a workbook or a document, not a list. In Excel, Numbers, or Google Sheets, save or download it "
        + "as CSV and choose that file.";

    /// <summary>Records an error if a file was sent whose name has another ending.</summary>
    public static void CheckEnding(HttpRequest request, Input input)
    {
        if (!request.HasFormContentType || request.Form.Files["file"] is not { Length: > 0 } file) return;
        var ending = Path.GetExtension(file.FileName);
        if (WorkbookEndings.Contains(ending, StringComparer.OrdinalIgnoreCase)) input.Error("file", Workbook);
        else if (!Endings.Contains(ending, StringComparer.OrdinalIgnoreCase))
            input.Error("file", "Choose a file that ends in .csv, .tsv or .txt.");
    }
}
