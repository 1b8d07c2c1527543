namespace ShipCaptainCrew.Evidence;

/// <summary>
/// The names of the database triggers that keep log entries, waiver records and waiver versions from being changed. The
/// migrations create them, and verification checks that they exist.
/// </summary>
public static class GuardTriggers
{
    public static readonly string[] Log = ["log_keeps_entries", "log_keeps_words", "log_keeps_places"];

    public static readonly string[] Waivers =
    [
        "waivers_keep_records",
        "waivers_keep_words",
        "waivers_keep_places",
        "waiver_versions_keep_words",
        "waiver_versions_keep_places",
        "waiver_versions_stay",
    ];
}
