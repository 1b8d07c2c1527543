using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>The file that a guest list is imported from.</summary>
internal static class UploadedList
{
    private static readonly string[] Endings = [".csv", ".tsv", ".txt"];

    /// <summary>Records an error if a file was sent whose name has another ending.</summary>
    public static void CheckEnding(HttpRequest request, Input input)
    {
        if (request.HasFormContentType
            && request.Form.Files["file"] is { Length: > 0 } file
            && !Endings.Contains(Path.GetExtension(file.FileName), StringComparer.OrdinalIgnoreCase))
            input.Error("file", "Choose a file that ends in .csv, .tsv or .txt.");
    }
}
