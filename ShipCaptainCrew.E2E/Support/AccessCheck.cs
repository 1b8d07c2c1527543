using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>
/// Checks pages for accessibility faults, for JavaScript errors, for content wider than a narrow screen and for targets
/// that are hard to tap, and collects what it finds.
/// </summary>
internal sealed partial class AccessCheck
{
    private static readonly (string Theme, int Width)[] Views =
    [
        .. from width in new[] { 360, 1280, 320, 768 }
           from theme in new[] { "day", "night", "bright" }
           select (theme, width),
    ];

    /// <summary>A step through the views that comes to each theme and each width soon.</summary>
    private const int Step = 5;

    private readonly IPage _page;
    private readonly List<string> _faults = [];
    private int _examined;

    public AccessCheck(IPage page)
    {
        _page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !ExpectedMessage().IsMatch(message.Text))
                _faults.Add($"{page.Url}: {message.Text}");
        };
    }

    public void AssertNoFaults() => Assert.True(_faults.Count == 0, string.Join('\n', _faults));

    /// <summary>Opens a page and examines it.</summary>
    public async Task Visit(string address, int status = 200)
    {
        var answer = await _page.GotoAsync(address);
        if (answer is not null && answer.Status != status && answer.Status != 304)
            _faults.Add($"{address}: {answer.Status}");
        await Examine(address);
    }

    /// <summary>Submits the current page's form with empty fields, which is refused, and examines the answer.</summary>
    public async Task SubmitEmpty(string address)
    {
        var form = _page.Locator("main form[novalidate]").First;
        await form.EvaluateAsync(
            "form => [...form.elements].forEach(field => "
            + "{ if (!/hidden|submit|checkbox|radio/.test(field.type)) field.value = '' })");
        await _page.RunAndWaitForResponseAsync(
            () => form.Locator("button:not([name])").Last.ClickAsync(), answer => answer.Request.Method == "POST");
        await _page.Locator("#errs").WaitForAsync();
        await Examine($"{address} refused");
    }

    /// <summary>
    /// Examines the current page with axe in one theme and at one width, in turn, or in all of them with
    /// <c>SCC_LONG=1</c>. Then checks that nothing is wider than a screen of 320 pixels, or of 360 with text of 200 %,
    /// and the size and distance of whatever is tapped.
    /// </summary>
    public async Task Examine(string name)
    {
        foreach (var (theme, width) in LongRun.IsOn ? Views : [Views[_examined++ * Step % Views.Length]])
        {
            await _page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
            await _page.SetViewportSizeAsync(width, 800);
            _faults.AddRange((await Axe.Faults(_page)).Select(fault => $"{name}, {theme}, {width}: {fault}"));
        }

        await AssertFits(name, 320, "100%");
        await AssertFits(name, 360, "200%");
        await _page.SetViewportSizeAsync(360, 740);
        _faults.AddRange((await Targets.Faults(_page)).Select(fault => $"{name}: {fault}"));
    }

    private async Task AssertFits(string name, int width, string textSize)
    {
        await _page.SetViewportSizeAsync(width, 800);
        var excess = await _page.EvaluateAsync<int>(
            "size => { const root = document.documentElement; root.style.fontSize = size;"
            + " const excess = root.scrollWidth - innerWidth; root.style.fontSize = ''; return excess }",
            textSize);
        if (excess > 0) _faults.Add($"{name}: {excess} pixels too wide at {width} with text of {textSize}");
    }

    /// <summary>Chromium's console messages about responses that these checks expect.</summary>
    [GeneratedRegex("status of (422|409|404|410)")]
    private static partial Regex ExpectedMessage();
}
