using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Maps storage failures (full, slow or missing disk) and aborted request bodies to their status codes. They often come
/// in large numbers, so at most one per second is logged. Any other exception is a bug: it is logged completely and
/// answered 500.
/// </summary>
internal sealed class StorageExceptionHandler(ILogger<StorageExceptionHandler> log, TimeProvider clock)
    : IExceptionHandler
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private long? lastLogged;

    public ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException badRequest)
            httpContext.Response.StatusCode = badRequest.StatusCode;
        else if (StorageFailure.Of(exception) is { } failure)
            SetStatus(httpContext.Response, failure);
        else
            return ValueTask.FromResult(false);
        return ValueTask.FromResult(true);
    }

    private void SetStatus(HttpResponse response, StorageFailure failure)
    {
        response.StatusCode = failure.IsFull
            ? StatusCodes.Status507InsufficientStorage
            : StatusCodes.Status503ServiceUnavailable;
        response.Headers[HeaderNames.RetryAfter] = $"{(int)failure.RetryAfter.TotalSeconds}";
        if (MayLog()) log.LogError("Storage failure: {Failure}", failure.Message);
    }

    private bool MayLog()
    {
        lock (gate)
        {
            if (lastLogged is { } last && clock.GetElapsedTime(last) < LogInterval) return false;
            lastLogged = clock.GetTimestamp();
            return true;
        }
    }
}
