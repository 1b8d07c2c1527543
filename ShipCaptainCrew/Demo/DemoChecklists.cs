using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Checklists;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Demo;

/// <summary>Works through the checklists of the demo's charters.</summary>
internal sealed class DemoChecklists(AppDbContext db, ChecklistActions checklists, DemoData data)
{
    /// <summary>
    /// The steps of all checklists of a charter that has sailed, or those marked so far of the next sail.
    /// </summary>
    /// <param name="charterId">The id of the charter, known once its booking step has run.</param>
    public IEnumerable<DemoStep> Steps(
        DemoBooking booking, DateTimeOffset departure, DateTimeOffset now, Func<Guid> charterId) =>
        booking.Marks is { } marked
            ? marked.Select(marks => Step(now.AddMinutes(-marks.MinutesAgo), charterId, 0, marks))
            : data.TemplatesOf(booking.Type).SelectMany((template, ordinal) =>
                Complete(booking, ordinal, template, Start(template.Phase, booking, departure), charterId));

    /// <summary>Completes a checklist, the crew taking turns at its items.</summary>
    private IEnumerable<DemoStep> Complete(
        DemoBooking booking,
        int ordinal,
        ChecklistTemplate template,
        DateTimeOffset start,
        Func<Guid> charterId) =>
        booking.Crew.Select((member, i) =>
        {
            var items = Enumerable.Range(0, template.Items.Count).Where(item => item % booking.Crew.Length == i);
            var marks = new ItemMarks(0, member.Name, ItemState.Complete, [.. items]);
            return Step(start.AddMinutes(13 * i), charterId, ordinal, marks);
        });

    private DateTimeOffset Start(Phase phase, DemoBooking booking, DateTimeOffset departure) =>
        departure.AddMinutes(phase switch
        {
            Phase.PreDeparture => -52,
            Phase.Underway => 18,
            _ => data.Types[booking.Type].Schedule.DurationMinutes + 8,
        });

    private DemoStep Step(DateTimeOffset at, Func<Guid> charterId, int ordinal, ItemMarks marks) =>
        new(at, marks.Name, viewer => Mark(viewer, charterId(), ordinal, marks));

    private async Task<Outcome> Mark(Viewer viewer, Guid charterId, int ordinal, ItemMarks marks)
    {
        var list = await db.Checklists.AsNoTracking().Include(row => row.Items)
            .FirstAsync(row => row.CharterId == charterId && row.Ordinal == ordinal);
        var state = WireNames.Name(marks.State);
        var changes = list.Items.Where(item => marks.Items.Contains(item.Ordinal))
            .Select(item => (JsonNode)new JsonObject { ["id"] = $"{item.Id}", ["state"] = state });
        var input = Input.Of(new() { ["items"] = new JsonArray([.. changes]) });
        return (await checklists.Mark(viewer, charterId, list.Id, input)).Outcome;
    }
}
