namespace ShipCaptainCrew.Domain.Guests;

/// <summary>
/// What a safety orientation before getting underway covers (46 CFR 185.506): the usual topics, and further ones.
/// </summary>
public static class OrientationTopics
{
    public static readonly IReadOnlyList<string> UsualTopics =
    [
        "Where life jackets are, and how to put them on",
        "Emergency exits and where to gather",
        "Man overboard: shout, point, throw",
        "Fire, and whom to tell",
        "Where to stay seated, and what is slippery",
        "Nobody goes below or on the bow without telling the crew",
    ];

    /// <summary>Reads the topics that were covered, each on its own line.</summary>
    public static string? Read(Input input)
    {
        var topics = input.Texts("topics");
        var more = input.Text("more", max: InputLimits.Text);
        var all = string.Join('\n', topics.Append(more).OfType<string>());
        if (all.Length == 0) input.Error("topics", "Check what you covered.");
        if (all.Length > InputLimits.Text)
            input.Error(
                "topics", new LocalizedText("Keep this to {0} characters; it has {1}.", InputLimits.Text, all.Length));
        return all;
    }
}
