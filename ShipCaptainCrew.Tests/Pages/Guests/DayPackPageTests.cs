using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed class DayPackPageTests
{
    [Fact]
    public async Task It_has_the_manifest_the_numbers_the_checklists_and_a_waiver_for_each_who_has_not_signed()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        await day.Ship.Sign((string)(await day.Guest("Ben Cole"))["waiver_url"]!, "Ben Cole");
        await day.Guest("Mia Cole", new { minor = true, guardian_name = "Ana Cole" });

        var pack = await day.Cast.Sam.Browser.Page($"{day.Charter}/day-pack");

        var sections = pack.QuerySelectorAll("section.pack");
        Assert.Equal(["manifest", "numbers", $"c{day.ListId:N}", "w0", "w1", "w2"],
            sections.Select(section => section.GetAttribute("aria-labelledby") ?? section.QuerySelector("h2")!.Id));
        Assert.Contains("Ben Cole", sections[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(["Navigation lights", "Bilge pump", "Fresh water (optional)"],
            sections[2].QuerySelectorAll("li").Select(item => item.TextContent));
        Assert.Contains("Mia Cole", sections[3].QuerySelector(".signed")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ana Cole", sections[3].QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("____", sections[4].QuerySelector(".signed")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", pack.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_are_those_of_the_shore_contact_the_office_the_crew_and_who_booked()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Olive.Api.Put("/api/standing-orders",
            new { shore_contact = new { name = "Harbor Watch", phone = "+1 619 555 0177" } }).Json();
        await day.Cast.Dana.Api.Put(day.Api, new { contact = new { name = "Erin", phone = "+1 619 555 0142" } }).Json();

        var numbers = (await day.Cast.Sam.Browser.Page($"{day.Charter}/day-pack"))
            .QuerySelectorAll("[aria-labelledby=numbers] tbody tr")
            .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ToList();

        Assert.Equal("Harbor Watch|Shore contact|+1 619 555 0177", numbers[0]);
        Assert.Contains("Dana|Office|+1 619 555 0100", numbers);
        Assert.Contains("Kim|captain|+1 619 555 0100", numbers);
        Assert.Equal("Erin|Booked by|+1 619 555 0142", numbers[^1]);
    }

    [Fact]
    public async Task Without_a_waiver_none_is_printed_and_only_the_crew_aboard_and_the_office_may_open_it()
    {
        await using var day = await CharterFixture.Begin();
        await day.Guest("Ben Cole");

        var pack = await day.Cast.Dana.Browser.Page($"{day.Charter}/day-pack");

        Assert.Empty(pack.QuerySelectorAll(".signed"));
        var other = await day.Cast.Alex.Browser.GetAsync(
            $"{day.Charter}/day-pack", TestContext.Current.CancellationToken);
        Assert.Equal(403, (int)other.StatusCode);
    }
}
