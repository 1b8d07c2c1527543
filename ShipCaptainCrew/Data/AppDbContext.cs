using System.Reflection;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage.Connections;

namespace ShipCaptainCrew.Data;

/// <summary>
/// The database. A context reads and writes only the rows of the operator set by <see cref="UseOperator"/>. Before that
/// it reads no operator's rows and refuses to write them.
/// </summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : IdentityUserContext<Person, Guid>(options)
{
    /// <summary>The name of the query filter that limits rows to one operator.</summary>
    public const string OperatorFilter = "operator";

    private readonly DbContextOptions<AppDbContext> contextOptions = options;
    private Guid? filteredOperatorId;

    /// <summary>The member who acts; null for jobs and for actions by a link.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>The session and address of the request; empty for jobs.</summary>
    public RequestOrigin From { get; set; }

    /// <summary>Where its connection comes from at its first query.</summary>
    internal RentedConnection? Rented { get; init; }

    /// <summary>The operator, if one was set.</summary>
    public Guid? OperatorIfSet => filteredOperatorId;

    public Guid OperatorId => filteredOperatorId ?? throw new InvalidOperationException("No operator was set.");

    public DbSet<Operator> Operators => Set<Operator>();

    /// <summary>The operators that are not suspended.</summary>
    public IQueryable<Operator> ActiveOperators => Operators.Where(row => row.SuspendedAt == null);

    public DbSet<Member> Members => Set<Member>();
    public DbSet<Vessel> Vessels => Set<Vessel>();
    public DbSet<CharterType> CharterTypes => Set<CharterType>();
    public DbSet<ChecklistTemplate> ChecklistTemplates => Set<ChecklistTemplate>();
    public DbSet<Charter> Charters => Set<Charter>();
    public DbSet<Checklist> Checklists => Set<Checklist>();
    public DbSet<Defect> Defects => Set<Defect>();
    public DbSet<StandingOrders> StandingOrders => Set<StandingOrders>();
    public DbSet<NotificationClaim> NotificationClaims => Set<NotificationClaim>();
    public DbSet<Guest> Guests => Set<Guest>();
    public DbSet<ReminderStop> ReminderStops => Set<ReminderStop>();
    public DbSet<Muster> Musters => Set<Muster>();
    public DbSet<WaiverTemplate> WaiverTemplates => Set<WaiverTemplate>();
    public DbSet<WaiverRecord> Waivers => Set<WaiverRecord>();
    public DbSet<WaiverRetention> WaiverRetentions => Set<WaiverRetention>();
    public DbSet<LogEntry> Log => Set<LogEntry>();
    public DbSet<OutboxEmail> Outbox => Set<OutboxEmail>();

    /// <summary>Limits this context to the rows of one operator.</summary>
    /// <exception cref="InvalidOperationException">Another operator was set before.</exception>
    public void UseOperator(Guid operatorId, Guid? memberId = null)
    {
        if (filteredOperatorId is not null && filteredOperatorId != operatorId)
            throw new InvalidOperationException("Another operator is already set.");
        (filteredOperatorId, MemberId) = (operatorId, memberId);
    }

    /// <summary>A second context in the same transaction, for another operator.</summary>
    internal AppDbContext InSameTransaction()
    {
        var other = new AppDbContext(contextOptions) { From = From };
        other.Database.SetDbConnection(Database.GetDbConnection());
        other.Database.UseTransaction(Database.CurrentTransaction!.GetDbTransaction());
        return other;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using (new DetectionPause(ChangeTracker))
        {
            CheckChanges();
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
    }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using (new DetectionPause(ChangeTracker))
        {
            CheckChanges();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        builder.Entity<OutboxEmail>().HasQueryFilter(OperatorFilter, email => email.OperatorId == filteredOperatorId);
        var filter = typeof(AppDbContext)
            .GetMethod(nameof(FilterByOperator), BindingFlags.Instance | BindingFlags.NonPublic)!;
        var owned = builder.Model.GetEntityTypes().Where(type => typeof(IOwned).IsAssignableFrom(type.ClrType));
        foreach (var type in owned.ToList()) filter.MakeGenericMethod(type.ClrType).Invoke(this, [builder]);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private void FilterByOperator<T>(ModelBuilder builder)
        where T : class, IOwned =>
        builder.Entity<T>().HasQueryFilter(OperatorFilter, row => row.OperatorId == filteredOperatorId);

    /// <summary>Refuses to save rows of another operator, and events that were not written to the audit log.</summary>
    /// <exception cref="InvalidOperationException">A defect of this program: such a change is pending.</exception>
    private void CheckChanges()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            if (entry.Entity is IOwned owned && owned.OperatorId != filteredOperatorId)
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ShortName()} of another operator was about to be written.");
            if (entry.Entity is Operator row && entry.State is not EntityState.Added
                && row.Id != filteredOperatorId)
                throw new InvalidOperationException("Another operator was about to be written.");
            if (entry.Entity is AggregateRoot { HasEvents: true })
                throw new InvalidOperationException("Save through Change.Run, which logs the raised events.");
        }
    }
}
