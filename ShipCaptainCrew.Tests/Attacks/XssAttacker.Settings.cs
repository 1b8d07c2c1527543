using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

internal sealed partial class XssAttacker
{
    private async Task ReferenceData()
    {
        await office.Put($"/api/vessels/{endpoints.Charter.VesselId}", new
        {
            name = Tag("vessel.name"),
            home_port = new { name = Tag("vessel.home_port"), latitude = 32.7, longitude = -117.2 },
        }).Json();
        await office.Put(Known("charter-types"), new { name = Tag("type.name") }).Json();
        await office.Put(Known("checklist-templates"), new
        {
            name = Tag("checklist.name"),
            items = new[] { new { text = Tag("checklist.item"), required = true } },
        }).Json();
        await office.Put(Known("waiver-templates"), new
        {
            name = Tag("waiver.name"),
            html = $"# Risks {Tag("waiver.html")}",
            html_es = $"# Riesgos {Tag("waiver.html_es")}",
        }).Json();
        await owner.Put("/api/standing-orders", new { shore_contact = Contact("shore") }).Json();
        await endpoints.App.Change(endpoints.Queen.OperatorId,
            (db, _) =>
                db.Database.ExecuteSqlInterpolatedAsync(
                    $"UPDATE operators SET Name = {Tag("operator.name")} WHERE Id = {endpoints.Queen.OperatorId}"));
    }

    private async Task People()
    {
        await office.Put($"/api/members/{endpoints.Queen.Sam.MemberId}",
            new { name = Tag("member.name"), phone = Tag("member.phone", 40) })
            .Json();
        await owner.Put($"/api/members/{endpoints.Queen.Kim.MemberId}", new { name = Tag("captain.name") }).Json();
        await office.Post(
            "/api/members", new { name = Tag("invited.name"), email = $"invited{round}@x.example", role = "crew" })
            .Json(201);
        await endpoints.App.Change(endpoints.Queen.OperatorId, async (db, actor) =>
        {
            var person = (await db.Members.FirstAsync(member => member.Id == endpoints.Queen.Olive.MemberId)).PersonId;
            return db.Add(
                new Session(
                    person, endpoints.Queen.OperatorId, Tag("session.device", 55), isShared: false, actor.At)).Entity;
        });
    }

    private async Task OwnSettings()
    {
        var (browser, keys) = (endpoints.Queen.Olive.Browser, $"{Home}/me/passkeys");
        if (round == 0)
        {
            var request = await browser.PostForm(keys, "?handler=Ask").Json();
            await browser.PostForm(keys, ("name", "Phone"), ("challenge", $"{request["challenge"]}"),
                ("credential", Phone.Create(request["options"]!)));
        }

        Assert.Equal(303,
            (int)(await browser.PostForm(
                keys, "?handler=Rename", ("id", Phone.Id), ("name", Tag("passkey.name")))).StatusCode);
        Assert.Equal(200,
            (int)(await browser.PostForm(
                $"{Home}/programs", ("name", Tag("program.name")), ("role", "crew"), ("days", "9"))).StatusCode);
    }
}
