using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>The same as <see cref="OverduePage"/> for the shore contact, who need not be a member.</summary>
public sealed class WatchPage(ShipDb db, SignedLinks links, OverdueActions overdue, TimeProvider clock) : SignedPage(db, links)
{
    public OverdueSheet Sheet { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    protected override LinkKind Kind => LinkKind.Overdue;

    public async Task<IActionResult> OnGet(string token) => await Open(token) is { } link && await Load(link) ? Page() : Gone();

    public async Task<IActionResult> OnPost(string token)
    {
        if (await Open(token) is not { } link || !await Load(link)) return Gone();
        var input = await Request.ReadForm();
        var outcome = await overdue.TakeInHand(link, input);
        return outcome.Refusal is { } no ? await Again(no, input, () => OnGet(token)) : GoTo(Request.Path);
    }

    private async Task<bool> Load(SignedLink link)
    {
        if (await OverdueSheet.Load(Db, link.SubjectId) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }
}
