using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.OutsideJudges;

/// <summary>The pages of a run, each saved as a file for the checker.</summary>
internal sealed partial class SavedPages
{
    private readonly Dictionary<string, string> names = [];
    private readonly HashSet<string> seen = [];

    public SavedPages()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; } = Path.Combine(NodeTools.Folder, "pages");

    public int Count => names.Count;

    /// <summary>Whose request a file holds the response of.</summary>
    public string NameOf(string file) => names[Path.GetFileName(file)];

    /// <summary>Saves the response if it is HTML that the same person has not had from the same address.</summary>
    /// <returns>The page; null if it is not HTML.</returns>
    public async Task<IDocument?> Save(string person, HttpResponseMessage response)
    {
        var request = response.RequestMessage!;
        var name = $"{(int)response.StatusCode} {request.Method} {request.RequestUri!.PathAndQuery} as {person}";
        if (response.Content.Headers.ContentType?.MediaType != "text/html") return null;
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (seen.Add($"{name} {WithoutTokens(html)}"))
        {
            var file = $"{names.Count:00000}.html";
            names[file] = name;
            await File.WriteAllTextAsync(
                Path.Combine(Folder, file), Whole(html), TestContext.Current.CancellationToken);
        }

        return await response.Html();
    }

    /// <summary>A part of a page in a document of its own, since the checker reads documents.</summary>
    private static string Whole(string html) =>
        html.TrimStart().StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            ? html
            : "<!doctype html><html lang=\"en\"><head><title>Part</title></head>"
                + $"<body>{Heading(html)}{html}</body></html>";

    private static string Heading(string html) =>
        html.Contains("<h1", StringComparison.Ordinal) ? "" : "<h1>Part</h1>";

    private static string WithoutTokens(string html) => Token().Replace(html, "");

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Token();
}
