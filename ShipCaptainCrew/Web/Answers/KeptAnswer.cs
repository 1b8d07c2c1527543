using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace ShipCaptainCrew.Web.Answers;

/// <summary>An answer as it was rendered for one session.</summary>
internal sealed class KeptAnswer(AnswerState state, string? contentType, AnswerTemplate content, Guid run)
{
    private const int TagBytes = 15;

    public AnswerState State => state;

    public string? ContentType => contentType;

    public AnswerTemplate Content => content;

    /// <summary>
    /// Covers the content, the session and the latest change of what it shows. The change is part of it because a
    /// browser must not keep a form whose idempotency key was used, even if the form's action changed nothing visible.
    /// </summary>
    public EntityTagHeaderValue Tag { get; } = new($"\"{TagOf(state, content, run)}\"", isWeak: true);

    public bool IsPage => IsHtml(contentType);

    public static bool IsHtml(string? contentType) =>
        contentType?.StartsWith("text/html", StringComparison.Ordinal) == true;

    private static string TagOf(AnswerState state, AnswerTemplate content, Guid run)
    {
        byte[] all =
        [
            .. content.Hash(), .. state.Viewer.SessionId.ToByteArray(), .. run.ToByteArray(),
            .. BitConverter.GetBytes(state.LastOfSubject),
        ];
        return Base64Url.EncodeToString(SHA256.HashData(all).AsSpan(0, TagBytes));
    }
}
