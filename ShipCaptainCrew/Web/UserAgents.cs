namespace ShipCaptainCrew.Web;

/// <summary>Reads the User-Agent header, which is stored with sessions and signed waivers.</summary>
public static class UserAgents
{
    /// <summary>No browser sends more than about 300 characters.</summary>
    private const int MaxLength = 500;

    /// <summary>The header, cut to 500 characters; empty if there is none.</summary>
    public static string UserAgent(this HttpRequest request)
    {
        var text = request.Headers.UserAgent.ToString();
        if (text.Length <= MaxLength) return text;
        return text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }
}
