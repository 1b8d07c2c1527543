using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Shared;

/// <summary>
/// <c>&lt;choices name="role" label="Role" type="radio" options="…" values="…" hint="…" /&gt;</c>: several
/// inputs for one field in a fieldset. <c>radio</c> takes one of the options, <c>checkbox</c> any of them, <c>order</c>
/// some in an order, in <c>slots</c> selects. After a refusal it keeps what was chosen.
/// </summary>
[HtmlTargetElement("choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTagHelper(IStringLocalizer<Text> localizer) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public string Type { get; set; } = "checkbox";
    public int Slots { get; set; }

    /// <summary>Value and text of each choice.</summary>
    public IEnumerable<(string Value, string Text)> Options { get; set; } = [];

    /// <summary>The current values.</summary>
    public IEnumerable<string> Values { get; set; } = [];

    private AppPage? Page => View.ViewData.Model as AppPage;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var error = Page?.ErrorOf(Name) is { } message ? localizer.Say(message) : null;
        var notes = new FieldNotes(FieldTagHelper.IdOf(Name), Hint, error);
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", notes.Class);
        if (notes.Ids is { } ids) output.Attributes.SetAttribute("aria-describedby", ids);
        var legend = new TagBuilder("legend");
        legend.InnerHtml.Append(Label);
        output.Content.AppendHtml(legend);
        notes.AppendTo(output.Content);
        foreach (var input in Inputs([.. Page?.ValuesOf(Name, Values) ?? Values])) output.Content.AppendHtml(input);
    }

    private IEnumerable<TagBuilder> Inputs(List<string> chosen) => Type switch
    {
        "order" => Enumerable.Range(0, Math.Max(Slots, chosen.Count + 1))
            .Select(slot => Select(slot, chosen.ElementAtOrDefault(slot) ?? "")),
        "radio" => Boxes(chosen),
        _ => Boxes(chosen).Prepend(EmptyValue()),
    };

    private IEnumerable<TagBuilder> Boxes(List<string> chosen) =>
        Options.Select((option, i) => Box(option, i, chosen.Contains(option.Value)));

    /// <summary>A hidden empty value, since unchecked boxes send nothing: it marks the field as present.</summary>
    private TagBuilder EmptyValue()
    {
        var hidden = Tag("input", ("type", "hidden"), ("name", Name), ("value", ""));
        hidden.TagRenderMode = TagRenderMode.SelfClosing;
        return hidden;
    }

    private TagBuilder Box((string Value, string Text) option, int number, bool isChosen)
    {
        var box = Tag("input", ("type", Type), ("id", Id(number)), ("name", Name), ("value", option.Value));
        box.TagRenderMode = TagRenderMode.SelfClosing;
        if (isChosen) box.MergeAttribute("checked", "checked");
        var label = Tag("label", ("class", "opt"));
        label.InnerHtml.AppendHtml(box).Append(" " + option.Text);
        return label;
    }

    private TagBuilder Select(int slot, string chosen)
    {
        var select = Tag("select", ("id", Id(slot)), ("name", Name), ("aria-label", $"{Label}: {slot + 1}"));
        foreach (var (value, text) in Options.Prepend(("", localizer["None"])))
        {
            var option = Tag("option", ("value", value));
            if (value == chosen) option.MergeAttribute("selected", "selected");
            option.InnerHtml.Append(text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    /// <summary>The first input has the field's own id, as the target of error summary links.</summary>
    private string Id(int number) => FieldTagHelper.IdOf(Name) + (number == 0 ? "" : $"-{number + 1}");

    private static TagBuilder Tag(string name, params (string Name, string Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        foreach (var (attribute, value) in attributes) tag.MergeAttribute(attribute, value);
        return tag;
    }
}
