using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Reads forms as a browser does.</summary>
public static class Forms
{
    /// <summary>Whether the form has a field for text, and not just buttons or choices.</summary>
    public static bool TakesWords(this IElement form) =>
        form.QuerySelector(
            "textarea, input:not([type]), input[type=text], input[type=email], input[type=number], "
            + "input[type=tel]") is not null;

    /// <summary>The fields sent if the form is submitted unchanged.</summary>
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
