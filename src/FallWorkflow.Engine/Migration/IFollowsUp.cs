namespace FallWorkflow.Engine.Migration;

/// <summary>
/// An activity that goes on with what an earlier step has begun and left open. Begun by a move instead of another step it would find
/// nothing and go on at once, so a move never begins it.
/// </summary>
public interface IFollowsUp;
