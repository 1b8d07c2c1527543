namespace ShipCaptainCrew.Mail;

/// <summary>A sheet as text, complete by itself.</summary>
public static class PlainText
{
    public static string Of(Sheet sheet) => string.Join("\n\n", Parts(sheet).Where(part => part.Length > 0)) + "\n";

    private static IEnumerable<string> Parts(Sheet sheet)
    {
        yield return sheet.Opening;
        foreach (var words in sheet.Says) yield return words;
        yield return string.Join("\n", sheet.Facts.Where(fact => fact.Value is not null).Select(fact => $"{fact.Name}: {fact.Value}"));
        if (sheet.Act is { } act) yield return $"{act.Label}:\n{act.Address}";
        yield return sheet.Closing ?? "";
    }
}
