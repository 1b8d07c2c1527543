using System.Globalization;
using Markdig;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>Converts Markdown to HTML, which is not sanitized yet.</summary>
internal static class WaiverMarkdown
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder { MaximumNestingDepth = WaiverTextLimits.Depth }.UsePipeTables().Build();

    /// <exception cref="TooComplexException">It is nested too deeply, or its HTML is too long.</exception>
    public static string ToHtml(string source)
    {
        using var html = new LimitedWriter();
        try
        {
            Markdown.ToHtml(source, html, Pipeline);
            return html.ToString();
        }
        catch (ArgumentException)
        {
            // Markdig has no exception of its own for what is nested too deeply.
            throw TooComplexException.TooDeep();
        }
    }

    /// <summary>Stops as soon as the HTML is too long: a link target is repeated wherever the link is used.</summary>
    private sealed class LimitedWriter() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void Write(char value)
        {
            Check(1);
            base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            Check(count);
            base.Write(buffer, index, count);
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
            Check(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(string? value)
        {
            Check(value?.Length ?? 0);
            base.Write(value);
        }

        private void Check(int more) => WaiverTextLimits.CheckLength(GetStringBuilder().Length + more);
    }
}
