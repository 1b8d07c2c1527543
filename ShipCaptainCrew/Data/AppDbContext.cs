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

namespace ShipCaptainCrew.Data;

/// <summary>
/// The one database. It sees a single operator's rows at a time, the one named by <see cref="UseOperator"/>; before
/// that it sees none and writes none of theirs.
/// </summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : IdentityUserContext<Person, Guid>(options)
{
    public const string OperatorFilter = "operator";

    private readonly DbContextOptions<AppDbContext> setUp = options;
    private Guid? filteredOperatorId;

    /// <summary>Who is at work here; null for the ship's own clock.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>From where they are; nowhere for the ship's own clock.</summary>
    public RequestOrigin From { get; set; }

    public Guid OperatorId => filteredOperatorId ?? throw new InvalidOperationException("No operator was entered.");

    public DbSet<Operator> Operators => Set<Operator>();

    /// <summary>Those that anybody may come aboard of.</summary>
    public IQueryable<Operator> ActiveOperators => Operators.Where(theOperator => theOperator.SuspendedAt == null);

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
    public DbSet<Muster> Musters => Set<Muster>();
    public DbSet<WaiverTemplate> WaiverTemplates => Set<WaiverTemplate>();
    public DbSet<WaiverRecord> Waivers => Set<WaiverRecord>();
    public DbSet<WaiverRetention> WaiverRetentions => Set<WaiverRetention>();
    public DbSet<LogEntry> Log => Set<LogEntry>();
    public DbSet<OutboxEmail> Outbox => Set<OutboxEmail>();

    /// <summary>From here on, only this operator's rows exist.</summary>
    public void UseOperator(Guid operatorId, Guid? memberId = null)
    {
        if (filteredOperatorId is not null && filteredOperatorId != operatorId)
            throw new InvalidOperationException("Another operator was entered already.");
        (filteredOperatorId, MemberId) = (operatorId, memberId);
    }

    /// <summary>The same database in the same transaction, from where another operator can be entered.</summary>
    internal AppDbContext InSameTransaction()
    {
        var other = new AppDbContext(setUp) { From = From };
        other.Database.SetDbConnection(Database.GetDbConnection());
        other.Database.UseTransaction(Database.CurrentTransaction!.GetDbTransaction());
        return other;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Guard();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Guard();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        builder.Entity<OutboxEmail>().HasQueryFilter(OperatorFilter, email => email.OperatorId == filteredOperatorId);
        foreach (var owned in builder.Model.GetEntityTypes()
            .Where(type => typeof(IOwned).IsAssignableFrom(type.ClrType)).ToList())
        {
            var fenceIn =
                typeof(AppDbContext).GetMethod(nameof(FilterByOperator),
                    System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
            fenceIn.MakeGenericMethod(owned.ClrType).Invoke(this, [builder]);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private void FilterByOperator<T>(ModelBuilder builder)
        where T : class, IOwned =>
        builder.Entity<T>().HasQueryFilter(OperatorFilter, row => row.OperatorId == filteredOperatorId);

    /// <summary>
    /// The last fence: nothing of another operator's is written, and nothing unannounced slips past the ledger.
    /// </summary>
    private void Guard()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            if (entry.Entity is IOwned owned && owned.OperatorId != filteredOperatorId)
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ShortName()} of another operator was about to be written.");
            if (entry.Entity is Operator theOperator && entry.State is not EntityState.Added
                && theOperator.Id != filteredOperatorId)
                throw new InvalidOperationException("Another operator was about to be written.");
            if (entry.Entity is AggregateRoot { HasEvents: true })
                throw new InvalidOperationException("Save through Change.Run, which logs what was announced.");
        }
    }
}
