// Benchmarks. Run one with: dotnet run --project bench -c Release -- sun | nudges | signin | texts | costs
switch (args.FirstOrDefault() ?? "sun")
{
    case "nudges": await Bench.Nudges.Run(); break;
    case "signin": await Bench.SignIn.Run(); break;
    case "texts": await Bench.Texts.Run(); break;
    case "costs": await Bench.Costs.Run(); break;
    default: Bench.Sunsets.Run(); break;
}
