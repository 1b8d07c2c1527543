using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>What a browser without JavaScript does, and what a program does.</summary>
public static class Browsing
{
    public static async Task<IDocument> Page(this HttpClient browser, string address) => await (await browser.GetAsync(address)).Html();

    public static async Task<IDocument> Html(this HttpResponseMessage answer) =>
        await BrowsingContext.New(Configuration.Default).OpenAsync(async response => response.Content(await answer.Content.ReadAsStringAsync()));

    /// <summary>Posts a form as the page at that address would, with the page's own antiforgery token.</summary>
    public static async Task<HttpResponseMessage> PostForm(this HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        var token = (await browser.Page(address)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        return await browser.PostAsync(address, new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }

    public static async Task<JsonNode> Json(this Task<HttpResponseMessage> answer, int status = 200)
    {
        var response = await answer;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} instead of {status}: {text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }

    public static Task<HttpResponseMessage> Post(this HttpClient api, string address, object? body = null) => Send(api, HttpMethod.Post, address, body);

    public static Task<HttpResponseMessage> Put(this HttpClient api, string address, object? body = null) => Send(api, HttpMethod.Put, address, body);

    private static Task<HttpResponseMessage> Send(HttpClient api, HttpMethod method, string address, object? body) =>
        api.SendAsync(new(method, address) { Content = body is null ? null : JsonContent.Create(body) });
}
