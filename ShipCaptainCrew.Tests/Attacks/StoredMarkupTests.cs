using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Whatever somebody writes into whichever field, whoever reads it on whichever page or in whichever letter reads words.</summary>
public sealed class StoredMarkupTests(Waters waters) : IClassFixture<Waters>
{
    private static readonly string[] Formats = ["<p>{0}</p>", "<input value=\"{0}\">", "<input value='{0}'>", "<a href=\"{0}\">x</a>", "<textarea>{0}</textarea>", "<title>{0}</title>", "<script type=application/json>\"{0}\"</script>", "<!--{0}-->", "<template>{0}</template>"];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    /// <summary>What is written on no page and in no letter: it stands in the log as a field that changed, or is kept for nobody to see.</summary>
    private static readonly HashSet<string> NotShown = [];

    [Fact]
    public async Task What_is_written_anywhere_is_read_as_words_everywhere()
    {
        var (marks, seen, acting, letters) = (new Dictionary<string, string>(), new HashSet<string>(), new List<string>(), 0);
        for (var round = 0; round < Rounds.For(1, Graffiti.All.Count); round++)
        {
            using var vandal = new Vandal(waters, round);
            await using var watch = await Watch.Begin(waters.Queen.Olive.Api, $"/{waters.Queen.Slug}/stream");
            await vandal.Write();
            foreach (var (field, mark) in vandal.Written) marks[mark] = field;
            foreach (var address in Addresses(vandal)) await foreach (var page in Pages(address)) Look(page, address);
            await waters.Ship.Rest();
            foreach (var letter in waters.Ship.Post.Deliveries.Skip(letters)) Look(await Graffiti.Parse(letter.Message.HtmlBody!), $"the letter \"{letter.Message.Subject}\"");
            letters = waters.Ship.Post.Deliveries.Count;
            for (var heard = 0; heard < 10; heard++) Assert.DoesNotContain("pwn", (await watch.Next())!.Value.Data, StringComparison.Ordinal);
        }

        Assert.Equal([], acting.Distinct());
        Assert.Equal([], marks.Keys.Except(seen).Select(mark => marks[mark]).Except(NotShown));

        void Look(IDocument page, string where)
        {
            acting.AddRange(Graffiti.ThatActs(page).Select(what => $"{where}: {what}"));
            var text = page.DocumentElement.OuterHtml;
            seen.UnionWith(marks.Keys.Where(mark => text.Contains(mark, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task What_a_form_gives_back_to_be_mended_is_words()
    {
        var seen = 0;
        foreach (var door in waters.Doors.Where(door => door is { Method: "GET", IsFile: false } && !door.Route.EndsWith("/cancel", StringComparison.Ordinal)))
        {
            var (client, page) = (waters.Queen.Olive.Browser, await Page(waters.Queen.Olive.Browser, door.Address, htmx: false));
            foreach (var form in page?.QuerySelectorAll("main form[method=post]").Where(form => form.TakesWords()) ?? [])
            {
                var words = Graffiti.All[seen % Graffiti.All.Count];
                using var answer = await client.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : door.Address, new FormUrlEncodedContent(Filled(form, $"{words}\0")), stop);
                if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
                Assert.Equal([], Graffiti.ThatActs(await answer.Html()).Select(what => $"{door}: {what}"));
                seen++;
            }
        }

        Assert.True(seen >= 25, $"{seen}");
    }

    /// <summary>A guard that sees nothing proves nothing: written raw, each of them would be seen.</summary>
    [Fact]
    public async Task Each_of_them_would_be_seen_where_it_was_not_made_words()
    {
        foreach (var words in Graffiti.All)
        {
            var pages = Formats.Select(format => format.Replace("{0}", words, StringComparison.Ordinal)).Append($"<p>{System.Net.WebUtility.HtmlDecode(words)}</p>");
            var seen = false;
            foreach (var page in pages) seen |= Graffiti.ThatActs(await Graffiti.Parse(page)).Any();
            Assert.True(seen, words);
        }
    }

    /// <summary>Every door that shows something; those of a charter for each charter that was written on.</summary>
    private IEnumerable<string> Addresses(Vandal vandal) => waters.Doors.Where(door => door is { Method: "GET", IsFile: false })
        .SelectMany(door => vandal.Charters.Select(charter => door.Address.Replace($"{waters.Day.CharterId}", $"{charter}", StringComparison.Ordinal))).Concat(vandal.Pages).Distinct();

    private async IAsyncEnumerable<IDocument> Pages(string address)
    {
        foreach (var client in new[] { waters.Queen.Olive.Browser, waters.Queen.Sam.Browser })
        {
            foreach (var htmx in new[] { false, true }) if (await Page(client, address, htmx) is { } page) yield return page;
        }
    }

    private async Task<IDocument?> Page(HttpClient client, string address, bool htmx)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (htmx) request.Headers.Add("HX-Request", "true");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Html() : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Filled(IElement form, string words) =>
        from field in form.QuerySelectorAll("input[name], textarea[name], select[name]")
        let isOurs = field.GetAttribute("type") == "hidden"
        select KeyValuePair.Create(field.GetAttribute("name")!, isOurs ? field.GetAttribute("value") ?? "" : words);
}
