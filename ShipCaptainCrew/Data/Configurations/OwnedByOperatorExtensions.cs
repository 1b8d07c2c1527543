using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Data.Configurations;

internal static class OwnedByOperatorExtensions
{
    /// <summary>
    /// Makes the operator the first part of the key and of every foreign key to it, so that a row cannot refer to
    /// another operator's row.
    /// </summary>
    public static void OwnedByOperator<T>(this EntityTypeBuilder<T> builder)
        where T : OwnedEntity
    {
        builder.HasKey(row => new { row.OperatorId, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasOne<Operator>().WithMany().HasForeignKey(row => row.OperatorId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(row => row.HasEvents);
    }
}
