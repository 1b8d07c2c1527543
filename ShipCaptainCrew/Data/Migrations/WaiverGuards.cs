// A migration that rebuilds one of these tables drops its triggers and must create them again.
namespace ShipCaptainCrew.Data.Migrations;

/// <summary>
/// The triggers that protect signed waivers. No waiver record is changed, removed or replaced; only the body of a record
/// is removed, when a later record says that it was erased. No version of a waiver text is changed.
/// </summary>
public static class WaiverGuards
{
    public static readonly string[] Create =
    [
        "CREATE TRIGGER waivers_keep_records BEFORE DELETE ON waivers BEGIN SELECT RAISE(ABORT, 'Signed waivers are kept.'); END;",
        """
        CREATE TRIGGER waivers_keep_words BEFORE UPDATE ON waivers
        WHEN NEW.Body IS NOT NULL
          OR NEW.OperatorId IS NOT OLD.OperatorId OR NEW.Seq IS NOT OLD.Seq OR NEW.Id IS NOT OLD.Id OR NEW.Kind IS NOT OLD.Kind
          OR NEW.CharterId IS NOT OLD.CharterId OR NEW.GuestId IS NOT OLD.GuestId OR NEW.Erases IS NOT OLD.Erases OR NEW.At IS NOT OLD.At
          OR NEW.BodyHash IS NOT OLD.BodyHash OR NEW.PreviousHash IS NOT OLD.PreviousHash OR NEW.Hash IS NOT OLD.Hash
          OR NEW.SealBytes IS NOT OLD.SealBytes OR NEW.KeyId IS NOT OLD.KeyId
          OR NOT EXISTS (SELECT 1 FROM waivers WHERE OperatorId = OLD.OperatorId AND Erases = OLD.Seq)
        BEGIN SELECT RAISE(ABORT, 'Signed waivers are kept.'); END;
        """,
        """
        CREATE TRIGGER waivers_keep_places BEFORE INSERT ON waivers
        WHEN EXISTS (SELECT 1 FROM waivers WHERE OperatorId = NEW.OperatorId AND (Seq = NEW.Seq OR Id = NEW.Id))
        BEGIN SELECT RAISE(ABORT, 'Signed waivers are kept.'); END;
        """,
        "CREATE TRIGGER waiver_versions_keep_words BEFORE UPDATE ON waiver_versions BEGIN SELECT RAISE(ABORT, 'Versions are kept.'); END;",
        """
        CREATE TRIGGER waiver_versions_keep_places BEFORE INSERT ON waiver_versions
        WHEN EXISTS (SELECT 1 FROM waiver_versions WHERE OperatorId = NEW.OperatorId AND TemplateId = NEW.TemplateId AND Number = NEW.Number AND Language = NEW.Language)
        BEGIN SELECT RAISE(ABORT, 'Versions are kept.'); END;
        """,
        "CREATE TRIGGER waiver_versions_stay BEFORE DELETE ON waiver_versions BEGIN SELECT RAISE(ABORT, 'Versions are kept.'); END;",
    ];
}
