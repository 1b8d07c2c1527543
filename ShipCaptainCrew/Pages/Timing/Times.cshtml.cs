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

/// <summary>Confirms the actual times that were assumed by schedule, or corrects recorded ones.</summary>
public sealed class TimesPage(AppDbContext db, LifecycleActions lifecycle) : SingleCharterPage(db)
{
    private Charter Charter => View.Charter;

    public string? Departure => Clock(Charter.ActualDeparture ?? Charter.Departure, Charter.Departure);

    public string? Return => Clock(Charter.ActualReturn ?? Charter.Return, Charter.Return);

    public bool IsUnconfirmed => Charter.IsDepartureUnconfirmed || Charter.IsReturnUnconfirmed;

    /// <summary>A time input; a text input if the value has to include its date.</summary>
    public string TypeOf(string field, string? current) =>
        ErrorOf(field) is not null || ValueOf(field, current)?.Length > 5 ? "text" : "time";

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (await CharterView.Load(Db, Me, id) is not { } view) return NotFound();
        var input = await Request.ReadForm();
        DropUnchanged(input, view.Charter);
        var outcome = await lifecycle.Correct(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(
        !Me.May(Right.RunLifecycle, Charter) ? StatusCode(StatusCodes.Status403Forbidden)
        : Refusal is null && !Charter.HasSailed ? Redirect(Back)
        : null);

    /// <summary>Times whose minute was not changed in the form are not saved, so they keep their seconds.</summary>
    private static void DropUnchanged(Input input, Charter charter)
    {
        Drop("actual_departure", charter.ActualDeparture, charter.Departure);
        Drop("actual_return", charter.ActualReturn, charter.Return);

        void Drop(string field, DateTimeOffset? actual, DateTimeOffset? planned)
        {
            if (actual is not null && $"{input.Given[field]}" == Clock(actual, planned, charter))
                input.Given.Remove(field);
        }
    }

    private string? Clock(DateTimeOffset? at, DateTimeOffset? planned) => Clock(at, planned, Charter);

    /// <summary>
    /// Local time; with the date if it is not the planned one, and with the offset if it is ambiguous (clocks go back).
    /// </summary>
    private static string? Clock(DateTimeOffset? at, DateTimeOffset? planned, Charter charter)
    {
        if (at is not { } instant) return null;
        var local = TimeZoneInfo.ConvertTime(instant, charter.Zone);
        var day = planned is { } plan ? LocalTime.DateOf(plan, charter.Zone) : charter.Date;
        var format = charter.Zone.IsAmbiguousTime(local.DateTime) ? "yyyy-MM-dd'T'HH:mmzzz"
            : DateOnly.FromDateTime(local.DateTime) == day ? "HH:mm"
            : "yyyy-MM-dd'T'HH:mm";
        return local.ToString(format, CultureInfo.InvariantCulture);
    }
}
