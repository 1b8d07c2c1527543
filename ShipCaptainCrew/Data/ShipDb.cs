using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Data;

/// <summary>
/// The one database. It sees a single operator's rows at a time, the one named by <see cref="Enter"/>; before that it sees none
/// and writes none of theirs.
/// </summary>
public sealed class ShipDb(DbContextOptions<ShipDb> options) : IdentityUserContext<Person, Guid>(options)
{
    public const string OperatorFence = "operator";

    private readonly DbContextOptions<ShipDb> setUp = options;
    private Guid? fence;

    /// <summary>Who is at work here; null for the ship's own clock.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>From where they are; nowhere for the ship's own clock.</summary>
    public Whence From { get; set; }

    public Guid OperatorId => fence ?? throw new InvalidOperationException("No operator was entered.");

    public DbSet<Operator> Operators => Set<Operator>();

    /// <summary>Those that anybody may come aboard of.</summary>
    public IQueryable<Operator> OpenOperators => Operators.Where(house => house.SuspendedAt == null);

    public DbSet<Member> Members => Set<Member>();
    public DbSet<Vessel> Vessels => Set<Vessel>();
    public DbSet<CharterType> CharterTypes => Set<CharterType>();
    public DbSet<ChecklistTemplate> ChecklistTemplates => Set<ChecklistTemplate>();
    public DbSet<Charter> Charters => Set<Charter>();
    public DbSet<Checklist> Checklists => Set<Checklist>();
    public DbSet<Defect> Defects => Set<Defect>();
    public DbSet<StandingOrders> StandingOrders => Set<StandingOrders>();
    public DbSet<Nudge> Nudges => Set<Nudge>();
    public DbSet<Guest> Guests => Set<Guest>();
    public DbSet<Muster> Musters => Set<Muster>();
    public DbSet<WaiverTemplate> WaiverTemplates => Set<WaiverTemplate>();
    public DbSet<WaiverRecord> Waivers => Set<WaiverRecord>();
    public DbSet<WaiverKeeping> WaiverKeepings => Set<WaiverKeeping>();
    public DbSet<LogEntry> Log => Set<LogEntry>();
    public DbSet<Letter> Letters => Set<Letter>();

    /// <summary>From here on, only this operator's rows exist.</summary>
    public void Enter(Guid operatorId, Guid? memberId = null)
    {
        if (fence is not null && fence != operatorId) throw new InvalidOperationException("Another operator was entered already.");
        (fence, MemberId) = (operatorId, memberId);
    }

    /// <summary>The same database in the same transaction, from where another operator can be entered.</summary>
    internal ShipDb Beside()
    {
        var other = new ShipDb(setUp) { From = From };
        other.Database.SetDbConnection(Database.GetDbConnection());
        other.Database.UseTransaction(Database.CurrentTransaction!.GetDbTransaction());
        return other;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Guard();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Guard();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ShipDb).Assembly);
        builder.Entity<Letter>().HasQueryFilter(OperatorFence, letter => letter.OperatorId == fence);
        foreach (var owned in builder.Model.GetEntityTypes().Where(type => typeof(IOwned).IsAssignableFrom(type.ClrType)).ToList())
        {
            var fenceIn = typeof(ShipDb).GetMethod(nameof(FenceIn), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
            fenceIn.MakeGenericMethod(owned.ClrType).Invoke(this, [builder]);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private void FenceIn<T>(ModelBuilder builder)
        where T : class, IOwned =>
        builder.Entity<T>().HasQueryFilter(OperatorFence, row => row.OperatorId == fence);

    /// <summary>The last fence: nothing of another operator's is written, and nothing unannounced slips past the ledger.</summary>
    private void Guard()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            if (entry.Entity is IOwned owned && owned.OperatorId != fence) throw new InvalidOperationException($"A {entry.Metadata.ShortName()} of another operator was about to be written.");
            if (entry.Entity is Operator house && entry.State is not EntityState.Added && house.Id != fence) throw new InvalidOperationException("Another operator was about to be written.");
            if (entry.Entity is Announcer { HasNews: true }) throw new InvalidOperationException("Save through Change.Run, which logs what was announced.");
        }
    }
}
