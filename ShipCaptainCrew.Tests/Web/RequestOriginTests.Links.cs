using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class RequestOriginTests
{
    [Theory]
    [InlineData("a waiver", "waiver.signed")]
    [InlineData("a kiosk", "waiver.signed")]
    [InlineData("a party", "guest.added")]
    [InlineData("the dock", "guest.added")]
    [InlineData("an answer", "role.released")]
    [InlineData("a watch", "charter.overdue_acknowledged")]
    public async Task Changes_through_a_link_are_logged_with_the_address_only(string link, string kind)
    {
        using var phone = FromVisitor(app.Phone());

        Assert.Equal(303, (int)(await UseLink(link, phone)).StatusCode);

        Assert.Equal((kind, link == "an answer" ? Queen.Sam.MemberId : null, null, Visitor), await LastLogEntry());
    }

    /// <summary>Uses a link as its holder would.</summary>
    private async Task<HttpResponseMessage> UseLink(string link, HttpClient phone)
    {
        if (link is "a waiver" or "a kiosk") await Queen.Waiver();
        if (link == "a watch") app.Clock.SetUtcNow((await fixture.Sail()).AddHours(1));
        return link switch
        {
            "a waiver" => await phone.Sign((await Queen.Guest(fixture.CharterId, "Ben Cole")).Page, "Ben Cole"),
            "a kiosk" =>
                await phone.Sign(
                    $"{(await Queen.Guest(fixture.CharterId, "Ben Cole")).Page}?kiosk={await Issue(LinkKind.Dock)}",
                    "Ben Cole"),
            "a party" => await phone.Send($"/party/{await Issue(LinkKind.Party)}", ("name", "Ann Lee")),
            "the dock" => await phone.Send($"/party/{await Issue(LinkKind.Dock)}", ("name", "Ann Lee")),
            "an answer" => await SendWithCode("answers", LinkKind.Presence, Queen.Sam.MemberId),
            _ => await SendWithCode("watch", LinkKind.Overdue, null),
        };

        async Task<HttpResponseMessage> SendWithCode(string page, LinkKind linkKind, Guid? memberId)
        {
            var (token, code) = await fixture.LinkWithCode(linkKind, memberId);
            return await phone.Send($"/me/{page}/{token}", ("answer", "no"), ("code", code));
        }
    }

    private Task<string> Issue(LinkKind kind, Guid? memberId = null) => app.In(services =>
        services.GetRequiredService<SignedLinks>()
            .Issue(kind, Queen.OperatorId, fixture.CharterId, memberId, app.Clock.GetUtcNow().AddDays(9)));
}
