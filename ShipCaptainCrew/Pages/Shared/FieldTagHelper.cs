using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Shared;

/// <summary>
/// <c>&lt;field name="passenger_capacity" label="Passengers" type="number" value="…" hint="…" /&gt;</c>: label,
/// hint, error and input, linked for screen readers. The name is the API's; after a refusal it keeps what was typed.
/// With <c>options</c> it is a select, with <c>type="textarea"</c> a textarea, with <c>type="checkbox"</c> a
/// checkbox. Other attributes are passed to the input.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IStringLocalizer<Text> localizer) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public string Type { get; set; } = "text";
    public object? Value { get; set; }

    /// <summary>Value and text of each option; makes it a select.</summary>
    public IEnumerable<(string Value, string Text)>? Options { get; set; }

    private AppPage? Page => View.ViewData.Model as AppPage;

    private string Id => IdOf(Name);

    private string? Current => Page is null ? FormattedValue : Page.ValueOf(Name, FormattedValue);

    private string? FormattedValue => Value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        DateOnly date => WireTime.Text(date),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Value.ToString(),
    };

    public static string IdOf(string name) =>
        name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var notes = new FieldNotes(Id, Hint, Page?.ErrorOf(Name) is { } error ? localizer.Say(error) : null);
        var input = Type == "checkbox" ? Box()
            : Options is not null ? Select()
            : Type == "textarea" ? TextArea()
            : Input();
        foreach (var attribute in output.Attributes.ToList())
            input.MergeAttribute(attribute.Name, Text(attribute.Value), replaceExisting: true);
        output.Attributes.Clear();
        if (notes.Error is not null) input.MergeAttribute("aria-invalid", "true");
        if (notes.Ids is { } ids) input.MergeAttribute("aria-describedby", ids);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", notes.Class);
        output.Content.AppendHtml(Type == "checkbox" ? Option(input) : LabelFor());
        notes.AppendTo(output.Content);
        if (Type != "checkbox") output.Content.AppendHtml(input);
    }

    private static string? Text(object? attribute) => attribute is HtmlString html ? html.Value : attribute?.ToString();

    private TagBuilder Tag(string name)
    {
        var tag = new TagBuilder(name);
        tag.MergeAttribute("id", Id);
        tag.MergeAttribute("name", Name);
        return tag;
    }

    private TagBuilder Input()
    {
        var input = Tag("input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.MergeAttribute("type", InputType.For(Type, Current));
        if (Current is { } value) input.MergeAttribute("value", value);
        return input;
    }

    private TagBuilder TextArea()
    {
        var area = Tag("textarea");
        area.InnerHtml.Append("\n" + Current);
        return area;
    }

    private TagBuilder Select()
    {
        var select = Tag("select");
        foreach (var (value, text) in Options!)
        {
            var option = new TagBuilder("option");
            option.MergeAttribute("value", value);
            if (value == (Current ?? "")) option.MergeAttribute("selected", "selected");
            option.InnerHtml.Append(text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    /// <summary>An unchecked box sends nothing, so a hidden "false" precedes it.</summary>
    private TagBuilder Box()
    {
        var box = Tag("input");
        box.TagRenderMode = TagRenderMode.SelfClosing;
        box.MergeAttribute("type", "checkbox");
        box.MergeAttribute("value", "true");
        if (Current == "true") box.MergeAttribute("checked", "checked");
        return box;
    }

    private TagBuilder Option(TagBuilder box)
    {
        var hidden = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        hidden.MergeAttribute("type", "hidden");
        hidden.MergeAttribute("name", Name);
        hidden.MergeAttribute("value", "false");
        var label = new TagBuilder("label");
        label.AddCssClass("opt");
        label.InnerHtml.AppendHtml(hidden).AppendHtml(box).Append(" " + Label);
        return label;
    }

    private TagBuilder LabelFor()
    {
        var label = new TagBuilder("label");
        label.MergeAttribute("for", Id);
        label.InnerHtml.Append(Label);
        return label;
    }
}
