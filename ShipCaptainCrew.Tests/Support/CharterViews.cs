using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Tests.Domain.Charters;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Views of charters as pages load them, made without a database.</summary>
internal static class CharterViews
{
    private static readonly Dictionary<Guid, string> Names =
        new[] { Viewers.Olive, Viewers.Dana, Viewers.Kim, Viewers.Sam, Viewers.Alex }
            .ToDictionary(viewer => viewer.MemberId, viewer => viewer.Name);

    /// <summary>A charter of the vessel Aurora, without checklists, defects and guests.</summary>
    public static CharterView View(Charter charter, Vessel? vessel = null) => new()
    {
        GateInputs = new(charter, vessel ?? UtcCharter.Aurora, [], [], GuestManifest.Nobody),
        Port = SanDiegoCharter.SanDiego,
        Names = Names,
        Guests = GuestCount.None,
        Grace = TimeSpan.FromMinutes(30),
    };

    public static CharterView With(this CharterView view, params Checklist[] lists) =>
        view with { GateInputs = view.GateInputs with { Checklists = lists } };

    public static CharterView With(this CharterView view, params Defect[] defects) =>
        view with { GateInputs = view.GateInputs with { Defects = defects } };

    public static CharterView With(this CharterView view, GuestManifest manifest) =>
        view with { GateInputs = view.GateInputs with { Manifest = manifest } };

    public static CharterLine Line(Charter charter, Progress? progress = null, GuestCount? guests = null) => new()
    {
        Charter = charter,
        Vessel = UtcCharter.Aurora.Name,
        Progress = progress ?? new(0, 0, 0),
        Names = Names,
        Guests = guests ?? GuestCount.None,
        Grace = TimeSpan.FromMinutes(30),
    };

    /// <summary>A defect of the vessel Aurora, reported at 07:00.</summary>
    public static Defect Defect(string what, Severity severity) => new(
        UtcCharter.Operator, UtcCharter.Aurora.Id, what, severity, charterId: null, itemId: null, UtcCharter.ByKim(7));
}
