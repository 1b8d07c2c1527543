using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.OutsideJudges;

/// <summary>A person with a browser, who saves every page they get.</summary>
internal sealed class Visitor(string name, HttpClient browser, SavedPages saved)
{
    /// <summary>How many addresses that differ only in their query are opened.</summary>
    private const int QueriesPerPath = 4;

    private static readonly string TooLong = string.Concat(Enumerable.Repeat("This is too long. ", 1_200));

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    /// <summary>Opens a page.</summary>
    /// <returns>Whether the address itself answered with success, not with a redirect.</returns>
    public async Task<bool> Open(string address, bool htmx = false)
    {
        var (response, _) = await Get(address, htmx);
        using (response)
        {
            return response.IsSuccessStatusCode
                && response.RequestMessage!.RequestUri!.AbsolutePath == address.Split('?')[0];
        }
    }

    /// <summary>Opens a page and all pages that its links lead to, and so on.</summary>
    public async Task Crawl(string start)
    {
        var (waiting, known, queries) =
            (new Queue<string>([start]), new HashSet<string> { start }, new Dictionary<string, int>());
        while (waiting.TryDequeue(out var address))
        {
            var path = address.Split('?')[0];
            queries[path] = queries.GetValueOrDefault(path) + 1;
            if (queries[path] > QueriesPerPath) continue;
            var (response, page) = await Get(address, htmx: false);
            using (response)
            {
                foreach (var link in Links(page, response.RequestMessage!.RequestUri!).Where(known.Add))
                    waiting.Enqueue(link);
            }
        }
    }

    /// <summary>
    /// Sends each form of a page that takes text twice: all fields empty, and all with a text that is too long.
    /// </summary>
    public async Task SendInvalidForms(string address)
    {
        var (response, page) = await Get(address, htmx: false);
        response.Dispose();
        foreach (var form in page?.QuerySelectorAll("form[method=post]").Where(form => form.TakesWords()) ?? [])
        {
            foreach (var text in new[] { "", TooLong })
            {
                var action = new Uri(new(browser.BaseAddress!, address), form.GetAttribute("action") ?? "");
                await Post(action.PathAndQuery, Filled(form, text));
            }
        }
    }

    public async Task Post(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var response = await browser.PostAsync(address, new FormUrlEncodedContent(fields), stop);
        await saved.Save(name, response);
    }

    private async Task<(HttpResponseMessage Response, IDocument? Page)> Get(string address, bool htmx)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (htmx) request.Headers.Add("HX-Request", "true");
        var response = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return (response, await saved.Save(name, response));
    }

    private static IEnumerable<string> Links(IDocument? page, Uri address) =>
        from element in page?.QuerySelectorAll("[href], [hx-get], form[method=get][action]").AsEnumerable() ?? []
        from attribute in new[] { "href", "hx-get", "action" }
        let link = element.GetAttribute(attribute)
        where !string.IsNullOrEmpty(link) && Uri.IsWellFormedUriString(link, UriKind.RelativeOrAbsolute)
        let target = new Uri(address, link)
        where target.Scheme == address.Scheme && target.Host == address.Host
        select target.PathAndQuery;

    private static IEnumerable<KeyValuePair<string, string>> Filled(IElement form, string text) =>
        from field in form.AsItStands()
        let isHidden = form.QuerySelector($"[name='{field.Key}']")?.GetAttribute("type") == "hidden"
        select isHidden ? field : KeyValuePair.Create(field.Key, text);
}
