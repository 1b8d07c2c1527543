using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.ChecklistTemplates;

/// <summary>
/// One item in the form. Its key does not change when rows are moved, so that the input and the focus stay with it.
/// </summary>
public sealed record ItemRow(int Key, string Text, bool Required, LocalizedText? Error = null)
{
    /// <summary>Whether the text is empty. Such rows are not saved.</summary>
    public bool IsNew => Text.Length == 0;
}
