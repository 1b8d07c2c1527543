using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ShipCaptainCrew.Pages.Shared;

/// <summary>The hint and the error of an input, linked to it for screen readers.</summary>
internal sealed record FieldNotes(string Id, string? Hint, string? Error)
{
    public string Class => Error is null ? "field" : "field bad";

    /// <summary>The ids of the notes, for <c>aria-describedby</c>; null if there are none.</summary>
    public string? Ids => (Hint, Error) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-h",
        (null, _) => $"{Id}-e",
        _ => $"{Id}-h {Id}-e",
    };

    public void AppendTo(IHtmlContentBuilder content)
    {
        if (Hint is not null) content.AppendHtml(Span("hint", "h", Hint));
        if (Error is not null) content.AppendHtml(Span("err", "e", Error));
    }

    private TagBuilder Span(string css, string suffix, string text)
    {
        var span = new TagBuilder("span");
        span.AddCssClass(css);
        span.MergeAttribute("id", $"{Id}-{suffix}");
        span.InnerHtml.Append(text);
        return span;
    }
}
