using System.Globalization;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Pages.Checklists;

/// <summary>
/// The rows of a checklist page that were done when it was loaded. Each is one short line until the page is loaded
/// again, whatever its state becomes, so that no refresh moves the rows. The page names them in the address of its
/// refreshes, by their places in the list: <c>0.4.7</c>.
/// </summary>
public sealed class CollapsedRows
{
    private readonly HashSet<string> places;

    private CollapsedRows(IEnumerable<string> places) => this.places = [.. places];

    /// <summary>The rows that are done now.</summary>
    public static CollapsedRows Of(Checklist list) => new(
        list.Items.Index().Where(row => row.Item.State == ItemState.Complete).Select(row => Place(row.Index)));

    /// <param name="seen">The text of another one; anything else in it names no row.</param>
    public static CollapsedRows Parse(string seen) => new(seen.Split('.', StringSplitOptions.RemoveEmptyEntries));

    public bool Has(int index) => places.Contains(Place(index));

    public override string ToString() => string.Join('.', places);

    private static string Place(int index) => index.ToString(CultureInfo.InvariantCulture);
}
