namespace ShipCaptainCrew.Mail.Composing;

/// <summary>Renders an email as plain text.</summary>
public static class PlainText
{
    public static string Of(EmailContent content) =>
        string.Join("\n\n", Parts(content).Where(part => part.Length > 0)) + "\n";

    private static IEnumerable<string> Parts(EmailContent content)
    {
        yield return content.Opening;
        foreach (var paragraph in content.Paragraphs) yield return paragraph;
        yield return string.Join(
            "\n", content.Facts.Where(fact => fact.Value is not null).Select(fact => $"{fact.Name}: {fact.Value}"));
        if (content.Action is { } action) yield return $"{action.Label}:\n{action.Address}";
        yield return content.Action?.Note ?? "";
        yield return content.Closing ?? "";
        if (content.Stop is { } stop) yield return $"{stop.Label}:\n{stop.Address}";
    }
}
