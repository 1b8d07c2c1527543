using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Maps storage failures (full, slow or missing disk) and aborted request bodies to their status codes. Any other
/// exception is a bug: it is logged completely and answered 500.
/// </summary>
internal sealed class StorageExceptionHandler(ILogger<StorageExceptionHandler> log, LogThrottle throttle)
    : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException badRequest)
            httpContext.Response.StatusCode = badRequest.StatusCode;
        else if (StorageFailure.Of(exception) is { } failure)
            SetStatus(httpContext.Response, failure, exception);
        else
            return ValueTask.FromResult(false);
        return ValueTask.FromResult(true);
    }

    private void SetStatus(HttpResponse response, StorageFailure failure, Exception exception)
    {
        response.StatusCode = failure.IsFull
            ? StatusCodes.Status507InsufficientStorage
            : StatusCodes.Status503ServiceUnavailable;
        response.Headers[HeaderNames.RetryAfter] = $"{(int)failure.RetryAfter.TotalSeconds}";
        throttle.Failed(log, "A request failed.", exception);
    }
}
