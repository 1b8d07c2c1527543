using Microsoft.Extensions.Options;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Keeps request addresses out of the logs, because some contain tokens. The two framework categories that log every
/// address are limited to warnings for all providers, whatever the logging settings are.
/// </summary>
internal sealed class LogRedaction : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] NoisyCategories = [
        "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing.Matching.DfaMatcher"];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        var providers = options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList();
        foreach (var provider in providers)
            foreach (var category in NoisyCategories)
                options.Rules.Add(new(provider, category, LogLevel.Warning, null));
    }
}
