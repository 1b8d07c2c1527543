using System.Globalization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>Outcomes, refusals, and the names and times that programs read.</summary>
public sealed class OutcomeTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    [Fact]
    public void An_outcome_is_a_change_a_new_entity_a_repetition_or_a_refusal()
    {
        Outcome refused = Refusal.NotFound();

        Assert.Equal((Id, false), (Outcome.Done(Id).Id, Outcome.Done(Id).Created));
        Assert.Equal((Id, true), (Outcome.New(Id).Id, Outcome.New(Id).Created));
        Assert.Equal(Outcome.New(Id), Outcome.Replay(Id, created: true));
        Assert.Equal(Outcome.Done(Id), Outcome.Replay(Id, created: false));
        Assert.Equal(Refusal.NotFound(), refused.Refusal);
        Assert.Null(Outcome.Done(Id).Refusal);
        Assert.Empty(Outcome.Done(Id).Warnings);
    }

    [Fact]
    public void Each_refusal_has_its_kind_code_and_message()
    {
        var conflict = Refusal.Conflict("taken", "Taken.", ("holders", 2), ("state", "draft"));
        var tooOften = Refusal.TooOften("slow_down", "Wait.", TimeSpan.FromMinutes(1));

        Assert.Equal((RefusalKind.NotFound, "not_found", "Not found."),
            (Refusal.NotFound().Kind, Refusal.NotFound().Code, Refusal.NotFound().Message.Text));
        Assert.Equal((RefusalKind.Forbidden, "forbidden", "No."),
            (Refusal.Forbidden("No.").Kind, Refusal.Forbidden("No.").Code, Refusal.Forbidden("No.").Message.Text));
        Assert.Equal((RefusalKind.Conflict, "taken", 2, "draft"),
            (conflict.Kind, conflict.Code, conflict.Extensions!["holders"], conflict.Extensions["state"]));
        Assert.Equal((RefusalKind.TooOften, "slow_down", TimeSpan.FromMinutes(1)),
            (tooOften.Kind, tooOften.Code, tooOften.Wait));
    }

    [Fact]
    public void The_first_message_is_the_first_field_error_or_else_the_message_itself()
    {
        var invalid = Refusal.Invalid("name", "Enter a name.");

        Assert.Equal((RefusalKind.Invalid, "invalid", "Some fields need to be corrected."),
            (invalid.Kind, invalid.Code, invalid.Message.Text));
        Assert.Equal("Enter a name.", invalid.FirstMessage.Text);
        Assert.Equal("Not found.", Refusal.NotFound().FirstMessage.Text);
    }

    [Fact]
    public void Names_of_values_are_in_snake_case_and_only_those_are_read()
    {
        Assert.Equal(["captain", "first_mate", "deckhand"], WireNames.All<CrewRole>());
        Assert.Equal((true, CrewRole.FirstMate), (WireNames.TryRead<CrewRole>("first_mate", out var role), role));
        Assert.Equal((false, default), (WireNames.TryRead<CrewRole>("FirstMate", out var none), none));
    }

    [Fact]
    public void A_time_is_sent_in_UTC_to_the_second() => Assert.Equal(
        "2026-07-05T00:30:15Z",
        WireTime.Text(new DateTimeOffset(2026, 7, 4, 17, 30, 15, 999, TimeSpan.FromHours(-7))));

    [Fact]
    public void Guests_are_offered_English_and_Spanish()
    {
        Assert.Equal([("en", "English"), ("es", "Español")], Languages.All);
        Assert.Equal((true, true, false, false),
            (Languages.Has("en"), Languages.Has("es"), Languages.Has("fr"), Languages.Has(null)));
        Assert.Equal(("en-US", "es-US"), (Languages.CultureOf("en").Name, Languages.CultureOf("es").Name));
        var before = CultureInfo.CurrentCulture;

        Languages.Speak("es");

        Assert.Equal(("es-US", "es-US"), (CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
    }

    [Fact]
    public void A_repeated_request_is_found_by_the_hash_of_its_body()
    {
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Input.Fingerprint("abc"));
        var key = new IdempotencyKey("POST /x", "1", Input.Fingerprint("abc"));
        Assert.Equal(key, Input.Of([], key).IdempotencyKey);
        Assert.Null(Input.Empty().IdempotencyKey);
    }

    [Fact]
    public void The_kinds_of_logged_moves_are_those_of_boarding_and_later() => Assert.Equal(
        ["charter.boarding", "charter.underway", "charter.returned", "charter.closed"], CharterMoved.LogKinds);
}
