using System.Text;

namespace Bench.Speed;

/// <summary>The answer to a request.</summary>
internal readonly record struct Answer(int Status, string Head, ReadOnlyMemory<byte> Body)
{
    public string Text => Encoding.UTF8.GetString(Body.Span);

    public string? Header(string name) => HeaderOf(Head, name);

    public static string? HeaderOf(string head, string name)
    {
        var start = head.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        start += name.Length + 4;
        return head[start..head.IndexOf("\r\n", start, StringComparison.Ordinal)];
    }

    /// <exception cref="InvalidOperationException">It has another status.</exception>
    public Answer Expect(int status) => Status == status ? this
        : throw new InvalidOperationException($"Status {Status} instead of {status}: {Head}{Beginning}");

    private string Beginning => Text is { Length: > 500 } text ? text[..500] : Text;
}
