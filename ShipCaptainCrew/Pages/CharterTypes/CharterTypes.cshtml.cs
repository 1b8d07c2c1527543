using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Pages.CharterTypes;

public sealed class CharterTypesPage(AppDbContext db) : ReferenceListPage<CharterType>(db)
{
    /// <summary>When charters with this schedule depart, in local time.</summary>
    public static LocalizedText When(Schedule schedule) => schedule switch
    {
        { Anchor: DepartureRule.Sunset, OffsetMinutes: 0 } => new LocalizedText("At sunset"),
        { Anchor: DepartureRule.Sunset, OffsetMinutes: < 0 } =>
            new LocalizedText("{0} min before sunset", -schedule.OffsetMinutes),
        { Anchor: DepartureRule.Sunset } => new LocalizedText("{0} min after sunset", schedule.OffsetMinutes),
        { Time: { } time } => new LocalizedText("At {0}", TimeText.Time(time)),
        _ => "At any time",
    };

    protected override string NameOf(CharterType thing) => thing.Name;
}
