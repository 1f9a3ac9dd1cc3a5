namespace FallWorkflow.Engine.Activities.BuiltIn;

/// <summary>When it has completed, its container completes too.</summary>
internal interface ITerminalActivity;
