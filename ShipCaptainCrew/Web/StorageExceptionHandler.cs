using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Gives the failures that are nobody's mistake their status: storage that is full, slow or gone, a sender that broke
/// off. They happen in swarms, so the log says the first of each second. Any other failure is a bug: it is logged whole
/// and answered 500.
/// </summary>
internal sealed class StorageExceptionHandler(ILogger<StorageExceptionHandler> log, TimeProvider clock)
    : IExceptionHandler
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private readonly Lock once = new();
    private long? spoke;

    public ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException bad) httpContext.Response.StatusCode = bad.StatusCode;
        else if (StorageFailure.Of(exception) is { } trouble) Answer(httpContext.Response, trouble);
        else return ValueTask.FromResult(false);
        return ValueTask.FromResult(true);
    }

    private void Answer(HttpResponse response, StorageFailure trouble)
    {
        response.StatusCode = trouble.IsFull
            ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status503ServiceUnavailable;
        response.Headers[HeaderNames.RetryAfter] = $"{(int)trouble.RetryAfter.TotalSeconds}";
        if (MaySpeak()) log.LogError("Storage trouble: {Trouble}", trouble.Message);
    }

    private bool MaySpeak()
    {
        lock (once)
        {
            if (spoke is { } last && clock.GetElapsedTime(last) < Quiet) return false;
            spoke = clock.GetTimestamp();
            return true;
        }
    }
}
