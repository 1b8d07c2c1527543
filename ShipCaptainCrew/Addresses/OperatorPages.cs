using System.Globalization;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Addresses;

/// <summary>Addresses of one operator's pages.</summary>
/// <param name="Slug">The operator's name in addresses.</param>
public readonly record struct OperatorPages(string Slug)
{
    public string Home => $"/{Slug}";

    public string Week => $"{Home}/week";

    public string Mine => $"{Home}/mine";

    /// <summary>The charters of a month, counted by day.</summary>
    public string Month => $"{Home}/month";

    /// <summary>All that the office has to do, by kind.</summary>
    public string Needs => $"{Home}/needs";

    public string Find => $"{Home}/find";

    /// <summary>The event stream of the operator's changes.</summary>
    public string Stream => $"{Home}/stream";

    public string Start => $"{Home}/start";

    public string Season => $"{Home}/season";

    public string Overdue => $"{Home}/overdue";

    public string Log => $"{Home}/log";

    public string Letters => $"{Home}/letters";

    public string Settings => $"{Home}/settings";

    /// <summary>Where an owner chooses the logo.</summary>
    public string LogoSettings => $"{Settings}/logo";

    /// <summary>The former address of the settings.</summary>
    public string Orders => $"{Home}/orders";

    public string Duties => $"{Home}/duties";

    public string Programs => $"{Home}/programs";

    public string Me => $"{Home}/me";

    public string Passkeys => $"{Me}/passkeys";

    /// <summary>Where a member changes their email address.</summary>
    public string EmailChange => $"{Me}/address";

    public string Vessels => $"{Home}/vessels";

    public string NewVessel => $"{Vessels}/new";

    public string CharterTypes => $"{Home}/types";

    public string NewCharterType => $"{CharterTypes}/new";

    public string ChecklistTemplates => $"{Home}/templates";

    public string NewChecklistTemplate => $"{ChecklistTemplates}/new";

    public string WaiverTemplates => $"{Home}/waivers";

    public string NewWaiverTemplate => $"{WaiverTemplates}/new";

    /// <summary>The list of signed waivers.</summary>
    public string WaiverBook => $"{WaiverTemplates}/book";

    public string WaiverBookCsv => $"{WaiverTemplates}/book.csv";

    public string Crew => $"{Home}/crew";

    public string NewMember => $"{Crew}/new";

    /// <summary>Where several members are invited at once.</summary>
    public string InviteSeveral => $"{Crew}/invite";

    public string NewCharter => $"{Home}/charters/new";

    public string PastCharters => $"{Home}/charters/past";

    public CharterPages Charter(Guid id) => new(this, id);

    public string Vessel(Guid id) => $"{Vessels}/{id}";

    public string Defects(Guid vesselId) => $"{Vessel(vesselId)}/defects";

    public string NewDefect(Guid vesselId) => $"{Defects(vesselId)}/new";

    public string Defect(Guid vesselId, Guid id) => $"{Defects(vesselId)}/{id}";

    public string CharterType(Guid id) => $"{CharterTypes}/{id}";

    public string ChecklistTemplate(Guid id) => $"{ChecklistTemplates}/{id}";

    public string WaiverTemplate(Guid id) => $"{WaiverTemplates}/{id}";

    /// <summary>A logo, which everyone may see.</summary>
    /// <param name="version">Which one: what is at its address never changes.</param>
    public string Logo(string version) => $"{Home}/logo/{version}";

    /// <summary>The week that has a day.</summary>
    public string WeekOf(DateOnly day) => $"{Week}?week={WireTime.Text(day)}";

    /// <summary>The month that has a day.</summary>
    public string MonthOf(DateOnly day) => $"{Month}?month={day.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    /// <summary>Whether a path is a charter's page or a list of charters.</summary>
    public bool IsAboutCharters(string path) => path == Home
        || new[] { $"{Home}/charters", Week, Mine, Month, Needs, Find }
            .Any(address => path.StartsWith(address, StringComparison.Ordinal));

    public string Member(Guid id) => $"{Crew}/{id}";
}
