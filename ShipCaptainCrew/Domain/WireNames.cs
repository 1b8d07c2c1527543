using System.Text.Json;

namespace ShipCaptainCrew.Domain;

/// <summary>Names of enum members as stored and sent: <c>FirstMate</c> is <c>first_mate</c>.</summary>
public static class WireNames
{
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Name);

    public static bool TryRead<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (Name(candidate) != text) continue;
            value = candidate;
            return true;
        }

        value = default;
        return false;
    }
}
