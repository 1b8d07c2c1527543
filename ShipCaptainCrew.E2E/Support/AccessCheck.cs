using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>
/// Looks at pages as somebody who cannot see, point or read small print would meet them, and notes what is in their
/// way.
/// </summary>
internal sealed partial class AccessCheck
{
    private readonly IPage _page;
    private readonly List<string> _faults = [];

    public AccessCheck(IPage page)
    {
        _page = page;
        page.Console += (_, said) =>
        {
            if (said.Type is "error" && !Expected().IsMatch(said.Text)) _faults.Add($"{page.Url}: {said.Text}");
        };
    }

    public void Found_nothing() => Assert.True(_faults.Count == 0, string.Join('\n', _faults));

    /// <summary>The page as it stands.</summary>
    public async Task Look(string address, int status = 200)
    {
        var answer = await _page.GotoAsync(address);
        if (answer is not null && answer.Status != status && answer.Status != 304)
            _faults.Add($"{address}: {answer.Status}");
        await Examine(address);
    }

    /// <summary>The page's form, sent empty, as it is refused; it changes nothing.</summary>
    public async Task LookRefused(string address)
    {
        var form = _page.Locator("main form[novalidate]").First;
        await form.EvaluateAsync(
            "form => [...form.elements].forEach(field => { if (!/hidden|submit|checkbox|radio/.test(field.type)) field.value = '' })");
        await _page.RunAndWaitForResponseAsync(
            () => form.Locator("button:not([name])").Last.ClickAsync(), answer => answer.Request.Method == "POST");
        await _page.Locator("#errs").WaitForAsync();
        await Examine($"{address} refused");
    }

    /// <summary>By day on a phone, by night on a laptop, and as narrow as it gets.</summary>
    public async Task Examine(string what)
    {
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 360), (ColorScheme.Dark, 1280) })
        {
            await _page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await _page.SetViewportSizeAsync(width, 800);
            _faults.AddRange((await Axe.Faults(_page)).Select(fault => $"{what}, {scheme}, {width}: {fault}"));
        }

        await _page.SetViewportSizeAsync(320, 800);
        var beyond = await _page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        if (beyond > 0) _faults.Add($"{what}: {beyond} pixels stick out at 320");
    }

    /// <summary>What Chromium says itself of an answer that refuses or leads nowhere.</summary>
    [GeneratedRegex("status of (422|409|404|410)")]
    private static partial Regex Expected();
}
