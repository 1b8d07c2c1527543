using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>
/// What a person had typed when their session had ended: shown again after they sign in. Each person has the last one
/// only, for a day at most. Without an operator: the person signs in before it is known which one is open to them.
/// </summary>
public sealed class KeptForm
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private KeptForm()
    {
    }

    public KeptForm(Guid personId, string path, string fields, DateTimeOffset at) =>
        (PersonId, Path, Fields, At) = (personId, path, fields, at);

    public Guid PersonId { get; private set; }

    /// <summary>The page of the form.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The fields as a JSON object.</summary>
    public string Fields { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

internal sealed class KeptFormConfiguration : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.ToTable("kept_forms");
        builder.HasKey(form => form.PersonId);
        builder.Property(form => form.PersonId).ValueGeneratedNever();
    }
}
