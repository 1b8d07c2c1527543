using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

public sealed partial class SignedCountTests
{
    [Fact]
    public async Task A_guest_from_the_dock_or_without_the_partys_link_sees_no_party()
    {
        await Expect(8);
        var walkUp = await phone.Join(await day.JoinLink("dock"), "Walk Upson");
        Assert.Null((await phone.Page(walkUp)).QuerySelector(".prog"));

        var (_, page) = await day.Cast.Guest(day.CharterId, "Ana Lee");
        await phone.Sign(page, "Ana Lee");
        string[] queries = ["", "?party=nothing", $"?party={Token(walkUp)}", "?party=" + new string('x', 500)];
        foreach (var query in queries)
            Assert.Null((await phone.Page($"{page}/receipt{query}")).QuerySelector(".turn"));
    }

    [Fact]
    public async Task The_link_of_another_charter_or_of_a_canceled_one_is_no_party()
    {
        var (_, page) = await day.Cast.Guest((await day.Cast.Plan(day.VesselId).Json(201)).Id(), "Ana Lee");
        await phone.Sign(page, "Ana Lee");
        Assert.Null((await phone.Page($"{page}/receipt?party={Token(link)}")).QuerySelector(".turn"));

        var own = await phone.Join(link, "Ben Cole");
        await phone.Sign(own, "Ben Cole");
        Assert.NotNull((await phone.Page($"{own}/receipt?party={Token(link)}")).QuerySelector(".turn"));
        await day.Cast.Dana.Api.Post($"{day.Api}/cancel", new { reason = "Fog" }).Json();
        Assert.Null((await phone.Page($"{own}/receipt?party={Token(link)}")).QuerySelector(".turn"));
    }
}
