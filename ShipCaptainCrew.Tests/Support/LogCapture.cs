using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Keeps what the app logs, at every level. Add it to the app's logger factory.</summary>
public sealed class LogCapture : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = [];

    public IEnumerable<string> Lines => lines.Select(line => line.Text);

    public string All => string.Join('\n', Lines);

    public bool HasLevel(LogLevel level) => lines.Any(line => line.Level == level);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}".TrimEnd()));
    }

    public void Dispose()
    {
    }
}
