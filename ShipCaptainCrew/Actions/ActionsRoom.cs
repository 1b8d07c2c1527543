namespace ShipCaptainCrew.Actions;

/// <summary>Registers what can be done.</summary>
public static class ActionsRoom
{
    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddScoped<Overlaps>().AddScoped<PlanReader>().AddScoped<SecondLook>().AddScoped<CrewList>().AddScoped<TypeChecklists>()
        .AddScoped<GateKeeper>().AddScoped<CharterActions>().AddScoped<LifecycleActions>()
        .AddScoped<SeriesReader>().AddScoped<SeriesActions>().AddScoped<RoleActions>().AddScoped<ChecklistActions>().AddScoped<DefectActions>().AddScoped<PresenceActions>().AddScoped<OverdueActions>().AddScoped<OverdueBoard>().AddScoped<LetterActions>()
        .AddScoped<GuestActions>().AddScoped<MusterActions>().AddScoped<PartyActions>().AddScoped<GuestLinks>().AddScoped<SigningActions>().AddScoped<WaiverTemplateActions>()
        .AddScoped<SignedWaivers>().AddScoped<WaiverKeepingActions>().AddScoped<WaiverShelf>()
        .AddScoped<CharterLog>().AddScoped<CharterList>()
        .AddScoped<VesselActions>().AddScoped<CharterTypeActions>().AddScoped<ChecklistTemplateActions>().AddScoped<MemberActions>()
        .AddScoped<StandardSetActions>().AddScoped<StandingOrdersActions>().AddScoped<DutyLog>().AddScoped<SessionActions>().AddScoped<ProgramActions>().AddScoped<OperatorActions>();
}
