using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class ChecklistConfiguration
    : IEntityTypeConfiguration<Checklist>, IEntityTypeConfiguration<ChecklistItem>
{
    public void Configure(EntityTypeBuilder<Checklist> builder)
    {
        builder.ToTable("checklists");
        builder.OwnedByOperator();
        builder.Ignore(list => list.Progress);
        builder.HasOne<Charter>().WithMany().HasForeignKey(list => new { list.OperatorId, list.CharterId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ChecklistTemplate>().WithMany().HasForeignKey(list => new { list.OperatorId, list.TemplateId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(list => list.Items).WithOne().HasForeignKey(item => new { item.OperatorId, item.ChecklistId })
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ChecklistItem> builder)
    {
        builder.ToTable("checklist_items");
        builder.HasKey(item => new { item.OperatorId, item.Id });
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasOne<Member>().WithMany().HasForeignKey(item => new { item.OperatorId, item.ChangedBy })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
