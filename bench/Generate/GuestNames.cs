namespace Bench.Generate;

/// <summary>1,200 different names of guests.</summary>
internal static class GuestNames
{
    private static readonly string[] First = ("Ada Ben Cleo Dara Eli Fay Gus Hana Ivo Jo Kai Lena Max Nora Otto Pia "
        + "Quinn Rosa Sam Tess Uma Vic Wren Xena Yuri Zoe Amos Beth Carl Dina").Split(' ');

    private static readonly string[] Last = ("Abbott Baker Castro Dale Estrada Flores Garcia Hayes Ito Jensen Kim "
        + "Lopez Mori Nguyen Olsen Perez Quist Reyes Santos Torres Ueda Vega Walsh Xu Young Zimmer Adler Blum Cruz "
        + "Diaz Engel Ford Gray Hall Irwin Jung Klein Lang Mayer North").Split(' ');

    public static string Of(int number) => $"{First[number % First.Length]} {Last[number / 7 % Last.Length]}";
}
