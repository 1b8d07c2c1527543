using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>When guests are told nothing, in which language, and which email replaces which.</summary>
public sealed partial class GuestNoticesTests
{
    [Fact]
    public async Task Nobody_is_told_about_a_draft()
    {
        await Office.Post($"{day.Api}/undo").Json();
        var before = await Ship.Count();

        await Office.Put(day.Api, new { departure_time = "18:00" }).Json();
        await Office.Post($"{day.Api}/cancel", new { reason = "Never mind" }).Json();
        Assert.Equal("draft", (string?)(await Office.Post($"{day.Api}/reinstate").Json())["status"]);

        Assert.Empty(await Ship.Letters(since: before));
    }

    [Fact]
    public async Task Guests_are_told_nothing_after_lines_off()
    {
        await day.Sail();
        var before = await Ship.Count();

        await Office.Put(day.Api, new { return_time = "2026-07-01T13:00" }).Json();

        Assert.Equal(["kim", "sam"], (await Ship.Letters(since: before)).Select(letter => letter.Split(':')[0]));
    }

    [Fact]
    public async Task Nobody_is_told_about_a_charter_that_is_over()
    {
        Ship.Clock.Advance(TimeSpan.FromDays(5));
        var before = (await day.Cast.Outbox()).Count(email => email.MemberId is null);

        await Ship.Change(day.Cast.OperatorId, async (db, actor) =>
            (await db.Charters.FindAsync(day.Cast.OperatorId, day.CharterId))!.Cancel("Forgot to", actor));

        Assert.Equal(before, (await day.Cast.Outbox()).Count(email => email.MemberId is null));
    }

    [Fact]
    public async Task A_guest_who_signed_in_Spanish_is_told_in_Spanish()
    {
        await day.Cast.Waiver();
        var (_, page) = await day.Cast.Guest(day.CharterId, "Eva Luna", "eva@guests.example");
        using var phone = Ship.Phone();
        Assert.Equal(303, (int)(await phone.Sign($"{page}?lang=es", "Eva Luna")).StatusCode);
        await Ship.Rest();

        await Office.Put(day.Api, new { departure_time = "18:00" }).Json();
        var changed = await Ship.Post.Arrival("eva@guests.example", "Cambio");
        var english = await Ship.Post.Arrival("ana@guests.example", "Changed");
        await Office.Post($"{day.Api}/cancel", new { reason = "Aviso de temporal" }).Json();
        var cancelled = await Ship.Post.Arrival("eva@guests.example", "Cancelada");
        await Office.Post($"{day.Api}/reinstate").Json();
        var onAgain = await Ship.Post.Arrival("eva@guests.example", "Sí se hace");

        Assert.Contains("Punto de encuentro: Pier 3", changed.TextBody, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"es\">", changed.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Motivo: Aviso de temporal", cancelled.TextBody, StringComparison.Ordinal);
        Assert.Contains("La salida vuelve a estar en pie.", onAgain.TextBody, StringComparison.Ordinal);
        Assert.Contains("Your charter aboard Aurora has changed.", english.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_request_to_sign_does_not_replace_the_news_of_a_moved_time()
    {
        await day.Cast.Waiver();
        var (guest, _) = await day.Cast.Guest(day.CharterId, "Eva Luna", "eva@guests.example");
        await Ship.Rest();
        Ship.Post.Mood = line => line.Length == 0 ? SmtpSink.Reply.Say("421 Closed") : null;
        await Office.Put(day.Api, new { departure_time = "18:00" }).Json();
        await Office.Put($"{day.Api}/guests/{guest}", new { email = "eva@elsewhere.example" }).Json();

        Ship.Post.Mood = _ => null;
        Ship.Clock.Advance(TimeSpan.FromMinutes(5));

        await Ship.Post.Arrival("eva@elsewhere.example", "Please sign");
        await Ship.Post.Arrival("eva@elsewhere.example", "Changed");
    }

    [Fact]
    public async Task A_moved_time_does_not_replace_that_the_charter_is_on_again()
    {
        await Office.Post($"{day.Api}/cancel", new { reason = "Gale" }).Json();
        var before = await Ship.Count();
        Ship.Post.Mood = line => line.Length == 0 ? SmtpSink.Reply.Say("421 Closed") : null;
        await Office.Post($"{day.Api}/reinstate").Json();
        await Office.Put(day.Api, new { departure_time = "18:00" }).Json();

        Ship.Post.Mood = _ => null;
        Ship.Clock.Advance(TimeSpan.FromMinutes(5));

        var letters = await Ship.Letters(since: before);
        foreach (var name in new[] { "ana", "kim", "pat", "sam" })
            Assert.Equal(2, letters.Count(letter => letter.StartsWith($"{name}:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_longest_reason_and_meeting_point_fit_into_ten_kilobytes_of_HTML()
    {
        await Office.Put(day.Api, new { meeting_point = new string('&', 2000), title = new string('&', 120) }).Json();
        await Ship.Rest();
        await Office.Post($"{day.Api}/cancel", new { reason = new string('&', 2000) }).Json();
        await Ship.Rest();
        await Office.Post($"{day.Api}/reinstate").Json();

        foreach (var subject in new[] { "Changed", "Canceled", "after all" })
        {
            var html = (await Ship.Post.Arrival("pat@guests.example", subject)).HtmlBody!;
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 1, 10_240);
        }
    }
}
