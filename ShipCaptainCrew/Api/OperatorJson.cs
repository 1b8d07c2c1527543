using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Api;

internal sealed record OperatorJson
{
    public required string Name { get; init; }

    public required string Slug { get; init; }

    public required string TimeZone { get; init; }

    public required Port HomePort { get; init; }

    /// <summary>How times and dates look on pages and in emails, such as en-US; in the API they are ISO 8601.</summary>
    public required string Locale { get; init; }

    /// <summary>The path of the logo, a WebP picture that everyone may see; null without one.</summary>
    public required string? LogoUrl { get; init; }

    public required string? SenderName { get; init; }

    public required string? ReplyTo { get; init; }

    public required IReadOnlyList<int> ReminderHours { get; init; }

    public required int GraceMinutes { get; init; }

    /// <summary>Null for those who may not change the settings.</summary>
    public required Contact? ShoreContact { get; init; }

    public required int WaiverYears { get; init; }

    /// <param name="mayChange">Whether the viewer may change the settings.</param>
    public static OperatorJson Of(Operator theOperator, StandingOrdersDetails orders, bool mayChange) => new()
    {
        Name = theOperator.Name,
        Slug = theOperator.Slug,
        TimeZone = theOperator.TimeZone,
        HomePort = theOperator.HomePort,
        Locale = theOperator.EffectiveLocale,
        LogoUrl = theOperator.LogoVersion is { } logo ? new OperatorPages(theOperator.Slug).Logo(logo) : null,
        SenderName = theOperator.SenderName,
        ReplyTo = theOperator.ReplyTo,
        ReminderHours = orders.ReminderHours,
        GraceMinutes = orders.GraceMinutes,
        ShoreContact = mayChange ? orders.ShoreContact : null,
        WaiverYears = orders.WaiverYears,
    };
}
