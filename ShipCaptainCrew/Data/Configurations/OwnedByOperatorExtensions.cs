using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Data.Configurations;

internal static class OwnedByOperatorExtensions
{
    /// <summary>
    /// The key begins with the operator, and so does every foreign key to it: a row can neither be reached nor pointed
    /// at across operators, not even by mistake.
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
