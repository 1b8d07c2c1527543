using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Storage;

public sealed class LogThrottleTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly LogCapture log = new();
    private readonly LogThrottle throttle;

    public LogThrottleTests() => throttle = new(clock);

    [Fact]
    public void A_cause_is_logged_at_once_and_then_once_a_second_with_its_count()
    {
        for (var i = 0; i < 50; i++) Warn("mail");
        Assert.Equal(["It failed."], log.Lines);

        clock.Advance(TimeSpan.FromSeconds(1));
        Warn("mail");
        Warn("mail");
        clock.Advance(TimeSpan.FromSeconds(3));
        Warn("mail");

        Assert.Equal(
            [
                "It failed.", "It failed. (49 times within a second)", "It failed. (2 times within a second)",
                "It failed.",
            ],
            log.Lines);
    }

    [Fact]
    public void Causes_are_counted_separately()
    {
        Warn("mail");
        Warn("schedule");

        Assert.Equal(2, log.Lines.Count());
    }

    [Fact]
    public void A_failure_of_the_disk_has_no_stack_trace_and_shares_one_line_with_others()
    {
        throttle.Failed(log, "A job failed.", Thrown(new SqliteException("disk I/O error", 10)));
        throttle.Failed(log, "A request failed.", Thrown(new SqliteException("disk I/O error", 10)));
        throttle.Failed(log, "A job failed.", Thrown(new InvalidDataException("a defect")));
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("A job failed. disk I/O error", log.Lines.First());
        Assert.Contains(nameof(Thrown), log.Lines.ElementAt(1), StringComparison.Ordinal);
        Assert.Equal("A request failed. disk I/O error", log.Lines.Last());
        Assert.Equal(3, log.Lines.Count());
    }

    [Fact]
    public void Details_are_logged_but_do_not_make_another_cause()
    {
        for (var email = 1; email <= 1000; email++)
        {
            throttle.Failed(log, "An email could not be composed.", Thrown(new InvalidDataException("a defect")),
                $"Its id is {email}.");
        }

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.StartsWith("An email could not be composed. Its id is 1.", log.Lines.First(), StringComparison.Ordinal);
        Assert.Equal("An email could not be composed. Its id is 1000. (999 times within a second)", log.Lines.Last());
        Assert.Equal(2, log.Lines.Count());
    }

    public void Dispose()
    {
        throttle.Dispose();
        log.Dispose();
    }

    private void Warn(string cause) => throttle.Write(log, LogLevel.Warning, cause, "It failed.");

    private static Exception Thrown(Exception failure)
    {
        try
        {
            throw failure;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }
}
