using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Pages.Crew;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>What the folded parts of the charter form have, in a few words, and what publishing does.</summary>
internal static class PlanSummary
{
    /// <summary>More names than this are counted.</summary>
    private const int MostNames = 3;

    public static string TimesInShort(this PlanPage page, IStringLocalizer localizer)
    {
        var (plan, zone) = (page.Requested.Plan, page.Requested.Where.Zone);
        if (!page.IsDateKnown || plan.Departure is not { } departure) return localizer["Not set"];
        return plan.Return is { } back
            ? localizer["{0} to {1}", Clock(departure), Clock(back)]
            : Clock(departure);

        string Clock(DateTimeOffset at) => TimeText.Of(at, zone,
            LocalTime.DateOf(at, zone) == plan.Date ? TimeParts.Time : TimeParts.WeekdayAndTime);
    }

    public static string CrewInShort(this PlanPage page, IStringLocalizer localizer)
    {
        var numbers = localizer.Count(page.Manning.Roles.Where(role => role != CrewRole.Captain));
        if (numbers.Length == 0) numbers = localizer["Captain only"];
        return page.Assigned.Count == 0 ? numbers : $"{numbers}: {Names(page.Assigned)}";
    }

    public static string BookedInShort(this PlanPage page, IStringLocalizer localizer)
    {
        var plan = page.Requested.Plan;
        string?[] parts =
        [
            plan.Contact.Name ?? plan.Contact.Email ?? plan.Contact.Phone ?? plan.Reference,
            plan.GuestsExpected is not { } count ? null
                : count == 1 ? localizer["1 guest"].Value : localizer["{0} guests", count].Value,
        ];
        var given = string.Join(", ", parts.OfType<string>());
        return given.Length > 0 ? given : localizer["Not given"];
    }

    public static string NameInShort(this PlanPage page, IStringLocalizer localizer)
    {
        var (plan, type) = (page.Requested.Plan, page.Requested.Type);
        var title = page.ValueOf("title", page.CurrentValue("title"));
        var name = !string.IsNullOrWhiteSpace(title) ? plan.Title
            : type is null ? localizer["Charter"] : localizer["As the type"];
        return plan.Notes is null ? name : localizer["{0}, with notes", name];
    }

    /// <summary>Whom publishing emails, and how many could claim the open roles.</summary>
    public static string PublishEffect(this PlanPage page, IStringLocalizer localizer)
    {
        var mailed = page.Assigned.Prepend(page.Captain).OfType<Member>().Distinct()
            .Where(member => member.Id != page.Me.MemberId).ToList();
        string emails = mailed.Count switch
        {
            0 when page.Captain is null => localizer["Publishing emails the crew you choose."],
            0 => localizer["Publishing emails nobody."],
            > MostNames => localizer["Publishing emails {0} people.", mailed.Count],
            _ => localizer["Publishing emails {0}.", Names(mailed)],
        };
        string open = (page.OpenPositions.Count, page.Claimants) switch
        {
            (0, _) => "",
            (1, var able) => localizer["{0} qualified crew can claim the open role.", able],
            (var count, var able) => localizer["{0} qualified crew can claim the {1} open roles.", able, count],
        };
        return $"{emails} {open}".Trim();
    }

    private static string Names(IEnumerable<Member> members) =>
        string.Join(", ", members.Select(member => member.Name));
}
