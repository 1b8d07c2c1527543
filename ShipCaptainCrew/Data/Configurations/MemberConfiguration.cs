using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members");
        builder.OwnedByOperator();
        builder.Ignore(member => member.Details);
        builder.PrimitiveCollection(member => member.Qualifications)
            .ElementType(element => element.HasConversion<string>());
        builder.PrimitiveCollection(member => member.DoesWithout)
            .ElementType(element => element.HasConversion<string>());
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(member => new { member.OperatorId, member.PersonId }).IsUnique();
    }
}
