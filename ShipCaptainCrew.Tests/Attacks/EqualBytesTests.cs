using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Every answer is the same whether it comes from memory or not.</summary>
public sealed partial class EqualBytesTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_answer_is_the_same_without_memory_and_with_it(bool isHtmx)
    {
        var different = new List<string>();
        foreach (var (name, client) in Clients())
            foreach (var endpoint in endpoints.All.Where(IsCompared))
            {
                var answers = await Answers(client, endpoint, isHtmx);
                if (answers.Distinct().Count() > 1) different.Add($"{name}: {endpoint}: {Difference(answers)}");
            }

        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    private IEnumerable<(string Name, HttpClient Client)> Clients() =>
    [
        ("owner", endpoints.Queen.Olive.Browser), ("dispatcher", endpoints.Queen.Dana.Browser),
        ("captain", endpoints.Queen.Kim.Browser), ("deckhand", endpoints.Queen.Sam.Browser),
        ("not aboard", endpoints.Queen.Alex.Browser), ("another operator", endpoints.Robin.Browser),
        ("program", endpoints.Queen.Dana.Api), ("nobody", endpoints.Anonymous()),
    ];

    /// <summary>Streams do not end; /dev is for developers only.</summary>
    private static bool IsCompared(Endpoint endpoint) =>
        endpoint is { Method: "GET", IsFile: false }
            && !endpoint.Route.EndsWith("/stream", StringComparison.Ordinal)
            && !endpoint.Route.StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>The answers past the memory, with nothing kept, from memory, and past it again.</summary>
    private async Task<List<string>> Answers(HttpClient client, Endpoint endpoint, bool isHtmx)
    {
        var answers = new List<string>();
        foreach (var isPast in (bool[])[true, false, false, true])
        {
            if (answers.Count < 2)
                endpoints.App.Services.GetRequiredService<ChangeCounter>().Raise(ChangeScope.Everything);
            answers.Add(await Answer(client, endpoint, isHtmx, isPast));
        }

        return answers;
    }

    /// <summary>Where the first answer and the first that differs from it begin to differ.</summary>
    private static string Difference(List<string> answers)
    {
        var (first, other) = (answers[0], answers.First(answer => answer != answers[0]));
        var at = first.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"answer {answers.IndexOf(other)}: {Around(first)} | {Around(other)}";

        string Around(string answer) => answer[Math.Max(0, at - 40)..Math.Min(answer.Length, at + 40)];
    }

    private static async Task<string> Answer(HttpClient client, Endpoint endpoint, bool isHtmx, bool isPast)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint.Address);
        if (isHtmx) request.Headers.Add("HX-Request", "true");
        if (isPast) request.Headers.CacheControl = new() { NoCache = true };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var type = response.Content.Headers.ContentType;
        return $"{(int)response.StatusCode} {type} {response.Headers.CacheControl} {Random().Replace(body, "…")}";
    }

    /// <summary>
    /// What each answer has anew: tokens of forms, which begin like all protected data, idempotency keys, and the id of
    /// the request in an error.
    /// </summary>
    [GeneratedRegex("""
        CfDJ8[\w-]+|(?<=name="Idempotency-Key"\s+value=")[0-9a-f]{32}|(?<="trace_id":")\w+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Random();
}
