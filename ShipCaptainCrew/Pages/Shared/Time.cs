using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ShipCaptainCrew.Pages.Shared;

/// <summary>
/// A <c>time</c> element. It is written in C# because a Razor file would end it with a line break, which shows as a
/// space before a following period.
/// </summary>
public sealed class Time : ComponentBase
{
    /// <summary>Shown as local time of the zone.</summary>
    [Parameter, EditorRequired] public DateTimeOffset Instant { get; set; }

    [Parameter, EditorRequired] public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [Parameter] public string Format { get; set; } = "HH:mm";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var local = TimeZoneInfo.ConvertTime(Instant, Zone);
        builder.OpenElement(0, "time");
        builder.AddAttribute(
            1, "datetime", local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        builder.AddContent(2, local.ToString(Format, CultureInfo.CurrentCulture));
        builder.CloseElement();
    }
}
