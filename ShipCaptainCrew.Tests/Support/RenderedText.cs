using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>What is read in markup: its text, with each run of white space as one space.</summary>
internal static class RenderedText
{
    public static string Words(this INode node) => Joined(node.TextContent);

    /// <summary>The text of an element inside; empty if there is none.</summary>
    public static string Words(this IParentNode parent, string selector) =>
        parent.QuerySelector(selector)?.Words() ?? "";

    public static string Words<T>(this IRenderedComponent<T> fragment)
        where T : IComponent => Joined(string.Concat(fragment.Nodes.Select(node => node.TextContent)));

    public static string? Attribute<T>(this IRenderedComponent<T> fragment, string selector, string name)
        where T : IComponent => fragment.Find(selector).GetAttribute(name);

    private static string Joined(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
