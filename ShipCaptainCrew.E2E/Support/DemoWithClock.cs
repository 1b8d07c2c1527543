using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>The demo with a fake clock, so that a test can go through a whole day quickly.</summary>
public sealed class DemoWithClock : DemoServer
{
    private static readonly TimeZoneInfo SanDiego = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    private static readonly TimeOnly Start = new(9, 0);

    /// <summary>
    /// Starts at the next 09:00 in San Diego. It must not be behind the browser's clock, because the browser would
    /// treat the cookies as expired.
    /// </summary>
    public FakeTimeProvider Clock { get; } = new(NextStart(TimeProvider.System.GetUtcNow()));

    /// <summary>The date in San Diego.</summary>
    public DateOnly Date => LocalTime.DateOf(Clock.GetUtcNow(), SanDiego);

    /// <summary>Sets the time of day in San Diego and runs all due jobs.</summary>
    public async Task SetTime(TimeOnly time)
    {
        Clock.SetUtcNow(At(Date, time));
        await RunDue();
    }

    public Task RunDue() => Services.GetRequiredService<JobScheduler>().RunDue();

    /// <summary>
    /// Issues a link about a charter as an email would contain it, to a crew member if a name is given.
    /// </summary>
    public async Task<string> IssueLink(LinkKind kind, string charter, string? name = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var demoOperator = await db.Operators.SingleAsync();
        db.UseOperator(demoOperator.Id);
        var person = await db.Members.Where(member => member.Name == name).Select(member => (Guid?)member.Id)
            .FirstOrDefaultAsync();
        var (token, _) = await scope.ServiceProvider.GetRequiredService<SignedLinks>().IssueWithCode(
            kind, demoOperator.Id, Guid.Parse(DemoApp.IdIn(charter)), person, Clock.GetUtcNow().AddDays(1));
        return kind switch
        {
            LinkKind.Presence => $"/me/answers/{token}",
            LinkKind.Overdue => $"/me/watch/{token}",
            _ => $"/party/{token}",
        };
    }

    private static DateTimeOffset NextStart(DateTimeOffset now)
    {
        var today = LocalTime.DateOf(now, SanDiego);
        return At(today, Start) is var start && start > now ? start : At(today.AddDays(1), Start);
    }

    private static DateTimeOffset At(DateOnly date, TimeOnly time) =>
        LocalTime.Nearest(date.ToDateTime(time), SanDiego);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }
}
