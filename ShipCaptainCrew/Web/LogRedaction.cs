using Microsoft.Extensions.Options;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Two parts of the framework tell every address they see, and some of ours are keys. Whatever the settings let others
/// say, and wherever to, these speak only when something is wrong.
/// </summary>
internal sealed class LogRedaction : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] NoisyCategories = [
        "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing.Matching.DfaMatcher"];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        var listeners = options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList();
        foreach (var rule in listeners.SelectMany(
            _ => NoisyCategories, (listener, talker) => new LoggerFilterRule(listener, talker, LogLevel.Warning, null)))
            options.Rules.Add(rule);
    }
}
