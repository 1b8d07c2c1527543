using System.Globalization;
using System.Runtime.CompilerServices;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Texts in tests are as in the United States, whatever the machine's language, as in the app.</summary>
internal static class AmericanCulture
{
    [ModuleInitializer]
    internal static void Begin() => CultureInfo.DefaultThreadCurrentCulture =
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture =
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
}
