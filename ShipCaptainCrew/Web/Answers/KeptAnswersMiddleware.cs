using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using ShipCaptainCrew.Accounts.Sessions;

namespace ShipCaptainCrew.Web.Answers;

/// <summary>
/// Answers requests to endpoints with <see cref="KeptAnswerAttribute"/> from memory as long as nothing that the answer
/// shows has changed, and with 304 if the client has the current answer. Comes after the viewer and their right to the
/// endpoint were determined, which happens for every request.
/// </summary>
internal sealed class KeptAnswersMiddleware(
    RequestDelegate next, KeptAnswers answers, IAntiforgery antiforgery, TimeProvider clock)
{
    public Task InvokeAsync(HttpContext http)
    {
        var rule = HttpMethods.IsGet(http.Request.Method)
            ? http.GetEndpoint()?.Metadata.GetMetadata<KeptAnswerAttribute>() : null;
        return rule is null || http.Features.Get<Viewer>() is not { } viewer || KeptFormCookie.IsSent(http)
            ? next(http) : Answer(http, rule, viewer);
    }

    private async Task Answer(HttpContext http, KeptAnswerAttribute rule, Viewer viewer)
    {
        var key = AnswerKey.Of(http.Request, viewer);
        if (!AsksForNew(http.Request) && answers.Find(key, viewer) is { } kept)
        {
            await Send(http, kept);
            return;
        }

        var state = answers.StateOf(viewer, CharterOf(http, rule));
        var body = await Render(http);
        if (http.Response.StatusCode != StatusCodes.Status200OK)
        {
            // Without a body, the status page is still to be written.
            if (body.Length > 0) await http.Response.Body.WriteAsync(body, http.RequestAborted);
            return;
        }

        var answer = Of(http, state, body);
        if (http.Response.Headers.SetCookie.Count == 0) answers.Keep(key, answer);
        await Send(http, answer);
    }

    private KeptAnswer Of(HttpContext http, AnswerState state, byte[] body)
    {
        var type = http.Response.ContentType;
        var token = KeptAnswer.IsHtml(type) ? antiforgery.GetAndStoreTokens(http).RequestToken : null;
        return new(state, type, new AnswerTemplate(body, token), answers.Run);
    }

    private async Task Send(HttpContext http, KeptAnswer answer)
    {
        var response = http.Response;
        response.GetTypedHeaders().ETag = answer.Tag;
        if (answer.IsPage) ServerTime.Send(http, clock);
        if (HasCurrent(http.Request, answer.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return;
        }

        response.ContentType = answer.ContentType;
        var token = answer.Content.HasToken ? antiforgery.GetAndStoreTokens(http).RequestToken : null;
        response.ContentLength = answer.Content.LengthWith(token);
        answer.Content.Write(response.BodyWriter, token);
        await response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    /// <summary>Whether the client wants an answer that was not kept, as browsers do when a reload is forced.</summary>
    private static bool AsksForNew(HttpRequest request) => request.Headers.CacheControl == "no-cache";

    private static Guid? CharterOf(HttpContext http, KeptAnswerAttribute rule) =>
        rule.Charter is { } name ? Guid.Parse((string)http.GetRouteValue(name)!, CultureInfo.InvariantCulture) : null;

    private static bool HasCurrent(HttpRequest request, EntityTagHeaderValue tag) =>
        request.Headers.IfNoneMatch.Count > 0 && request.GetTypedHeaders().IfNoneMatch.Any(known =>
            known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));

    /// <summary>Runs the endpoint and returns what it wrote.</summary>
    private async Task<byte[]> Render(HttpContext http)
    {
        var original = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        var captured = new StreamResponseBodyFeature(body);
        http.Features.Set<IHttpResponseBodyFeature>(captured);
        try
        {
            await next(http);
            await captured.CompleteAsync();
        }
        finally
        {
            http.Features.Set(original);
        }

        return body.ToArray();
    }
}
