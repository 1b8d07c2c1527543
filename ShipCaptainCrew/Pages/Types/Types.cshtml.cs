using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Pages;

public sealed class TypesPage(ShipDb db) : KeptListPage<CharterType>(db)
{
    /// <summary>When charters of it depart.</summary>
    public static Words When(Schedule schedule) => schedule switch
    {
        { Anchor: Anchor.Sunset, OffsetMinutes: 0 } => new Words("At sunset"),
        { Anchor: Anchor.Sunset, OffsetMinutes: < 0 } => new Words("{0} min before sunset", -schedule.OffsetMinutes),
        { Anchor: Anchor.Sunset } => new Words("{0} min after sunset", schedule.OffsetMinutes),
        { Time: { } time } => new Words("At {0:HH:mm}", time),
        _ => "At any time",
    };

    protected override string NameOf(CharterType thing) => thing.Name;
}
