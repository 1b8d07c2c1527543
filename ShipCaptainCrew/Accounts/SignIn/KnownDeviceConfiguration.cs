using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Accounts.SignIn;

internal sealed class KnownDeviceConfiguration : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("known_devices");
        builder.Property(device => device.Id).ValueGeneratedNever();
        builder.HasIndex(device => new { device.TokenHash, device.PersonId }).IsUnique();
        builder.HasIndex(device => device.PersonId);
        builder.HasIndex(device => device.SeenAt);
    }
}
