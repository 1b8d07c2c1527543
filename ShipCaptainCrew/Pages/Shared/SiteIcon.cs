namespace ShipCaptainCrew.Pages.Shared;

/// <summary>The icon of all pages as a data URI, so that a first visit takes one request less.</summary>
public static class SiteIcon
{
    public static readonly string DataUri = $"data:image/svg+xml,{Uri.EscapeDataString(Read())}";

    private static string Read()
    {
        using var reader = new StreamReader(typeof(SiteIcon).Assembly.GetManifestResourceStream("i.svg")!);
        return reader.ReadToEnd().TrimEnd();
    }
}
