using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Overdue;

/// <summary>Same as <see cref="OverduePage"/>, for the shore contact, who need not be a member.</summary>
public sealed class OverdueLinkPage(AppDbContext db, SignedLinks links, OverdueActions overdue, TimeProvider clock)
    : SignedLinkPage(db, links)
{
    public OverdueView View { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    protected override LinkKind Kind => LinkKind.Overdue;

    public async Task<IActionResult> OnGet(string token) =>
        await Open(token) is { } link && await Load(link) ? Page() : Gone();

    public async Task<IActionResult> OnPost(string token)
    {
        if (await Open(token) is not { } link || !await Load(link)) return Gone();
        var input = await Request.ReadForm();
        var outcome = await overdue.Acknowledge(link, input);
        return outcome.Refusal is { } refusal ? await Again(refusal, input, () => OnGet(token)) : GoTo(Request.Path);
    }

    private async Task<bool> Load(SignedLink link)
    {
        if (await OverdueView.Load(Db, link.SubjectId) is not { } view) return false;
        View = view;
        return true;
    }
}
