using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

public sealed partial class WaiverPageTests
{
    [Fact]
    public async Task In_Spanish_the_form_the_errors_the_receipt_and_the_record_are_Spanish()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        using var request =
            new HttpRequestMessage(HttpMethod.Get, page)
            {
                Headers = { { "Accept-Language", "fr, es-MX;q=0.9, en;q=0.5" } },
            };

        var form = await (await phone.SendAsync(request, TestContext.Current.CancellationToken)).Html();
        Assert.Equal("es", form.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Firme su acuerdo", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "el sábado, 4 de julio de 2026", form.QuerySelector(".signed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("?lang=es", form.QuerySelector("form")!.GetAttribute("action"));
        Assert.Contains("Escriba su nombre completo.",
            (await (await phone.Sign($"{page}?lang=es", "")).Html()).Body!.TextContent, StringComparison.Ordinal);
        var receipt =
            await phone.Page((await phone.Sign($"{page}?lang=es", "Ben Cole")).Headers.Location!.OriginalString);

        Assert.Contains("Gracias, Ben Cole.", receipt.Body!.TextContent, StringComparison.Ordinal);
        var content = WaiverContent.Read((await Queen.Book())[^1].Body!);
        Assert.Equal("es", content.Language);
        Assert.StartsWith("He leído este texto", content.ConsentText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_who_read_an_older_text_must_read_the_new_one_before_signing()
    {
        var template = await Queen.Waiver("Changing");
        var type = await fixture.Ship.Change(Queen.OperatorId, (db, _) =>
        {
            var type = new ShipCaptainCrew.Domain.Charters.CharterType(Queen.OperatorId, new()
            {
                Name = "Changing",
                Schedule = PlanningSteps.AtHalfPastFour,
                Roles = new(),
                ChecklistTemplateIds = [],
                WaiverTemplateId = template,
            });
            db.Add(type);
            return Task.FromResult(type.Id);
        });
        var (_, page) =
            await Queen.Guest(
                (await Queen.Plan(await Queen.Vessel("Borealis"), new() { ["charter_type_id"] = type }).Json(201)).Id(),
                "Ben Cole");
        var read = (await phone.Page(page)).QuerySelector("[name=text]")!.GetAttribute("value")!;
        await Queen.Dana.Api.Put($"/api/waiver-templates/{template}", new { html = "# Other risks" }).Json();

        var answer = await phone.Sign(page, "Ben Cole", ("text", read));

        Assert.Equal(409, (int)answer.StatusCode);
        var again = await answer.Html();
        Assert.Contains("The text has changed", again.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(303,
            (int)(await phone.Sign(
                page, "Ben Cole", ("text", again.QuerySelector("[name=text]")!.GetAttribute("value")!))).StatusCode);
        Assert.Equal(2, WaiverContent.Read((await Queen.Book())[^1].Body!).Template.Version);
    }
}
