using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>What a browser makes of a form on a page.</summary>
public static class Forms
{
    /// <summary>Whether it is there to be written in, and not just one button.</summary>
    public static bool TakesWords(this IElement form) =>
        form.QuerySelector(
            "textarea, input:not([type]), input[type=text], input[type=email], input[type=number], input[type=tel]") is not null;

    /// <summary>What is sent where nobody changes anything and the first button is pressed.</summary>
    public static List<KeyValuePair<string, string>> AsItStands(this IElement form) =>
        [
            .. form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(IsSent)
                .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, ValueOf(field)))];

    private static bool IsSent(IElement field) =>
        field is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false };

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement text => text.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };
}
