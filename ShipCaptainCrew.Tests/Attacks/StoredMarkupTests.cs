using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// Whatever somebody writes into whichever field, whoever reads it on whichever page or in whichever letter reads
/// words.
/// </summary>
public sealed class StoredMarkupTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private static readonly string[] Formats = ["<p>{0}</p>", "<input value=\"{0}\">", "<input value='{0}'>",
        "<a href=\"{0}\">x</a>", "<textarea>{0}</textarea>", "<title>{0}</title>",
        "<script type=application/json>\"{0}\"</script>", "<!--{0}-->", "<template>{0}</template>"];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    /// <summary>
    /// What is written on no page and in no letter: it stands in the log as a field that changed, or is kept for nobody
    /// to see.
    /// </summary>
    private static readonly HashSet<string> NotShown = [];

    [Fact]
    public async Task Markup_in_any_field_is_shown_as_text_everywhere()
    {
        var (marks, seen, acting, emails) = (
            new Dictionary<string, string>(), new HashSet<string>(), new List<string>(), 0);
        for (var round = 0; round < AttackRounds.For(1, XssPayloads.All.Count); round++)
        {
            using var attacker = new XssAttacker(endpoints, round);
            await using var stream =
                await EventStreamReader.Begin(endpoints.Queen.Olive.Api, $"/{endpoints.Queen.Slug}/stream");
            await attacker.Write();
            foreach (var (field, mark) in attacker.Written) marks[mark] = field;
            foreach (var address in Addresses(attacker)) await foreach (var page in Pages(address)) Look(page, address);
            await endpoints.App.Rest();
            foreach (var delivery in endpoints.App.Post.Deliveries.Skip(emails))
                Look(await XssPayloads.Parse(delivery.Message.HtmlBody!), $"the letter \"{delivery.Message.Subject}\"");
            emails = endpoints.App.Post.Deliveries.Count;
            for (var heard = 0; heard < 10; heard++)
                Assert.DoesNotContain("pwn", (await stream.Next())!.Value.Data, StringComparison.Ordinal);
        }

        Assert.Equal([], acting.Distinct());
        Assert.Equal([], marks.Keys.Except(seen).Select(mark => marks[mark]).Except(NotShown));

        void Look(IDocument page, string where)
        {
            acting.AddRange(XssPayloads.ThatActs(page).Select(what => $"{where}: {what}"));
            var text = page.DocumentElement.OuterHtml;
            seen.UnionWith(marks.Keys.Where(mark => text.Contains(mark, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Markup_in_a_refused_form_is_shown_as_text()
    {
        var seen = 0;
        foreach (var endpoint in endpoints.All.Where(
            endpoint => endpoint is { Method: "GET", IsFile: false }
                && !endpoint.Route.EndsWith("/cancel", StringComparison.Ordinal)))
        {
            var (client, page) = (endpoints.Queen.Olive.Browser,
                await Page(endpoints.Queen.Olive.Browser, endpoint.Address, htmx: false));
            foreach (var form in page?.QuerySelectorAll("main form[method=post]").Where(form => form.TakesWords())
                ?? [])
            {
                var words = XssPayloads.All[seen % XssPayloads.All.Count];
                using var response =
                    await client.PostAsync(
                        form.GetAttribute("action") is { Length: > 0 } action ? action : endpoint.Address,
                        new FormUrlEncodedContent(Filled(form, $"{words}\0")), stop);
                if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;
                Assert.Equal([], XssPayloads.ThatActs(await response.Html()).Select(what => $"{endpoint}: {what}"));
                seen++;
            }
        }

        Assert.True(seen >= 25, $"{seen}");
    }

    /// <summary>A guard that sees nothing proves nothing: written raw, each of them would be seen.</summary>
    [Fact]
    public async Task Each_payload_is_detected_if_it_is_not_encoded()
    {
        foreach (var words in XssPayloads.All)
        {
            var pages = Formats.Select(format => format.Replace("{0}", words, StringComparison.Ordinal))
                .Append($"<p>{System.Net.WebUtility.HtmlDecode(words)}</p>");
            var seen = false;
            foreach (var page in pages) seen |= XssPayloads.ThatActs(await XssPayloads.Parse(page)).Any();
            Assert.True(seen, words);
        }
    }

    /// <summary>Every door that shows something; those of a charter for each charter that was written on.</summary>
    private IEnumerable<string> Addresses(XssAttacker attacker) =>
        endpoints.All.Where(endpoint => endpoint is { Method: "GET", IsFile: false })
        .SelectMany(
            endpoint =>
                attacker.Charters.Select(
                    charter =>
                        endpoint.Address.Replace($"{endpoints.Charter.CharterId}", $"{charter}", StringComparison.Ordinal)))
        .Concat(attacker.Pages).Distinct();

    private async IAsyncEnumerable<IDocument> Pages(string address)
    {
        foreach (var client in new[] { endpoints.Queen.Olive.Browser, endpoints.Queen.Sam.Browser })
        {
            foreach (var htmx in new[] { false, true }) if (await Page(client, address, htmx) is { } page)
                yield return page;
        }
    }

    private async Task<IDocument?> Page(HttpClient client, string address, bool htmx)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (htmx) request.Headers.Add("HX-Request", "true");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return response.Content.Headers.ContentType?.MediaType == "text/html" ? await response.Html() : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Filled(IElement form, string words) =>
        from field in form.QuerySelectorAll("input[name], textarea[name], select[name]")
        let isOurs = field.GetAttribute("type") == "hidden"
        select KeyValuePair.Create(field.GetAttribute("name")!, isOurs ? field.GetAttribute("value") ?? "" : words);
}
