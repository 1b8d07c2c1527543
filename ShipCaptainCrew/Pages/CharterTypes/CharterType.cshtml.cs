using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.CharterTypes;

public sealed class CharterTypePage(AppDbContext db, CharterTypeActions types, IStringLocalizer<Text> localizer)
    : ReferencePage<CharterType>(db, types)
{
    public IEnumerable<(string Value, string Text)> Anchors =>
    [
        (WireNames.Name(DepartureRule.Fixed), localizer["At a clock time"]),
        (WireNames.Name(DepartureRule.Sunset), localizer["By sunset"]),
    ];

    public IReadOnlyList<(string Value, string Text)> Checklists { get; private set; } = [];

    /// <summary>The waivers to choose from. Guests of a type without one sign the operator's first waiver.</summary>
    public IReadOnlyList<(string Value, string Text)> Waivers { get; private set; } = [];

    public override string List => Me.Pages.CharterTypes;

    /// <summary>Loads the templates in use and any archived ones this type still refers to.</summary>
    protected override async Task Prepare()
    {
        var listedIds = Thing?.ChecklistTemplateIds ?? [];
        var lists = await Db.ChecklistTemplates.AsNoTracking()
            .Where(row => row.ArchivedAt == null || listedIds.Contains(row.Id))
            .OrderBy(row => row.Name)
            .ToListAsync();
        Checklists = [.. lists.Select(list => (list.Id.ToString(), TextOf(list)))];
        var ownWaiverId = Thing?.WaiverTemplateId;
        var waivers = await Db.WaiverTemplates.AsNoTracking()
            .Where(row => row.ArchivedAt == null || row.Id == ownWaiverId)
            .OrderBy(row => row.Name)
            .ToListAsync();
        Waivers =
        [
            ("", localizer["The default"]),
            .. waivers.Select(waiver => (waiver.Id.ToString(), TextOf(waiver))),
        ];
    }

    private string TextOf(WaiverTemplate waiver) =>
        waiver.ArchivedAt is null ? waiver.Name : localizer["{0} (archived)", waiver.Name];

    private string TextOf(ChecklistTemplate list) =>
        list.ArchivedAt is null
            ? $"{list.Name} ({localizer.Say(list.Phase.Label())})"
            : localizer["{0} (archived)", list.Name];
}
