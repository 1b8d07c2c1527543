using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Requests as a browser without JavaScript, htmx or an API client makes them.</summary>
public static class Browsing
{
    public static async Task<IDocument> Page(this HttpClient browser, string address) =>
        await (await browser.GetAsync(address)).Html();

    public static async Task<IDocument> Html(this HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(html));
    }

    /// <summary>Posts a form to the page's own address, with the page's antiforgery token.</summary>
    public static async Task<HttpResponseMessage> PostForm(
        this HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        var token = await FormToken(browser, address);
        return await browser.PostAsync(address, Form(token, fields));
    }

    /// <summary>Posts a form of the page to another address: the page's with a suffix.</summary>
    public static async Task<HttpResponseMessage> PostForm(
        this HttpClient browser, string page, string suffix, params (string Name, string Value)[] fields) =>
        await browser.PostAsync(page + suffix, Form(await FormToken(browser, page), fields));

    /// <summary>Posts as htmx does: with the token in a header as well, for a fragment in response.</summary>
    public static async Task<HttpResponseMessage> Tap(
        this HttpClient browser, string page, string address, params (string Name, string Value)[] fields)
    {
        var token = await FormToken(browser, page);
        return await browser.SendAsync(new(HttpMethod.Post, address)
        {
            Headers = { { "HX-Request", "true" }, { "RequestVerificationToken", token } },
            Content = Form(token, fields),
        });
    }

    /// <summary>Submits a form as it was rendered, with its own token and idempotency key.</summary>
    public static Task<HttpResponseMessage> Press(this HttpClient browser, IElement form, string address) =>
        browser.PostAsync(address, new FormUrlEncodedContent(form
            .QuerySelectorAll("input[name], textarea[name], select[name]")
            .Where(field => field.GetAttribute("type") is not ("checkbox" or "radio") || field.HasAttribute("checked"))
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, ValueOf(field)))));

    public static async Task<JsonNode> Json(this Task<HttpResponseMessage> answer, int status = 200)
    {
        var response = await answer;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} instead of {status}: {text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }

    public static Task<HttpResponseMessage> Get(this HttpClient api, string address) =>
        Send(api, HttpMethod.Get, address, null);

    public static Task<HttpResponseMessage> Post(this HttpClient api, string address, object? body = null) =>
        Send(api, HttpMethod.Post, address, body);

    public static Task<HttpResponseMessage> Put(this HttpClient api, string address, object? body = null) =>
        Send(api, HttpMethod.Put, address, body);

    /// <summary>The page's antiforgery token: from a form, or else from the headers that htmx would send.</summary>
    private static async Task<string> FormToken(HttpClient browser, string address)
    {
        var page = await browser.Page(address);
        return page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? (string?)JsonNode.Parse(
                page.Body?.GetAttribute("hx-headers:inherited") ?? "{}")!["RequestVerificationToken"]
            ?? "";
    }

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => field.GetAttribute("value") ?? "",
    };

    private static FormUrlEncodedContent Form(string token, (string Name, string Value)[] fields) =>
        new(
            [new("__RequestVerificationToken", token),
                .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

    public static Guid Id(this JsonNode item) => (Guid)item["id"]!;

    /// <summary>The first error of a field in a problem response.</summary>
    public static string? ErrorAt(this JsonNode problem, string field) => (string?)problem["errors"]?[field]?[0];

    /// <summary>Sends a request with one more header.</summary>
    public static Task<HttpResponseMessage> With(
        this HttpClient api, string header, string value, HttpMethod method, string address, object? body = null)
    {
        var request =
            new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation(header, value);
        return api.SendAsync(request);
    }

    private static Task<HttpResponseMessage> Send(HttpClient api, HttpMethod method, string address, object? body) =>
        api.SendAsync(new(method, address) { Content = body is null ? null : JsonContent.Create(body) });
}
