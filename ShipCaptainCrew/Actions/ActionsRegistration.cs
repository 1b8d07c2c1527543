using ShipCaptainCrew.Actions.Accounts;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Checklists;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Actions.Fleet;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Actions.Log;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Actions.Search;
using ShipCaptainCrew.Actions.Waivers;

namespace ShipCaptainCrew.Actions;

/// <summary>Registers the actions and the queries behind them.</summary>
public static class ActionsRegistration
{
    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddScoped<Overlaps>()
        .AddScoped<PlanReader>()
        .AddScoped<PlanWarnings>()
        .AddScoped<CrewList>()
        .AddScoped<TypeChecklists>()
        .AddScoped<DepartureGate>()
        .AddScoped<CharterActions>()
        .AddScoped<LifecycleActions>()
        .AddScoped<ReinstateActions>()
        .AddScoped<SeriesReader>()
        .AddScoped<SeriesActions>()
        .AddScoped<RoleActions>()
        .AddScoped<ChecklistActions>()
        .AddScoped<DefectActions>()
        .AddScoped<AttendanceActions>()
        .AddScoped<UnsubscribeActions>()
        .AddScoped<OverdueActions>()
        .AddScoped<OverdueCharters>()
        .AddScoped<EmailActions>()
        .AddScoped<EmailList>()
        .AddScoped<BackupHealth>()
        .AddScoped<OfficeAlerts>()
        .AddScoped<InstallationHealth>()
        .AddScoped<GuestActions>()
        .AddScoped<MusterActions>()
        .AddScoped<PartyActions>()
        .AddScoped<GuestLinks>()
        .AddScoped<SigningActions>()
        .AddScoped<WaiverTemplateActions>()
        .AddScoped<SignedWaivers>()
        .AddScoped<WaiverRetentionActions>()
        .AddScoped<WaiverArchive>()
        .AddScoped<CharterLog>()
        .AddScoped<CharterList>()
        .AddScoped<Conflicts>()
        .AddScoped<OfficeNeeds>()
        .AddScoped<SearchReader>()
        .AddScoped<VesselActions>()
        .AddScoped<CharterTypeActions>()
        .AddScoped<ChecklistTemplateActions>()
        .AddScoped<MemberActions>()
        .AddScoped<MailQuota>()
        .AddScoped<StandardSetActions>()
        .AddScoped<SettingsActions>()
        .AddScoped<LogoActions>()
        .AddScoped<JobLog>()
        .AddScoped<SessionActions>()
        .AddScoped<EmailChangeActions>()
        .AddScoped<ProgramActions>()
        .AddScoped<OperatorActions>();
}
