using System.Globalization;
using System.Security.Cryptography;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.TimeZones;

namespace ShipCaptainCrew.Domain.Operators;

/// <summary>A charter business: the tenant. All other data belongs to one operator.</summary>
public sealed class Operator : AggregateRoot
{
    /// <summary>The name of this kind of entity in the audit log.</summary>
    public const string LogNoun = "operator";

    private Operator()
    {
    }

    public Operator(string name, string slug, string timeZone, Port homePort) =>
        (Name, Slug, TimeZone, HomePort) = (name, slug, timeZone, homePort);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";

    /// <summary>The first segment of its page addresses.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Its earlier slugs. Tokens that name one of them stay valid.</summary>
    public List<string> FormerSlugs { get; private set; } = [];

    /// <summary>IANA name, such as <c>America/Los_Angeles</c>.</summary>
    public string TimeZone { get; private set; } = "";

    public Port HomePort { get; private set; } = Port.Nowhere;

    /// <summary>The name of its home port; empty while that is still the operator's own, as at first.</summary>
    public string PortName => HomePort.Name == Name ? "" : HomePort.Name;

    /// <summary>The name that its emails come from; null for <see cref="Name"/>.</summary>
    public string? SenderName { get; private set; }

    /// <summary>The address that answers to its emails go to; null for the installation's address.</summary>
    public string? ReplyTo { get; private set; }

    /// <summary>How its times and dates look; a name of <see cref="Locales"/>, or null for its time zone's.</summary>
    public string? Locale { get; private set; }

    /// <summary>
    /// Its logo on guests' pages, a WebP picture of at most 2 KB; null for the first letter of its name.
    /// </summary>
    public byte[]? Logo { get; private set; }

    /// <summary>A part of the logo's address that differs for each logo; null without one.</summary>
    public string? LogoVersion => Logo is null ? null : Convert.ToHexStringLower(SHA256.HashData(Logo))[..16];

    public string EffectiveLocale => Locale ?? Locales.OfZone(TimeZone);

    /// <summary>The first letter or digit of its name, in place of a logo; else the first character.</summary>
    public string Initial
    {
        get
        {
            var starts = StringInfo.ParseCombiningCharacters(Name);
            var start = Array.Find(starts, index => char.IsLetterOrDigit(Name, index));
            return StringInfo.GetNextTextElement(Name, start).ToUpperInvariant();
        }
    }

    /// <summary>When it was suspended (UTC); null if it is active.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }

    public OperatorDetails Details => new(Name, TimeZone, HomePort, SenderName, ReplyTo, Locale);

    /// <summary>Changes its details. A new name is logged with the old one, so that older entries stay clear.</summary>
    public void Change(OperatorDetails details)
    {
        if (details.Name != Name) Raise(new OperatorRenamed(Id, Name, details.Name));
        var others = FieldDifferences.Differing(Details, details with { Name = Name }).ToList();
        if (others.Count > 0) Raise(ReferenceDataRecorded.Changed(LogNoun, Id, others));
        (Name, TimeZone, HomePort) = (details.Name, details.TimeZone, details.HomePort);
        (SenderName, ReplyTo, Locale) = (details.SenderName, details.ReplyTo, details.Locale);
    }

    /// <param name="logo">Null to remove it.</param>
    public void ChangeLogo(byte[]? logo)
    {
        if (logo.AsSpan().SequenceEqual(Logo)) return;
        Logo = logo;
        Raise(ReferenceDataRecorded.Changed(LogNoun, Id, ["logo"]));
    }

    /// <summary>The place whose clocks show the times of a zone, such as San Diego.</summary>
    /// <param name="zone">IANA name.</param>
    /// <param name="vessel">The vessel that the times are about; its own port comes first.</param>
    public string PlaceOf(string zone, Vessel? vessel = null) =>
        ZoneName.Place(zone, (PortName, TimeZone), vessel);

    /// <summary>Gives its pages another address, because the program uses the old one itself.</summary>
    public void MoveTo(string slug)
    {
        Raise(new OperatorMoved(Id, Slug, slug));
        FormerSlugs = [.. FormerSlugs, Slug];
        Slug = slug;
    }

    /// <summary>Suspends it: nobody has access from the next request on. Its data is kept.</summary>
    public void Suspend(Actor actor)
    {
        if (SuspendedAt is not null) return;
        SuspendedAt = actor.At;
        Raise(new OperatorSuspended(Id));
    }

    /// <summary>Ends the suspension. The same members have access again.</summary>
    public void Resume()
    {
        if (SuspendedAt is null) return;
        SuspendedAt = null;
        Raise(new OperatorResumed(Id));
    }
}
