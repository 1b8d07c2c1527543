namespace ShipCaptainCrew.Web;

/// <summary>
/// Names the character encoding of every text, which the framework leaves out for static files. All text is UTF-8.
/// </summary>
internal static class ContentTypes
{
    public static void AddCharset(HttpResponse response)
    {
        if (response.ContentType is { } type && IsText(type) && !type.Contains(';'))
            response.ContentType = $"{type}; charset=utf-8";
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal);
}
