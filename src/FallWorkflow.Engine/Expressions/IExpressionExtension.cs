using System.Text.Json.Nodes;
using FallWorkflow.Engine.Activities;

namespace FallWorkflow.Engine.Expressions;

/// <summary>Functions that a host adds to JavaScript expressions. They must be fast and free of effects outside the burst.</summary>
public interface IExpressionExtension
{
    IEnumerable<(string Name, Func<IActivityContext, JsonNode?[], JsonNode?> Function)> Functions { get; }
}
