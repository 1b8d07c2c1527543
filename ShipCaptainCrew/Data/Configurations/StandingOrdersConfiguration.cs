using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class StandingOrdersConfiguration : IEntityTypeConfiguration<StandingOrders>
{
    public void Configure(EntityTypeBuilder<StandingOrders> builder)
    {
        builder.ToTable("standing_orders");
        builder.OwnedByOperator();
        builder.Ignore(orders => orders.Details);
        builder.PrimitiveCollection(orders => orders.ReminderHours);
        builder.ComplexProperty(orders => orders.ShoreContact);
        builder.HasIndex(orders => orders.OperatorId).IsUnique();
    }
}
