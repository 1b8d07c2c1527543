using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class StoredMarkupTests
{
    /// <summary>All pages; pages of a charter once for each charter that was written to.</summary>
    private IEnumerable<string> Addresses(XssAttacker attacker) =>
        (from endpoint in endpoints.All
         where endpoint is { Method: "GET", IsFile: false }
         from charter in attacker.Charters
         select endpoint.Address.Replace($"{endpoints.Charter.CharterId}", $"{charter}", StringComparison.Ordinal))
        .Concat(attacker.Pages).Distinct();

    private async IAsyncEnumerable<IDocument> Pages(string address)
    {
        foreach (var client in new[] { endpoints.Queen.Olive.Browser, endpoints.Queen.Sam.Browser })
        {
            foreach (var htmx in new[] { false, true })
            {
                if (await Page(client, address, htmx) is { } page) yield return page;
            }
        }
    }

    private async Task<IDocument?> Page(HttpClient client, string address, bool htmx)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (htmx) request.Headers.Add("HX-Request", "true");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return response.Content.Headers.ContentType?.MediaType == "text/html" ? await response.Html() : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Filled(IElement form, string payload) =>
        from field in form.QuerySelectorAll("input[name], textarea[name], select[name]")
        let isHidden = field.GetAttribute("type") == "hidden"
        select KeyValuePair.Create(field.GetAttribute("name")!, isHidden ? field.GetAttribute("value") ?? "" : payload);
}
