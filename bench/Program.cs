// Benchmarks. Run one with: dotnet run --project bench -c Release -- sun | nudges | signin
switch (args.FirstOrDefault() ?? "sun")
{
    case "nudges": await Bench.Nudges.Run(); break;
    case "signin": await Bench.SignIn.Run(); break;
    default: Bench.Sunsets.Run(); break;
}
