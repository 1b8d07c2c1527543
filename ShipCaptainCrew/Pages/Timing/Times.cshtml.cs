using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Timing;

/// <summary>Confirms the times that the clock assumed, or puts right what somebody said.</summary>
public sealed class TimesPage(AppDbContext db, LifecycleActions day) : SingleCharterPage(db)
{
    private Charter Charter => View.Charter;

    public string? Departure => Clock(Charter.ActualDeparture ?? Charter.Departure, Charter.Departure);

    public string? Return => Clock(Charter.ActualReturn ?? Charter.Return, Charter.Return);

    public bool IsUnconfirmed => Charter.IsDepartureUnconfirmed || Charter.IsReturnUnconfirmed;

    /// <summary>A time is picked from the browser's clock; one that needs its day said is typed.</summary>
    public string TypeOf(string field, string? now) =>
        ErrorOf(field) is not null || ValueOf(field, now)?.Length > 5 ? "text" : "time";

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (await CharterView.Load(Db, Me, id) is not { } view) return NotFound();
        var input = await Request.ReadForm();
        LeaveAsFound(input, view.Charter);
        var outcome = await day.Correct(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id)) : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(
        !Me.May(Right.RunLifecycle, Charter) ? StatusCode(StatusCodes.Status403Forbidden)
        : Refusal is null && !Charter.HasSailed ? Redirect(Back)
        : null);

    /// <summary>The form shows minutes; a time whose minute was not touched keeps its seconds.</summary>
    private static void LeaveAsFound(Input input, Charter charter)
    {
        Leave("actual_departure", charter.ActualDeparture, charter.Departure);
        Leave("actual_return", charter.ActualReturn, charter.Return);

        void Leave(string field, DateTimeOffset? actual, DateTimeOffset? planned)
        {
            if (actual is not null && $"{input.Given[field]}" == Clock(actual, planned, charter))
                input.Given.Remove(field);
        }
    }

    private string? Clock(DateTimeOffset? at, DateTimeOffset? planned) => Clock(at, planned, Charter);

    /// <summary>
    /// As the vessel's clock shows it; with the day where it is not the planned one, and the offset where the clock
    /// shows it twice.
    /// </summary>
    private static string? Clock(DateTimeOffset? at, DateTimeOffset? planned, Charter charter)
    {
        if (at is not { } instant) return null;
        var (local, day) = (TimeZoneInfo.ConvertTime(instant, charter.Zone),
            planned is { } plan ? LocalTime.DateOf(plan, charter.Zone) : charter.Date);
        var format = charter.Zone.IsAmbiguousTime(local.DateTime)
            ? "yyyy-MM-dd'T'HH:mmzzz" : DateOnly.FromDateTime(local.DateTime) == day ? "HH:mm" : "yyyy-MM-dd'T'HH:mm";
        return local.ToString(format, CultureInfo.InvariantCulture);
    }
}
