using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.CharterTypes;

public sealed class CharterTypePage(AppDbContext db, CharterTypeActions types, IStringLocalizer<Text> localizer)
    : ReferencePage<CharterType>(db, types)
{
    public IEnumerable<(string Value, string Text)> Anchors =>
        [(WireNames.Name(DepartureRule.Fixed), localizer["At a clock time"]),
            (WireNames.Name(DepartureRule.Sunset), localizer["By sunset of the day"])];

    public IReadOnlyList<(string Value, string Text)> Checklists { get; private set; } = [];

    /// <summary>Where a type names none, its guests sign the operator's first.</summary>
    public IReadOnlyList<(string Value, string Text)> Waivers { get; private set; } = [];

    public override string List => Me.Pages.CharterTypes;

    /// <summary>Those in use, and those archived since that this type still has.</summary>
    protected override async Task Prepare()
    {
        var listed = Thing?.ChecklistTemplateIds ?? [];
        var lists = await Db.ChecklistTemplates.AsNoTracking()
            .Where(row => row.ArchivedAt == null || listed.Contains(row.Id)).OrderBy(row => row.Name).ToListAsync();
        Checklists = [.. lists.Select(list => (list.Id.ToString(), TextOf(list)))];
        var mine = Thing?.WaiverTemplateId;
        var waivers = await Db.WaiverTemplates.AsNoTracking().Where(row => row.ArchivedAt == null || row.Id == mine)
            .OrderBy(row => row.Name).ToListAsync();
        Waivers = [("", localizer["The usual one"]),
            .. waivers.Select(
                waiver =>
                    (waiver.Id.ToString(),
                        waiver.ArchivedAt is null ? waiver.Name : localizer["{0} (archived)", waiver.Name].Value))];
    }

    private string TextOf(ChecklistTemplate list) =>
        list.ArchivedAt is null
            ? $"{list.Name} ({localizer.Say(list.Phase.Label())})" : localizer["{0} (archived)", list.Name];
}
