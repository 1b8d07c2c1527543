using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class SecretsTests
{
    private sealed class LogCapture : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = [];

        private readonly ConcurrentDictionary<LogLevel, bool> levels = [];

        public string All => string.Join('\n', lines);

        public bool HasLevel(LogLevel level) => levels.ContainsKey(level);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            levels[logLevel] = true;
            lines.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
