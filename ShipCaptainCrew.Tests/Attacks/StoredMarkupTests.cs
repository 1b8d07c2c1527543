using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Tests that markup in any field is shown as text on every page and in every email.</summary>
public sealed partial class StoredMarkupTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private static readonly string[] Formats = ["<p>{0}</p>", "<input value=\"{0}\">", "<input value='{0}'>",
        "<a href=\"{0}\">x</a>", "<textarea>{0}</textarea>", "<title>{0}</title>",
        "<script type=application/json>\"{0}\"</script>", "<!--{0}-->", "<template>{0}</template>"];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    /// <summary>Fields that appear on no page and in no email.</summary>
    private static readonly HashSet<string> NotShown = [];

    [Fact]
    public async Task Markup_in_any_field_is_shown_as_text_everywhere()
    {
        var fieldsByMark = new Dictionary<string, string>();
        var seen = new HashSet<string>();
        var active = new List<string>();
        var emails = 0;
        for (var round = 0; round < LongRun.Count(1, XssPayloads.All.Count); round++)
        {
            using var attacker = new XssAttacker(endpoints, round);
            await using var stream =
                await EventStreamReader.Begin(endpoints.Queen.Olive.Api, $"/{endpoints.Queen.Slug}/stream");
            await attacker.Write();
            foreach (var (field, mark) in attacker.Written) fieldsByMark[mark] = field;
            foreach (var address in Addresses(attacker))
            {
                await foreach (var page in Pages(address)) Check(page, address);
            }

            await endpoints.App.Rest();
            foreach (var delivery in endpoints.App.Post.Deliveries.Skip(emails))
                Check(await XssPayloads.Parse(delivery.Message.HtmlBody!), $"the email \"{delivery.Message.Subject}\"");
            emails = endpoints.App.Post.Deliveries.Count;
            for (var i = 0; i < 10; i++)
                Assert.DoesNotContain("pwn", (await stream.Next())!.Value.Data, StringComparison.Ordinal);
        }

        Assert.Equal([], active.Distinct());
        Assert.Equal([], fieldsByMark.Keys.Except(seen).Select(mark => fieldsByMark[mark]).Except(NotShown));

        void Check(IDocument page, string where)
        {
            active.AddRange(XssPayloads.ActiveMarkup(page).Select(what => $"{where}: {what}"));
            var text = page.DocumentElement.OuterHtml;
            seen.UnionWith(fieldsByMark.Keys.Where(mark => text.Contains(mark, StringComparison.Ordinal)));
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
                var payload = XssPayloads.All[seen % XssPayloads.All.Count];
                using var response = await client.PostAsync(
                    form.GetAttribute("action") is { Length: > 0 } action ? action : endpoint.Address,
                    new FormUrlEncodedContent(Filled(form, $"{payload}\0")), stop);
                if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;
                Assert.Equal([], XssPayloads.ActiveMarkup(await response.Html()).Select(what => $"{endpoint}: {what}"));
                seen++;
            }
        }

        Assert.True(seen >= 25, $"{seen}");
    }

    /// <summary>Proves that the check can fail: each payload is found when it is written without encoding.</summary>
    [Fact]
    public async Task Each_payload_is_detected_if_it_is_not_encoded()
    {
        foreach (var payload in XssPayloads.All)
        {
            var pages = Formats.Select(format => format.Replace("{0}", payload, StringComparison.Ordinal))
                .Append($"<p>{System.Net.WebUtility.HtmlDecode(payload)}</p>");
            var seen = false;
            foreach (var page in pages) seen |= XssPayloads.ActiveMarkup(await XssPayloads.Parse(page)).Any();
            Assert.True(seen, payload);
        }
    }
}
