using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Api;

/// <summary>Loads a charter for a response, after the change is saved.</summary>
internal sealed class EventView(
    AppDbContext db, IHttpContextAccessor http, TimeProvider clock, IStringLocalizer<Text> localizer)
{
    public Task<IResult> Answer(Outcome outcome) => outcome.Answer(id => Of(id, outcome.Warnings), ApiAddresses.Event);

    public async Task<EventJson?> Of(Guid id, IReadOnlyList<Warning>? warnings = null)
    {
        var viewer = http.HttpContext!.Viewer();
        var view = await CharterView.Load(db, viewer, id);
        return view is null ? null : EventJson.Of(view, viewer, clock.GetUtcNow(), warnings ?? [], localizer);
    }
}
