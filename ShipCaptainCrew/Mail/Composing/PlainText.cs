namespace ShipCaptainCrew.Mail.Composing;

/// <summary>A sheet as text, complete by itself.</summary>
public static class PlainText
{
    public static string Of(EmailContent content) =>
        string.Join("\n\n", Parts(content).Where(part => part.Length > 0)) + "\n";

    private static IEnumerable<string> Parts(EmailContent content)
    {
        yield return content.Opening;
        foreach (var words in content.Paragraphs) yield return words;
        yield return string.Join(
            "\n", content.Facts.Where(fact => fact.Value is not null).Select(fact => $"{fact.Name}: {fact.Value}"));
        if (content.Act is { } act) yield return $"{act.Label}:\n{act.Address}";
        yield return content.Closing ?? "";
    }
}
