namespace ShipCaptainCrew.Web;

/// <summary>
/// The Strict-Transport-Security header: browsers use only https for a year. <c>Hsts:IncludeSubDomains</c> extends it
/// to all hosts below this one, which must all offer https then.
/// </summary>
internal sealed class StrictTransport(IConfiguration configuration)
{
    private const string OneYear = "max-age=31536000";

    public string Header { get; } =
        configuration.GetValue("Hsts:IncludeSubDomains", false) ? $"{OneYear}; includeSubDomains" : OneYear;
}
