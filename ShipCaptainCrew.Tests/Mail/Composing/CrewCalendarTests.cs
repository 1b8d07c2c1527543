using Ical.Net;
using MimeKit;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail.Composing;

/// <summary>The calendar events emailed to crew members.</summary>
public sealed class CrewCalendarTests
{
    [Fact]
    public async Task The_calendar_event_lasts_from_call_time_to_return_and_is_updated()
    {
        await using var day = await CharterFixture.Begin();
        var claimed = await EventOf(day, 0);
        await day.Cast.Dana.Api.Put(day.Api, new { departure_time = "18:00", return_time = "20:30" }).Json();
        var moved = await EventOf(day, 1);
        await day.Cast.Sam.Api.Post($"{day.Api}/roles/deckhand/release").Json();
        var released = await EventOf(day, 2);
        await day.Cast.Sam.Api.Post($"{day.Api}/roles/deckhand/claim").Json();
        var again = await EventOf(day, 3);
        await day.Cast.Dana.Api.Post($"{day.Api}/cancel", new { reason = "Gale warning" }).Json();
        var cancelled = await EventOf(day, 4);
        await day.Cast.Dana.Api.Post($"{day.Api}/reinstate").Json();
        var reinstated = await EventOf(day, 5);

        Calendar[] all = [claimed, moved, released, again, cancelled, reinstated];
        Assert.Equal(
            ["REQUEST", "REQUEST", "CANCEL", "REQUEST", "CANCEL", "REQUEST"],
            all.Select(calendar => calendar.Method));
        Assert.Single(all.Select(calendar => calendar.Events[0]!.Uid).Distinct());
        var sequences = all.Select(calendar => calendar.Events[0]!.Sequence).ToList();
        Assert.Equal(sequences.Distinct().Order(), sequences);

        var charter = claimed.Events[0]!;
        Assert.Equal("Deckhand: Sunset sail, Aurora", charter.Summary);
        Assert.Equal("Pier 3", charter.Location);
        Assert.Equal(new DateTime(2026, 7, 4, 23, 30, 0, DateTimeKind.Utc), charter.Start!.AsUtc);
        Assert.Equal(new DateTime(2026, 7, 5, 3, 0, 0, DateTimeKind.Utc), charter.End!.AsUtc);
        Assert.Equal(AppFixture.Morning.UtcDateTime, charter.DtStamp!.AsUtc);
        Assert.Equal(new DateTime(2026, 7, 5, 0, 0, 0, DateTimeKind.Utc), moved.Events[0]!.Start!.AsUtc);
        Assert.Equal(
            ("CANCELLED", "CONFIRMED"), (cancelled.Events[0]!.Status, reinstated.Events[0]!.Status));
    }

    [Fact]
    public async Task Two_crew_members_of_one_charter_have_different_events()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Alex.Api.Post($"{day.Api}/roles/deckhand/claim").Json();
        var sam = await EventOf(day, 0);
        var alex =
            Calendar.Load(Part(await day.Ship.Post.Arrival("alex@queen-of-san-diego.example", "you are deckhand")))!;

        Assert.NotEqual(sam.Events[0]!.Uid, alex.Events[0]!.Uid);
    }

    [Fact]
    public async Task A_name_with_quotation_marks_and_an_unusual_address_still_make_a_valid_event()
    {
        await using var day = await CharterFixture.Begin();
        var robin = await day.Cast.Dana.Api
            .Post("/api/members",
                new
                {
                    name = "Robin \"Rob\" O'Neil; B, C:\\ 🚤",
                    email = "rob+o'neil%x@bücher.example",
                    role = "crew",
                    qualifications = new[] { "deckhand" },
                })
            .Json(201);

        await day.Cast.Dana.Api.Post($"{day.Api}/roles/deckhand/claim", new { member_id = robin["id"] }).Json();

        var message =
            await day.Ship.Post.Arrival(
                mail => mail.Message.Subject!.Contains("you are deckhand", StringComparison.Ordinal)
                    && mail.To[0].StartsWith("rob+", StringComparison.Ordinal));
        Assert.Equal("Deckhand: Sunset sail, Aurora", Calendar.Load(Part(message))!.Events[0]!.Summary);
    }

    /// <summary>The calendar in Sam's email with that index.</summary>
    private static async Task<Calendar> EventOf(CharterFixture day, int number)
    {
        await day.Ship.Rest();
        var emails = day.Ship.Post.Deliveries.Where(delivery => delivery.To.Contains("sam@queen-of-san-diego.example"))
            .Select(delivery => delivery.Message);
        return Calendar.Load(Part(emails.ElementAt(number)))!;
    }

    /// <summary>The calendar part of an email, with its method in the content type.</summary>
    private static string Part(MimeMessage message)
    {
        var part = message.BodyParts.OfType<TextPart>().Single(body => body.ContentType.IsMimeType("text", "calendar"));
        Assert.Contains($"METHOD:{part.ContentType.Parameters["method"]}", part.Text, StringComparison.Ordinal);
        return part.Text;
    }
}
