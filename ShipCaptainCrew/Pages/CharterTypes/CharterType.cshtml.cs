using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
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

    /// <summary>The form's field for the side of sunset; its minutes have no sign.</summary>
    public const string Before = "before", After = "after";

    public static string SideField => "sunset_side";

    public IEnumerable<(string Value, string Text)> Sides =>
        [(Before, localizer["before sunset"]), (After, localizer["after sunset"])];

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

    protected override async Task<IActionResult> Save(Guid? id, Input input)
    {
        var signed = Input.Of(WithSign(input.Given), input.IdempotencyKey);
        var outcome = id is { } known ? await types.Change(Me, known, signed) : await types.Create(Me, signed);
        return await Answer(id, input, outcome, "saved");
    }

    /// <summary>The fields with minutes from sunset as the API has them: negative before sunset.</summary>
    private static JsonObject WithSign(JsonObject fields)
    {
        var signed = fields.DeepClone().AsObject();
        if ((string?)(signed[SideField] as JsonValue) is { } side && signed["schedule"] is JsonObject schedule
            && int.TryParse($"{schedule["offset_minutes"]}", NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture, out var minutes) && minutes != int.MinValue)
            schedule["offset_minutes"] = side == Before ? -Math.Abs(minutes) : Math.Abs(minutes);
        return signed;
    }

    private string TextOf(WaiverTemplate waiver) =>
        waiver.ArchivedAt is null ? waiver.Name : localizer["{0} (archived)", waiver.Name];

    private string TextOf(ChecklistTemplate list) =>
        list.ArchivedAt is null
            ? $"{list.Name} ({localizer.Say(list.Phase.Label())})"
            : localizer["{0} (archived)", list.Name];
}
