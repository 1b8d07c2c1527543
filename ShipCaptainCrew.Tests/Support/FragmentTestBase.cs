using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Renders fragments of pages (.razor components), without a server and without a database.</summary>
public abstract class FragmentTestBase : BunitContext
{
    /// <summary>The value of every form's antiforgery token.</summary>
    protected const string Token = "antiforgery-token";

    protected FragmentTestBase()
    {
        Services.AddLogging();
        Services.AddLocalization(options => options.ResourcesPath = "Resources");
        Services.AddSingleton<AntiforgeryStateProvider, FixedToken>();
    }

    /// <summary>Renders a fragment in English, whatever the machine's language.</summary>
    protected IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>> parameters)
        where T : IComponent => ShowIn(Languages.English, parameters);

    protected IRenderedComponent<T> ShowIn<T>(
        string language, Action<ComponentParameterCollectionBuilder<T>> parameters)
        where T : IComponent
    {
        Languages.Speak(language);
        return Render(parameters);
    }

    protected static IEnumerable<string> Texts(IEnumerable<IElement> elements) => elements.Select(one => one.Words());

    private sealed class FixedToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new(Token, "__RequestVerificationToken");
    }
}
