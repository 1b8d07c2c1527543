using System.Text.RegularExpressions;

namespace Bench.Speed;

/// <summary>Signs in on the pages by an emailed link, as a person does.</summary>
internal sealed partial class BrowserSignIn(Product product) : IDisposable
{
    private readonly Dictionary<string, string> cookies = [];
    private readonly Connection connection = new(product.Port);
    private string formToken = "";

    /// <param name="page">A page with a form, opened last, so that its antiforgery token is known.</param>
    public static async Task<Visitor> Run(Product product, string address, string page)
    {
        using var browser = new BrowserSignIn(product);
        await browser.Get("/sign-in");
        await browser.Post("/sign-in", $"email={Uri.EscapeDataString(address)}");
        var link = $"/sign-in/{await Mailbox.SignInToken(product, address)}";
        await browser.Get(link);
        await browser.Post(link, "");
        await browser.Get(page);
        return browser.Visitor;
    }

    public void Dispose() => connection.Dispose();

    private Visitor Visitor => Visitor.Browser(
        product.Host, string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")), formToken);

    private async Task Get(string path)
    {
        var answer = (await connection.Send(Visitor.Get(path))).Expect(200);
        Keep(answer);
        if (Field().Match(answer.Text) is { Success: true } field)
            formToken = $"__RequestVerificationToken={Uri.EscapeDataString(field.Groups[1].Value)}";
    }

    private async Task Post(string path, string fields)
    {
        var answer = await connection.Send(Visitor.Form(path, fields));
        if (answer.Status is not (302 or 303)) throw new InvalidOperationException($"{path}: {answer}");
        Keep(answer);
    }

    private void Keep(Answer answer)
    {
        foreach (Match cookie in SetCookie().Matches(answer.Head))
            cookies[cookie.Groups[1].Value] = cookie.Groups[2].Value;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Field();

    [GeneratedRegex("\r\nSet-Cookie: ([^=]+)=([^;\r]*)", RegexOptions.IgnoreCase)]
    private static partial Regex SetCookie();
}
