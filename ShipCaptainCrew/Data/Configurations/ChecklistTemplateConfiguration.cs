using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class ChecklistTemplateConfiguration : IEntityTypeConfiguration<ChecklistTemplate>
{
    public void Configure(EntityTypeBuilder<ChecklistTemplate> builder)
    {
        builder.ToTable("checklist_templates");
        builder.OwnedByOperator();
        builder.Ignore(template => template.Details);
        builder.ComplexCollection(template => template.Items, items => items.ToJson());
    }
}
