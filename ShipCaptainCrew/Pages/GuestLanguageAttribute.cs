using Microsoft.AspNetCore.Mvc.Filters;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// Shows a guests' page in the language its address asks for, else in the first of ours that the browser would like.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GuestLanguageAttribute : Attribute, IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        Languages.Speak(Asked(context.HttpContext.Request));
        return next();
    }

    private static string Asked(HttpRequest request) =>
        request.Query["lang"].LastOrDefault(Languages.Has) ?? Liked(request) ?? Languages.English;

    private static string? Liked(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant()).FirstOrDefault(Languages.Has);
}
