using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>The printable manifest.</summary>
public sealed class ManifestPage(AppDbContext db, TimeProvider clock) : PrintedManifestPage(db, clock);
