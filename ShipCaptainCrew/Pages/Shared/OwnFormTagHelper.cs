using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ShipCaptainCrew.Pages.Shared;

/// <summary>
/// A form without an address posts to the address of its page. Where that names a handler, as after a refused
/// <c>?handler=Archive</c>, the form would run this handler instead of its own, so it gets the address without it.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OwnFormTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var hasAddress = context.AllAttributes.Any(attribute =>
            attribute.Name is "action" || attribute.Name.StartsWith("asp-page", StringComparison.Ordinal));
        if (!hasAddress && View.ViewData.Model is AppPage page && View.HttpContext.Request.Query.ContainsKey("handler"))
            output.Attributes.SetAttribute("action", page.OwnAddress);
    }
}
