using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Pages.SignIn;

namespace ShipCaptainCrew.Pages.Overdue;

/// <summary>
/// Same as <see cref="OverduePage"/>, for the shore contact, who need not be a member and acknowledges with the code.
/// </summary>
public sealed class OverdueLinkPage(
    AppDbContext db, SignedLinks links, LinkVisitors visitors, OverdueActions overdue, TimeProvider clock)
    : SignedLinkPage(db, links, visitors)
{
    public OverdueView View { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The address to sign in and come back; null if the operator is suspended, so that nobody can.</summary>
    public string? SignInAddress => View.Operator.SuspendedAt is null ? SignInPage.For(OwnAddress) : null;

    protected override string? Locale => View?.Operator.EffectiveLocale;

    protected override LinkKind Kind => LinkKind.Overdue;

    public async Task<IActionResult> OnGet(string token) =>
        await Open(token) is { } link && await Load(link) ? Page() : Gone();

    public async Task<IActionResult> OnPost(string token)
    {
        if (await Open(token) is not { } link || !await Load(link)) return Gone();
        var input = await ReadForm();
        var refusal = await Check(input) ?? (await Acknowledge(link, input)).Refusal;
        return refusal is null ? GoTo(Request.Path) : await Again(refusal, input, () => OnGet(token));
    }

    protected override bool MayAct(Viewer viewer) => viewer.May(Right.RunLifecycle, View.Charter);

    private Task<Outcome> Acknowledge(SignedLink link, Input input) => Member is { } member
        ? overdue.Acknowledge(member, link.SubjectId, input)
        : overdue.Acknowledge(link, input);

    private async Task<bool> Load(SignedLink link)
    {
        if (await OverdueView.Load(Db, link.SubjectId) is not { } view) return false;
        View = view;
        await Identify(view.Operator.Slug);
        return true;
    }
}
