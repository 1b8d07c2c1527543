using System.ComponentModel;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Api;

internal sealed record VesselBody
{
    public required string Name { get; init; }

    public required int PassengerCapacity { get; init; }

    [DefaultValue(true)]
    public bool Inspected { get; init; } = true;

    public int? MaxPersons { get; init; }

    public int? MinimumCrew { get; init; }

    [DefaultValue(30)]
    public int TurnaroundMinutes { get; init; } = 30;

    [DefaultValue(true)]
    public bool NavigationLights { get; init; } = true;

    public string? TimeZone { get; init; }

    public Port? HomePort { get; init; }
}

internal sealed record MemberBody(
    string Name, string Email, string? Phone = null, MemberRole Role = MemberRole.Crew,
    IReadOnlyList<CrewRole>? Qualifications = null);

/// <summary>The email address cannot be changed after the invitation.</summary>
internal sealed record MemberEdit(
    string? Name = null, string? Phone = null, MemberRole? Role = null, IReadOnlyList<CrewRole>? Qualifications = null,
    MemberStatus? Status = null);

internal sealed record CharterTypeBody
{
    public required string Name { get; init; }

    public required int DurationMinutes { get; init; }

    public ScheduleBody? Schedule { get; init; }

    [DefaultValue(60)]
    public int CallMinutesBefore { get; init; } = 60;

    [DefaultValue(30)]
    public int BoardingMinutesBefore { get; init; } = 30;

    public ManningBody? Roles { get; init; }

    public IReadOnlyList<Guid>? ChecklistTemplateIds { get; init; }

    public Guid? WaiverTemplateId { get; init; }

    [DefaultValue(false)]
    public bool AutomaticTransitions { get; init; }

    public IReadOnlyList<int>? ReminderHours { get; init; }
}

/// <summary>A local departure time, or minutes relative to sunset.</summary>
internal sealed record ScheduleBody(
    DepartureRule Anchor = DepartureRule.Fixed, string? Time = null, int? OffsetMinutes = null);

internal sealed record ManningBody(int Captain = 1, int FirstMate = 1, int Deckhand = 2);

internal sealed record StandingOrdersBody(IReadOnlyList<int>? ReminderHours = null, int? GraceMinutes = null,
    ContactBody? ShoreContact = null, int? WaiverYears = null);

/// <summary>The slug cannot be changed yet.</summary>
internal sealed record OperatorBody(string? Name = null, string? TimeZone = null, Port? HomePort = null,
    string? Locale = null, string? SenderName = null, string? ReplyTo = null, IReadOnlyList<int>? ReminderHours = null,
    int? GraceMinutes = null, ContactBody? ShoreContact = null, int? WaiverYears = null);

/// <summary>A PNG, JPEG or WebP picture in Base64.</summary>
internal sealed record LogoBody(string Logo);

internal sealed record ChecklistTemplateBody(
    string Name, Phase Phase = Phase.PreDeparture, IReadOnlyList<TemplateItemBody>? Items = null);

internal sealed record TemplateItemBody(string Text, bool Required = false);

/// <summary>Markdown or HTML; stored sanitized.</summary>
internal sealed record WaiverTemplateBody(string Name, string Html, string? HtmlEs = null);
