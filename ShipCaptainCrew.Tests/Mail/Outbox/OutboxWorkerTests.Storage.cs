using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Outbox;
using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.SmtpSink;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

/// <summary>A database that cannot be written, rows that cannot be read, and what is logged of failures.</summary>
public sealed partial class OutboxWorkerTests
{
    [Fact]
    public async Task No_email_is_sent_while_its_result_could_not_be_saved()
    {
        await Sql($"CREATE TRIGGER stuck BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'stuck'); END");
        var id = await Write();
        var worker = app.Services.GetRequiredService<OutboxWorker>();
        await Waiting.Until(() => worker.IsHeld);
        Assert.Empty(DeliveriesOf(id));

        await Sql($"DROP TRIGGER stuck");

        await UntilAdvancing(id, email => email.State == EmailState.Sent);
        Assert.Single(DeliveriesOf(id));
        await Waiting.Until(() => !worker.IsHeld);
    }

    [Theory]
    [InlineData("MemberId", "no id")]
    [InlineData("OperatorId", "no id")]
    [InlineData("SubjectId", "no id")]
    [InlineData("CreatedAt", "-1")]
    [InlineData("SettledAt", "-1")]
    public async Task A_row_that_cannot_be_read_is_parked_and_the_other_emails_are_sent(string column, string value)
    {
        app.Post.Mood = line => line.Length == 0 ? Reply.Say("421 Closed for the day") : null;
        var ids = await Write(cast.Sam, cast.Kim);
        await Execute($"UPDATE outbox SET {column} = '{value}' WHERE Id = '{ids[0].ToString().ToUpperInvariant()}'");

        app.Post.Mood = Accept;

        await UntilAdvancing(ids[1], email => email.State == EmailState.Sent);
        Assert.Empty(DeliveriesOf(ids[0]));
        var detail = await app.CreateClient().GetAsync("/healthz/detail", TestContext.Current.CancellationToken)
            .Json(503);
        Assert.Equal(("attention", 1L), ((string?)detail["status"], (long)detail["emails"]!["unreadable"]!));
        Assert.Equal("""["emails_unreadable"]""", detail["problems"]!.ToJsonString());
    }

    [Fact]
    public async Task A_mail_server_that_is_down_is_logged_once_a_second_at_most()
    {
        using var log = new LogCapture();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var attempts = 0;
        app.Post.Mood = line =>
        {
            if (line.Length > 0) return null;
            Interlocked.Increment(ref attempts);
            return Reply.Say("421 Closed for the day");
        };

        for (var i = 1; i <= 5; i++)
        {
            await Write();
            await Waiting.Until(() => Volatile.Read(ref attempts) >= i);
        }

        var lines = log.Lines.Where(line => line.Contains("cannot be reached", StringComparison.Ordinal)).ToList();
        Assert.Equal("The mail server cannot be reached: 421 Closed for the day", Assert.Single(lines));
    }

    private Task<int> Execute(string sql) => Sql(System.Runtime.CompilerServices.FormattableStringFactory.Create(sql));
}
