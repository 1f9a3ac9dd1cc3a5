namespace FallWorkflow.Web.Rahmen;

/// <summary>Marks pages that hold the process editor, the only ones that run scripts.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MitStudioAttribute : Attribute;
